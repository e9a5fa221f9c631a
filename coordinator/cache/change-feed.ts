/** How this process hears of what other coordinators have called out of date. */
import type { Invalidation } from './invalidation.ts';

export interface ChangeListener {
  invalidated(invalidation: Invalidation): void;
  /** Some may have been missed: nothing that was heard of before can be relied on. */
  missed(): void;
}

export interface ChangeFeed {
  /** Resolves when it first listens, which may never be. */
  start(listener: ChangeListener): Promise<void>;
  close(): Promise<void>;
}
