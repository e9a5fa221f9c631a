/**
 * How much of fetches an agent carries out at once. What an operator may set comes from the
 * agent's configuration; the rest is decided here, beside the reasons.
 */

import type { EgressRule } from '../../shared/egress/egress-rule.ts';
import type { AllowedRange } from './address-rules.ts';
import type { Secret } from './secrets.ts';

/** What an operator says. */
export interface EgressOptions {
  /** Nothing may be fetched where there are none. */
  readonly rules: readonly EgressRule[];
  readonly allowedRanges: readonly AllowedRange[];
  readonly secrets: readonly Secret[];
  /** From the call to the last byte of the response, redirections included. */
  readonly requestMsMax: number;
  readonly responseBytesMax: number;
  /** Bodies sent and received by one run, through all of its fetches. */
  readonly runBytesMax: number;
}

/** As browsers have it for one host; a run's others wait in their order. */
export const requestsPerRunMax = 6;
/** Sockets that this agent may have open for its guests. */
export const requestsPerAgentMax = 128;
/** Of those, one tenant's: the others find some room. */
export const requestsPerTenantMax = 96;
/** Bodies of responses that are being read, all together. */
export const heldBytesMax = 128 * 1024 * 1024;
