/**
 * What keeps runs from a node beyond its own word for its room: its breaker, and the limit of how
 * many are useful at once. The breaker outlives the connection; the limit does not.
 *
 * A run that its node has ended is a good call, whatever the guest did. It is slow where it took
 * much longer than the node says of itself, and a fault where the node claims more time than has
 * passed. Lost with its connection, or not ended in all the time that it had, it is a fault. A node
 * that breaks the protocol, or has forgotten its runs, is broken for certain: no rate is waited for.
 */
import type { Outcome } from '../../shared/execution/outcome.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { AdaptiveLimit } from './adaptive-limit.ts';
import { type CallVerdict, verdictOnNode } from './call-verdict.ts';
import type { CircuitBreaker, Permit } from './circuit-breaker.ts';
import type { RunClass } from './run-class.ts';

export interface NodeGuardOptions {
  readonly runsMax: number;
  readonly hostsMax: number;
}

/** So many runs for each host keep it busy; fewer are never asked of a node. */
const runsPerHostMin = 4;
/** Both measure with clocks that run alike, the node for a shorter time. */
const claimMsMax = 1_000;

export class NodeGuard {
  readonly nodeId: string;
  readonly breaker: CircuitBreaker;
  readonly runsMax: number;
  readonly #limit: AdaptiveLimit;
  readonly #inFlight: Record<RunClass, number> = { interactive: 0, batch: 0 };

  constructor(nodeId: string, breaker: CircuitBreaker, capacity: NodeGuardOptions, clock: Clock) {
    const { runsMax, hostsMax } = capacity;
    this.nodeId = nodeId;
    this.breaker = breaker;
    this.runsMax = runsMax;
    const limitMin = Math.min(runsMax, runsPerHostMin * hostsMax);
    this.#limit = new AdaptiveLimit({ limitMin, limitMax: runsMax }, clock);
  }

  /** What is useful at once, as far as is known. */
  get runsUseful(): number {
    return this.#limit.limit;
  }

  admits(runClass: RunClass): boolean {
    return this.breaker.admits() && this.#limit.hasRoom(runClass, this.#inFlight);
  }

  /** A run begins that will take `runMsMax` at the longest; the permit is for its end. */
  began(runClass: RunClass, runMsMax: number): Permit {
    this.#inFlight[runClass]++;
    return this.breaker.acquire(runMsMax);
  }

  /** What it says of the node. */
  ended(runClass: RunClass, permit: Permit, tookMs: number, { word, usage }: Outcome): CallVerdict {
    const claimedMs = (usage.wallUs + usage.queuedUs) / 1_000;
    const isLie = claimedMs > tookMs + claimMsMax;
    const verdict = isLie ? 'fault' : verdictOnNode[word];
    this.breaker.settle(permit, verdict, wholeMs(tookMs - claimedMs));
    if (verdict === 'good') this.#sample(tookMs - usage.wallUs / 1_000);
    this.#inFlight[runClass]--;
    return verdict;
  }

  /** The node did not begin it, which it may. */
  refused(runClass: RunClass, permit: Permit): void {
    this.#inFlight[runClass]--;
    this.breaker.settle(permit, 'uncounted', 0);
  }

  /** The node is gone with it, or has forgotten it. */
  lost(runClass: RunClass, permit: Permit): void {
    this.#inFlight[runClass]--;
    this.breaker.settle(permit, 'fault', 0);
  }

  /** No run waits on the node. */
  nothingWaits(): void {
    this.#limit.relax();
  }

  /** The node has said what cannot be. */
  violated(): void {
    this.breaker.trip();
  }

  #sample(delayMs: number): void {
    const { interactive, batch } = this.#inFlight;
    this.#limit.sample(wholeMs(delayMs), interactive + batch);
  }
}

/** A whole number can be handed on without being allocated. */
function wholeMs(ms: number): number {
  return Math.max(0, Math.round(ms));
}
