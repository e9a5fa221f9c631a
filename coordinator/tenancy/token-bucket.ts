/**
 * A bound on an average: what is taken flows back at a rate, up to a capacity. More than there is may
 * be taken, by who learns of it afterwards only; then nothing is there until that has flowed back.
 */
/** What many small steps may lose. */
const roundingMax = 1e-6;

export class TokenBucket {
  readonly #perMs: number;
  readonly #capacity: number;
  #level: number;
  #atMs: number;

  /** Full. `perMs` and `capacity` are above 0. */
  constructor(perMs: number, capacity: number, nowMs: number) {
    this.#perMs = perMs;
    this.#capacity = capacity;
    this.#level = capacity;
    this.#atMs = nowMs;
  }

  /** Below 0 where more was taken than there was. */
  level(nowMs: number): number {
    const passedMs = nowMs - this.#atMs;
    if (passedMs > 0) {
      this.#level = Math.min(this.#capacity, this.#level + passedMs * this.#perMs);
      this.#atMs = nowMs;
    }
    return this.#level;
  }

  /** Whatever is there. */
  take(amount: number, nowMs: number): void {
    this.#level = this.level(nowMs) - amount;
  }

  /** How long until so much is there, which is no more than the capacity, in whole ms; 0 where it is. */
  waitMs(amount: number, nowMs: number): number {
    const missing = amount - this.level(nowMs);
    return missing <= roundingMax ? 0 : Math.ceil((missing - roundingMax) / this.#perMs);
  }

  /** Of another rate; what is there, or is owed, stays. */
  changed(perMs: number, capacity: number, nowMs: number): TokenBucket {
    const next = new TokenBucket(perMs, capacity, nowMs);
    next.take(Math.max(0, capacity - this.level(nowMs)), nowMs);
    return next;
  }
}
