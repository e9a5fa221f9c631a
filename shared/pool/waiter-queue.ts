/**
 * Who waits for a resource: first come, first served within a key; between keys in turn, so a
 * key with a thousand waiters delays one with a single waiter by one grant and no more.
 */
import type { Clock, Timer } from '../time/clock.ts';
import type { Lease } from './lease.ts';
import { PoolRefusal, type PoolRefusalReason } from './pool-refusal.ts';

export interface AcquireRequest {
  /** Whom it is for; one key where all are alike. @default '' */
  readonly key?: string;
  /** Clock.nowMs by which it must be granted. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
  /** Take none that anybody has used before. @default false */
  readonly mustBeNew?: boolean;
}

/**
 *   open ──granted──▶ settled
 *     └──timed out, aborted, refused──▶ settled     and never granted after that
 */
export class Waiter<R extends object> {
  readonly key: string;
  readonly mustBeNew: boolean;
  readonly sinceMs: number;
  readonly settled: Promise<Lease<R>>;
  readonly #resolve: (lease: Lease<R>) => void;
  readonly #reject: (refusal: PoolRefusal) => void;
  readonly #timer: Timer;
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort: () => void;
  #isOpen = true;

  constructor(
    request: AcquireRequest,
    clock: Clock,
    gaveUp: (waiter: Waiter<R>, reason: 'TIMED_OUT' | 'ABORTED') => void,
  ) {
    this.key = request.key ?? '';
    this.mustBeNew = request.mustBeNew ?? false;
    this.sinceMs = clock.nowMs();
    const { promise, resolve, reject } = Promise.withResolvers<Lease<R>>();
    this.settled = promise;
    this.#resolve = resolve;
    this.#reject = reject;
    const waitMs = Math.max(0, request.deadlineMs - this.sinceMs);
    this.#timer = clock.setTimer(waitMs, () => gaveUp(this, 'TIMED_OUT'));
    this.#signal = request.signal;
    this.#onAbort = () => gaveUp(this, 'ABORTED');
    this.#signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  grant(lease: Lease<R>): void {
    this.#settle();
    this.#resolve(lease);
  }

  refuse(reason: PoolRefusalReason, detail: string): void {
    if (!this.#isOpen) return;
    this.#settle();
    this.#reject(new PoolRefusal(reason, detail));
  }

  #settle(): void {
    this.#isOpen = false;
    this.#timer.cancel();
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }
}

export class WaiterQueue<R extends object> {
  /** Keys in the order of their turns; none has an empty list. */
  readonly #byKey = new Map<string, Waiter<R>[]>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  get keysWaiting(): number {
    return this.#byKey.size;
  }

  waitingOf(key: string): number {
    return this.#byKey.get(key)?.length ?? 0;
  }

  keys(): MapIterator<string> {
    return this.#byKey.keys();
  }

  add(waiter: Waiter<R>): void {
    this.#listOf(waiter.key).push(waiter);
    this.#count++;
  }

  /** For one that was taken off but could not be served: it is still the first of its key. */
  putBack(waiter: Waiter<R>): void {
    this.#listOf(waiter.key).unshift(waiter);
    this.#count++;
  }

  /** The first of `key`. */
  first(key: string): Waiter<R> | undefined {
    return this.#byKey.get(key)?.[0];
  }

  /** The first of `key` that a used one would serve. */
  firstReusing(key: string): Waiter<R> | undefined {
    return this.#byKey.get(key)?.find((waiter) => !waiter.mustBeNew);
  }

  /** Takes a waiter off; its key's next turn comes after everybody else's. */
  takeInTurn(waiter: Waiter<R>): void {
    this.remove(waiter);
    const rest = this.#byKey.get(waiter.key);
    if (!rest) return;
    this.#byKey.delete(waiter.key);
    this.#byKey.set(waiter.key, rest);
  }

  /** Whether it was there. */
  remove(waiter: Waiter<R>): boolean {
    const list = this.#byKey.get(waiter.key);
    const at = list?.indexOf(waiter) ?? -1;
    if (!list || at < 0) return false;
    list.splice(at, 1);
    if (list.length === 0) this.#byKey.delete(waiter.key);
    this.#count--;
    return true;
  }

  /** Empties the queue. */
  takeAll(): Waiter<R>[] {
    const all = [...this.#byKey.values()].flat();
    this.#byKey.clear();
    this.#count = 0;
    return all;
  }

  #listOf(key: string): Waiter<R>[] {
    const list = this.#byKey.get(key);
    if (list) return list;
    const made: Waiter<R>[] = [];
    this.#byKey.set(key, made);
    return made;
  }
}
