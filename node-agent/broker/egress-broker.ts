/**
 * Carries out what programs fetch, since their hosts have no sockets: within what the operator, and
 * the caller of each execution, allow. Nothing of the agent's own surroundings goes along: no
 * proxy, no cookies, no connection that somebody else has used.
 */
import { networkInterfaces } from 'node:os';
import { parseEgressRule } from '../../shared/egress/egress-rule.ts';
import type { Execution } from '../../shared/execution/execution.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { FetchRequest, FetchResult } from '../frames/fetch-call.ts';
import type { EgressPort, RunFetches } from '../pool/egress-port.ts';
import { AddressRules } from './address-rules.ts';
import type { EgressOptions } from './egress-bounds.ts';
import { EgressPolicy } from './egress-policy.ts';
import type { ResolveHost } from './host-resolver.ts';
import { RequestSlots } from './request-slots.ts';
import { RunEgress } from './run-egress.ts';
import { SecretStore } from './secrets.ts';

export interface EgressObserver {
  /** Of a fetch that has ended; nothing that a program wrote but where it goes is said. */
  fetched?(fetch: FetchRecord): void;
}

export interface FetchRecord {
  readonly tenantId: string;
  readonly method: string;
  /** Undefined where it cannot be read. */
  readonly origin: string | undefined;
  /** A status, the code of a failure, or `ABORTED`. */
  readonly result: number | string;
  readonly bytes: number;
  readonly tookMs: number;
}

export interface EgressBrokerParts {
  readonly clock: Clock;
  readonly resolveHost: ResolveHost;
  readonly observer?: EgressObserver;
}

export class EgressBroker implements EgressPort {
  readonly #options: EgressOptions;
  readonly #parts: EgressBrokerParts;
  readonly #slots = new RequestSlots();
  readonly #addresses: AddressRules;
  readonly #secrets: SecretStore;

  constructor(options: EgressOptions, parts: EgressBrokerParts) {
    this.#options = options;
    this.#parts = parts;
    this.#addresses = new AddressRules(options.allowedRanges, ownAddresses);
    this.#secrets = new SecretStore(options.secrets);
  }

  open(execution: Execution): RunFetches {
    const { tenantId } = execution;
    return new RunEgress({
      tenantId,
      options: this.#options,
      policy: this.#policyOf(execution),
      addresses: this.#addresses,
      secrets: this.#secrets,
      resolveHost: this.#parts.resolveHost,
      slots: this.#slots,
      clock: this.#parts.clock,
      ended: (request, result, tookMs) =>
        this.#parts.observer?.fetched?.(recordOf(tenantId, request, result, tookMs)),
    });
  }

  #policyOf({ egressRules }: Execution): EgressPolicy {
    const { rules } = this.#options;
    if (egressRules === undefined) return new EgressPolicy(rules);
    const narrower = egressRules.map(parseEgressRule).filter((rule) => rule !== undefined);
    return new EgressPolicy(rules, narrower);
  }
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.map(({ address }) => address),
  );
}

function recordOf(
  tenantId: string,
  { method, url }: FetchRequest,
  result: FetchResult | 'ABORTED',
  tookMs: number,
): FetchRecord {
  const origin = URL.parse(url)?.origin;
  const common = { tenantId, method: method.slice(0, 20), origin, tookMs: Math.round(tookMs) };
  if (result === 'ABORTED') return { ...common, result, bytes: 0 };
  if (result.name === 'failed') return { ...common, result: result.code, bytes: 0 };
  const { status, body } = result.response;
  return { ...common, result: status, bytes: body.length };
}
