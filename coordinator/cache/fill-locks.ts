/** Who of several coordinators makes a value that all of them lack. */
export interface FillLocks {
  /**
   * `taken` while another makes it; undefined where nobody can say, and then everybody makes it.
   * One that is granted is kept until it is released, or its coordinator is gone.
   */
  acquire(key: string): Promise<FillLock | 'taken' | undefined>;
}

export interface FillLock {
  release(): void;
}
