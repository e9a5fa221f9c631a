/** What a tenant may, and how tenants and their keys are described. */
import type { Limits } from '../execution/limits.ts';

/**
 * How much a tenant may use, of each coordinator. What is absent has no bound.
 *
 * Processor time is counted by the minute, not by the day: what one coordinator counts in memory is
 * right again a minute after it has started anew, and a mistake of a tenant's costs it minutes.
 */
export interface TenantQuotas {
  /** On average; each execution of a stream is a call. */
  readonly callsPerSecondMax?: number;
  /** At once, after a rest. @default those of one second */
  readonly callBurstMax?: number;
  /** Without an answer yet, waiting ones included. */
  readonly executionsMax?: number;
  /** Of its programs; what goes beyond it is made up for before the next run begins. */
  readonly cpuMsPerMinuteMax?: number;
}

export interface TenantPolicy {
  /** Its share of a busy cluster is this over the sum of the weights of all who wait. */
  readonly weight: number;
  readonly quotas: TenantQuotas;
  /** The most that its executions get, where that is below the cluster's ceilings. */
  readonly limitCeilings: Partial<Limits>;
  /** As shared/egress/egress-rule.ts reads them; absent for all that a node allows. */
  readonly egressRules?: readonly string[];
}

export interface TenantDescription {
  readonly tenantId: string;
  readonly policy: TenantPolicy;
  /** Counts up from 1 with every change. */
  readonly revision: number;
  readonly apiKeyCount: number;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** A key without its secret. */
export interface ApiKeyDescription {
  readonly keyId: string;
  readonly tenantId: string;
  readonly description: string;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
}

/** Of one coordinator, since it started or the tenant was made. */
export interface TenantUsage {
  /** Without an answer yet. */
  readonly executions: number;
  readonly callsAccepted: number;
  readonly callsRefused: number;
  readonly cpuUs: number;
}

export const usualPolicy: TenantPolicy = { weight: 1, quotas: {}, limitCeilings: {} };

const dayMs = 24 * 3_600_000;

export const tenantLimits = {
  tenantsMax: 100_000,
  apiKeysPerTenantMax: 100,
  descriptionCharsMax: 200,
  weightMax: 1_000,
  callsPerSecondMax: 1_000_000,
  executionsMax: 1_000_000,
  cpuMsPerMinuteMax: dayMs,
  pageSizeMax: 1_000,
} as const;

export const tenantPageSizeDefault = 100;
