/**
 * The fetches of one run: a few at once, the others in their order; each ends with a response, with
 * a reason, or with the run.
 *
 *   waiting ──a place is free──▶ under way ──responded, failed, or too late──▶ done
 *      └──────────────────────────────┴──aborted, or the run has ended──────▶ gone
 */
import type { Clock } from '../../shared/time/clock.ts';
import {
  type FetchRequest,
  type FetchResponse,
  type FetchResult,
  failedFetch,
} from '../frames/fetch-call.ts';
import type { RunFetches } from '../pool/egress-port.ts';
import type { AddressRules } from './address-rules.ts';
import { carryOutFetch } from './carry-out-fetch.ts';
import { type EgressOptions, requestsPerRunMax } from './egress-bounds.ts';
import type { EgressPolicy } from './egress-policy.ts';
import { FetchFailed } from './fetch-failed.ts';
import type { ResolveHost } from './host-resolver.ts';
import { nodeBusy, type RequestSlots } from './request-slots.ts';
import type { Secret, SecretStore } from './secrets.ts';

export interface RunEgressParts {
  readonly tenantId: string;
  readonly options: EgressOptions;
  readonly policy: EgressPolicy;
  readonly addresses: AddressRules;
  readonly secrets: SecretStore;
  readonly resolveHost: ResolveHost;
  readonly slots: RequestSlots;
  readonly clock: Clock;
  /** Of a fetch that has ended, or was given up. */
  readonly ended: (request: FetchRequest, result: FetchResult | 'ABORTED', tookMs: number) => void;
}

interface Fetch {
  readonly callId: number;
  readonly request: FetchRequest;
  readonly done: (result: FetchResult) => void;
  readonly abort: AbortController;
  readonly begunAtMs: number;
}

export class RunEgress implements RunFetches {
  readonly #parts: RunEgressParts;
  readonly #fetches = new Map<number, Fetch>();
  readonly #secretsSent = new Set<Secret>();
  #waiting: Fetch[] = [];
  #underWay = 0;
  #bytes = 0;

  constructor(parts: RunEgressParts) {
    this.#parts = parts;
  }

  begin(callId: number, request: FetchRequest, done: (result: FetchResult) => void): boolean {
    const begunAtMs = this.#parts.clock.nowMs();
    const fetch = { callId, request, done, abort: new AbortController(), begunAtMs };
    this.#fetches.set(callId, fetch);
    this.#waiting.push(fetch);
    queueMicrotask(() => this.#beginWaiting());
    const url = URL.parse(request.url);
    return url !== null && this.#parts.policy.judge(url, request.method) === 'ALLOWED';
  }

  abort(callId: number): void {
    const fetch = this.#fetches.get(callId);
    if (fetch) this.#giveUp(fetch);
  }

  abortAll(): void {
    for (const fetch of this.#fetches.values()) this.#giveUp(fetch);
  }

  #giveUp(fetch: Fetch): void {
    this.#fetches.delete(fetch.callId);
    this.#waiting = this.#waiting.filter((other) => other !== fetch);
    fetch.abort.abort(aborted);
    this.#tell(fetch, 'ABORTED');
  }

  #beginWaiting(): void {
    while (this.#underWay < requestsPerRunMax) {
      const fetch = this.#waiting.shift();
      if (!fetch) return;
      this.#underWay++;
      void this.#carryOut(fetch);
    }
  }

  /** Never rejects. Its end is told at once; its place is free when it has let go of everything. */
  async #carryOut(fetch: Fetch): Promise<void> {
    const { clock, options, slots, tenantId } = this.#parts;
    const leftMs = options.requestMsMax - (clock.nowMs() - fetch.begunAtMs);
    const timer = clock.setTimer(Math.max(0, leftMs), () => fetch.abort.abort(tooLate));
    let held = 0;
    const take = (bytes: number): void => {
      this.#charge(bytes);
      slots.hold(bytes);
      held += bytes;
    };
    if (slots.tryTake(tenantId)) {
      const work = this.#response(fetch, take);
      this.#finish(fetch, await resultOf(work, fetch.abort.signal));
      await work.catch(() => {});
      slots.free(tenantId);
    } else {
      this.#finish(fetch, failureOf(nodeBusy()));
    }
    timer.cancel();
    slots.letGo(held);
    this.#underWay--;
    this.#beginWaiting();
  }

  #response(fetch: Fetch, take: (bytes: number) => void): Promise<FetchResponse> {
    const { policy, addresses, secrets, options, tenantId } = this.#parts;
    return carryOutFetch(fetch.request, {
      policy,
      addresses,
      secrets,
      secretsSent: this.#secretsSent,
      resolveHost: (hostname) => this.#parts.resolveHost(hostname, tenantId, fetch.abort.signal),
      responseBytesMax: options.responseBytesMax,
      take,
      signal: fetch.abort.signal,
    });
  }

  #charge(bytes: number): void {
    const { runBytesMax } = this.#parts.options;
    this.#bytes += bytes;
    if (this.#bytes <= runBytesMax) return;
    const message = `The fetches of this run have more than ${runBytesMax} bytes together`;
    throw new FetchFailed('RUN_BYTES_EXCEEDED', message);
  }

  #finish(fetch: Fetch, result: FetchResult): void {
    if (!this.#fetches.delete(fetch.callId)) return;
    this.#tell(fetch, result);
    fetch.done(result);
  }

  #tell({ request, begunAtMs }: Fetch, result: FetchResult | 'ABORTED'): void {
    this.#parts.ended(request, result, this.#parts.clock.nowMs() - begunAtMs);
  }
}

const aborted = new Error('Nobody waits for it any more');
const tooLate = new FetchFailed('TIMED_OUT', 'The response did not come in time');

async function resultOf(work: Promise<FetchResponse>, signal: AbortSignal): Promise<FetchResult> {
  const stopped = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => stopped.reject(signal.reason as Error), { once: true });
  try {
    return { name: 'responded', response: await Promise.race([work, stopped.promise]) };
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown): FetchResult {
  if (error instanceof FetchFailed) return failedFetch(error.code, error.message);
  return failedFetch('CONNECTION_FAILED', 'The request could not be carried out');
}
