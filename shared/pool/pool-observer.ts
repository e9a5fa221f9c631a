/** What a pool tells its telemetry. */
import type { PoolRefusalReason } from './pool-refusal.ts';
import type { DestroyReason } from './resource-factory.ts';

export interface PoolObserver<R extends object> {
  created?(resource: R, tookMs: number): void;
  /** The next attempt is made no sooner than `retryInMs` from now. */
  createFailed?(error: unknown, failuresInARow: number, retryInMs: number): void;
  /** Said when the end of it begins. */
  destroyed?(resource: R, reason: DestroyReason): void;
  /** It ended by itself. */
  lost?(resource: R): void;
  granted?(resource: R, key: string, waitedMs: number): void;
  refused?(key: string, reason: PoolRefusalReason): void;
  /** Said once a lease. */
  leaked?(resource: R, key: string, heldMs: number): void;
}

/** A pool at one moment. live = idle + leased + preparing + creating + destroying. */
export interface PoolStats {
  readonly live: number;
  readonly idle: number;
  /** Of the idle, those no key has used yet. */
  readonly idleNew: number;
  readonly leased: number;
  /** Being validated or handed from one key to another for somebody who waits. */
  readonly preparing: number;
  readonly creating: number;
  readonly destroying: number;
  readonly waiting: number;
}
