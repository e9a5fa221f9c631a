/** How many of the executions of the last minutes and hours failed by a fault of the cluster. */
import type { Clock } from '../../../shared/time/clock.ts';

const bucketMs = 10_000;
/** Six hours, and the bucket that is being filled. */
const bucketCount = (6 * 60 * 60 * 1000) / bucketMs + 1;

export interface FaultCount {
  readonly answered: number;
  readonly faults: number;
}

export class FaultWindows {
  readonly #clock: Clock;
  readonly #answered = new Float64Array(bucketCount);
  readonly #faults = new Float64Array(bucketCount);
  /** Buckets since the clock's origin. */
  #current: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#current = this.#bucketNow();
  }

  count(isFault: boolean): void {
    this.#advance();
    const at = this.#current % bucketCount;
    this.#answered[at] = (this.#answered[at] ?? 0) + 1;
    if (isFault) this.#faults[at] = (this.#faults[at] ?? 0) + 1;
  }

  /** Of the last `windowMs`, and up to 10 s more. */
  over(windowMs: number): FaultCount {
    this.#advance();
    const buckets = Math.min(bucketCount, Math.ceil(windowMs / bucketMs) + 1);
    let answered = 0;
    let faults = 0;
    for (let back = 0; back < buckets; back++) {
      const at = (this.#current - back + bucketCount * 2) % bucketCount;
      answered += this.#answered[at] ?? 0;
      faults += this.#faults[at] ?? 0;
    }
    return { answered, faults };
  }

  #bucketNow(): number {
    return Math.floor(this.#clock.nowMs() / bucketMs);
  }

  /** Clears what time has passed over. */
  #advance(): void {
    const now = this.#bucketNow();
    const passed = Math.min(bucketCount, now - this.#current);
    for (let step = 0; step < passed; step++) {
      const at = (now - step) % bucketCount;
      this.#answered[at] = 0;
      this.#faults[at] = 0;
    }
    this.#current = Math.max(this.#current, now);
  }
}
