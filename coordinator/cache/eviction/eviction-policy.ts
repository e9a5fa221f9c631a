/**
 * Which keys a bounded store should hold. A policy keeps keys and weights, no values: it says what
 * has to go when the weights are more than the store may hold.
 */
export interface EvictionPolicy {
  has(key: string): boolean;
  /** It was asked for. False where the policy does not hold it, and then nothing has changed. */
  touch(key: string): boolean;
  /** Begins to hold it, and tells what has to go for it: which may be the key itself. */
  insert(key: string, weight: number): void;
  /** Forgets it; that it is gone is told to nobody. */
  remove(key: string): void;
  /** Tells what has to go for a smaller bound. */
  resize(weightMax: number): void;
}

/** Hears of each key that has to go, once. */
export type OnEvicted = (key: string) => void;
