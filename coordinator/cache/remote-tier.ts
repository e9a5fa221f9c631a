/**
 * A tier outside this process, which coordinators share. All that it does may fail, and takes time.
 */
import type { Invalidation } from './invalidation.ts';
import type { RemoteTierName } from './tier-name.ts';

/** One entry on its way. Times are what is left of them, by the tier's own clock. */
export interface RemoteEntry {
  /** Absent where what is cached is that there is nothing. */
  readonly body: Buffer | undefined;
  /** Below zero for one that is stale by so much. */
  readonly freshForMs: number;
  /** After it, it is gone. */
  readonly keptForMs: number;
  /** What the value took to make. */
  readonly madeInMs: number;
  /** What makes it out of date. */
  readonly marks: readonly string[];
}

export interface RemoteAnswer {
  readonly entry: RemoteEntry | undefined;
  /**
   * Where the tier's invalidations stood. A value that is asked for after it may be stored under
   * it; it is dropped where something has made it out of date meanwhile.
   */
  readonly lease: string;
}

export interface RemoteTier {
  readonly name: RemoteTierName;
  /** `marks` are those of what may be stored under the lease. */
  get(key: string, marks: readonly string[]): Promise<RemoteAnswer>;
  /** False where it was dropped. */
  set(key: string, entry: RemoteEntry, lease: string): Promise<boolean>;
  /** When it resolves, no coordinator gets from this tier what was there before. */
  invalidate(invalidation: Invalidation): Promise<void>;
  close(): Promise<void>;
}
