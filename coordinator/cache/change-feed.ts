/** How this process hears of what other coordinators have called out of date. */
import type { Invalidation } from './invalidation.ts';

export interface ChangeListener {
  invalidated(invalidation: Invalidation): void;
  /** Some may have been missed: nothing that was heard of before can be relied on. */
  missed(): void;
}

export interface ChangeFeed {
  start(listener: ChangeListener): void;
  close(): Promise<void>;
}
