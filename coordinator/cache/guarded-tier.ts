/**
 * A remote tier whose failures are nobody's affair: each operation has a time limit, a tier that
 * fails is left alone for a while, and what could not be invalidated is kept in mind until it has
 * been. Where the tier has nothing to say the answer is undefined, and callers go on without it.
 */
import type { Timer } from '../../shared/time/clock.ts';
import type { TierStats } from './cache-stats.ts';
import { type Invalidation, markOf } from './invalidation.ts';
import type { LimitedCalls } from './limited-calls.ts';
import type { RemoteAnswer, RemoteEntry, RemoteTier } from './remote-tier.ts';
import type { RemoteTierName } from './tier-name.ts';

const retryEveryMs = 500;
/** Nothing is ever stored under it. */
const checkedKey = 'health';
/** More than these become one for each namespace. */
const pendingMax = 10_000;

export class GuardedTier {
  readonly #tier: RemoteTier;
  readonly #calls: LimitedCalls;
  /** What the tier has not been told yet, by its mark. */
  readonly #pending = new Map<string, Invalidation>();
  #retryTimer: Timer | undefined;
  #isClosed = false;

  constructor(tier: RemoteTier, calls: LimitedCalls) {
    this.#tier = tier;
    this.#calls = calls;
  }

  get name(): RemoteTierName {
    return this.#tier.name;
  }

  /** How many invalidations the tier has not been told of yet. */
  get pending(): number {
    return this.#pending.size;
  }

  async get(
    key: string,
    marks: readonly string[],
    stats: TierStats,
  ): Promise<RemoteAnswer | undefined> {
    // What it holds may be what it has not been told about.
    if (this.#isPending(marks)) return undefined;
    const answer = await this.#try(() => this.#tier.get(key, marks), stats);
    if (!answer || this.#isPending(answer.entry?.marks ?? [])) return undefined;
    if (!answer.entry) stats.misses++;
    else {
      stats.hits++;
      if (answer.entry.freshForMs <= 0) stats.staleHits++;
    }
    return answer;
  }

  /** Rejects where the tier does not answer now. */
  async check(): Promise<void> {
    const answer = await this.#try(() => this.#tier.get(checkedKey, []));
    if (!answer) throw new Error('It does not answer, or its circuit breaker is open');
  }

  /** False where it was dropped, since it is out of date; undefined where the tier failed. */
  async set(
    key: string,
    entry: RemoteEntry,
    lease: string,
    stats: TierStats,
  ): Promise<boolean | undefined> {
    const wasKept = await this.#try(() => this.#tier.set(key, entry, lease), stats);
    if (wasKept) stats.fills++;
    else if (wasKept === false) stats.fillsDropped++;
    return wasKept;
  }

  /** Resolves when the tier has been told, or has failed: it is then told as soon as it can be. */
  async invalidate(invalidation: Invalidation): Promise<void> {
    const mark = markOf(invalidation);
    this.#pending.set(mark, invalidation);
    if (this.#pending.size > pendingMax) this.#condensePending();
    await this.#tell(mark);
    this.#scheduleRetry();
  }

  close(): Promise<void> {
    this.#isClosed = true;
    this.#retryTimer?.cancel();
    return this.#tier.close();
  }

  #isPending(marks: readonly string[]): boolean {
    return this.#pending.size > 0 && marks.some((mark) => this.#pending.has(mark));
  }

  async #tell(mark: string): Promise<boolean> {
    const invalidation = this.#pending.get(mark);
    if (!invalidation) return true;
    const tell = async (): Promise<true> => {
      await this.#tier.invalidate(invalidation);
      return true;
    };
    const wasTold = await this.#try(tell);
    // One that came again meanwhile is another, and to be told once more.
    if (wasTold && this.#pending.get(mark) === invalidation) this.#pending.delete(mark);
    return wasTold === true;
  }

  #scheduleRetry(): void {
    if (this.#pending.size === 0 || this.#retryTimer || this.#isClosed) return;
    this.#retryTimer = this.#calls.clock.setTimer(retryEveryMs, () => {
      this.#retryTimer = undefined;
      void this.#retry();
    });
  }

  async #retry(): Promise<void> {
    for (const mark of [...this.#pending.keys()]) if (!(await this.#tell(mark))) break;
    this.#scheduleRetry();
  }

  #condensePending(): void {
    const namespaces = new Set([...this.#pending.values()].map(({ namespace }) => namespace));
    this.#pending.clear();
    for (const namespace of namespaces) {
      const whole = { name: 'namespace', namespace } as const;
      this.#pending.set(markOf(whole), whole);
    }
  }

  /** Undefined when it failed. */
  async #try<Result>(
    operate: () => Promise<Result>,
    stats?: TierStats,
  ): Promise<Result | undefined> {
    const result = await this.#calls.try(operate);
    if (result === undefined && stats) stats.failures++;
    return result;
  }
}
