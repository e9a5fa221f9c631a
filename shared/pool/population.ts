/**
 * The resources that exist: how they come, how they end, how many there are. Which of them is
 * used by whom is the pool's business.
 */
import type { Random } from '../random/random.ts';
import type { Clock } from '../time/clock.ts';
import { CreationBackoff } from './creation-backoff.ts';
import type { PoolConfig } from './pool-config.ts';
import type { PoolEntry } from './pool-entry.ts';
import type { PoolObserver } from './pool-observer.ts';
import type { DestroyReason, ResourceFactory } from './resource-factory.ts';

export interface PopulationListener<R extends object> {
  /** One was made; its phase is idle. */
  arrived(entry: PoolEntry<R>): void;
  /** One is gone, or could not be made: there may be room for another. */
  changed(): void;
}

export class Population<R extends object> {
  readonly #factory: ResourceFactory<R>;
  readonly #config: PoolConfig;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #observer: PoolObserver<R>;
  readonly #listener: PopulationListener<R>;
  readonly #backoff: CreationBackoff;
  readonly #entries = new Map<R, PoolEntry<R>>();
  readonly #abandonment = new AbortController();
  #creating = 0;
  #ending = 0;

  constructor(
    factory: ResourceFactory<R>,
    config: PoolConfig,
    { clock, random, observer }: { clock: Clock; random: Random; observer: PoolObserver<R> },
    listener: PopulationListener<R>,
  ) {
    this.#factory = factory;
    this.#config = config;
    this.#clock = clock;
    this.#random = random;
    this.#observer = observer;
    this.#listener = listener;
    this.#backoff = new CreationBackoff(config.backoffMsMin, config.backoffMsMax, random);
  }

  /** All that exist, those on their way in or out included. */
  get live(): number {
    return this.#entries.size + this.#creating;
  }

  get creating(): number {
    return this.#creating;
  }

  get ending(): number {
    return this.#ending;
  }

  /** Those that can be used now or soon. */
  get lasting(): number {
    return this.live - this.#ending;
  }

  /** 0 when creation is not held back by earlier failures. */
  get backoffMs(): number {
    return this.#backoff.waitMs(this.#clock.nowMs());
  }

  entryOf(resource: R): PoolEntry<R> | undefined {
    return this.#entries.get(resource);
  }

  entries(): IterableIterator<PoolEntry<R>> {
    return this.#entries.values();
  }

  /** Begins to make up to `wanted`, as many as may be made at once and earlier failures admit. */
  create(wanted: number): void {
    if (this.backoffMs > 0) return;
    // After a failure one at a time, until it is known that they can be made again.
    const atOnce = this.#backoff.failuresInARow > 0 ? 1 : this.#config.creatingMax;
    const count = Math.min(wanted, atOnce - this.#creating);
    for (let made = 0; made < count; made++) this.#createOne();
  }

  /** The pool ends: what is being made is wanted no more. */
  abandonCreation(): void {
    this.#abandonment.abort();
  }

  /** The first use of a resource proves that the factory works. */
  used(entry: PoolEntry<R>): void {
    if (entry.uses === 0) this.#backoff.succeeded();
    entry.uses++;
  }

  end(entry: PoolEntry<R>, reason: DestroyReason): void {
    entry.phase = { name: 'ending' };
    this.#ending++;
    this.#observer.destroyed?.(entry.resource, reason);
    const gone = (): void => {
      this.#ending--;
      this.#leave(entry);
    };
    Promise.try(() => this.#factory.destroy(entry.resource, reason)).then(gone, gone);
  }

  /** It ended by itself. One that died before anybody used it counts as not made. */
  lost(entry: PoolEntry<R>): void {
    this.#observer.lost?.(entry.resource);
    if (entry.uses === 0) this.#failed(new Error('it ended before its first use'));
    this.#leave(entry);
  }

  #leave(entry: PoolEntry<R>): void {
    entry.phase = { name: 'gone' };
    this.#entries.delete(entry.resource);
    this.#listener.changed();
  }

  #createOne(): void {
    this.#creating++;
    const beganAtMs = this.#clock.nowMs();
    Promise.try(() => this.#factory.create(this.#abandonment.signal)).then(
      (resource) => {
        this.#creating--;
        this.#observer.created?.(resource, this.#clock.nowMs() - beganAtMs);
        this.#listener.arrived(this.#enter(resource));
      },
      (error: unknown) => {
        this.#creating--;
        if (!this.#abandonment.signal.aborted) this.#failed(error);
        this.#listener.changed();
      },
    );
  }

  #enter(resource: R): PoolEntry<R> {
    const nowMs = this.#clock.nowMs();
    const jitter = 0.9 + 0.2 * this.#random.next();
    const entry: PoolEntry<R> = {
      resource,
      wornAtMs: nowMs + this.#config.ageMsMax * jitter,
      key: undefined,
      uses: 0,
      phase: { name: 'idle', sinceMs: nowMs },
    };
    this.#entries.set(resource, entry);
    return entry;
  }

  #failed(error: unknown): void {
    this.#backoff.failed(this.#clock.nowMs());
    this.#observer.createFailed?.(error, this.#backoff.failuresInARow, this.backoffMs);
  }
}
