/**
 * A pool of things that are costly to make and used by one holder at a time: sandbox hosts,
 * connections.
 *
 *   running ──drain──▶ draining ──last lease back, everything destroyed──▶ closed
 *      └──────────────close: leases are reclaimed────────────────────────────▲
 *
 * Resources are leased to keys (tenants). An idle one that the key used last is preferred; then a
 * new one; then, before anybody is refused, the one that another key has left idle longest.
 *
 * Where to look: who gets one is lease-desk.ts, how they come and go population.ts, how many
 * there should be population-plan.ts and scaling-rule.ts, one resource's phases pool-entry.ts.
 */
import type { Random } from '../random/random.ts';
import type { Clock, Timer } from '../time/clock.ts';
import { Fitness } from './fitness.ts';
import type { Lease } from './lease.ts';
import { LeaseDesk } from './lease-desk.ts';
import {
  checkPoolLimits,
  compilePoolConfig,
  type PoolConfig,
  type PoolLimits,
  type PoolOptions,
} from './pool-config.ts';
import type { PoolEntry } from './pool-entry.ts';
import type { PoolObserver, PoolStats } from './pool-observer.ts';
import { PoolRefusal } from './pool-refusal.ts';
import { Population } from './population.ts';
import { planPopulation } from './population-plan.ts';
import type { DestroyReason, ResourceFactory } from './resource-factory.ts';
import { liveWanted, PeakWindow } from './scaling-rule.ts';
import type { AcquireRequest } from './waiter-queue.ts';

export interface PoolParts<R extends object> {
  readonly clock: Clock;
  readonly random: Random;
  readonly observer?: PoolObserver<R>;
}

export interface TryRequest<R extends object> extends Pick<AcquireRequest, 'key' | 'mustBeNew'> {
  /** Which of those that the key has used is better. @default the one it used most recently */
  readonly isPreferred?: (resource: R) => boolean;
}

export class ResourcePool<R extends object> {
  readonly #config: PoolConfig;
  #limits: PoolLimits;
  readonly #isRekeyable: boolean;
  readonly #clock: Clock;
  readonly #observer: PoolObserver<R>;
  readonly #fitness: Fitness<R>;
  readonly #population: Population<R>;
  readonly #desk: LeaseDesk<R>;
  readonly #wanted: PeakWindow;
  #phase: 'running' | 'draining' | 'closed' = 'running';
  readonly #closed = Promise.withResolvers<void>();
  #maintenance: Timer | undefined;
  #retry: Timer | undefined;

  constructor(
    factory: ResourceFactory<R>,
    options: PoolOptions,
    { clock, random, observer = {} }: PoolParts<R>,
  ) {
    const config = compilePoolConfig(options);
    this.#config = config;
    this.#limits = config.limits;
    this.#isRekeyable = factory.rekey !== undefined;
    this.#clock = clock;
    this.#observer = observer;
    this.#fitness = new Fitness(factory, config);
    this.#wanted = new PeakWindow(config.stabilizationMs);
    const arrived = (entry: PoolEntry<R>): void => {
      this.#desk.putBack(entry);
      this.#settle();
    };
    const changed = (): void => this.#settle();
    const telling = { clock, random, observer };
    this.#population = new Population(factory, config, telling, { arrived, changed });
    this.#desk = new LeaseDesk({
      config,
      clock,
      observer,
      changed,
      population: this.#population,
      fitness: this.#fitness,
      isRekeyable: this.#isRekeyable,
    });
  }

  /** Makes the least that should live, and begins to look after what lives. */
  start(): void {
    if (this.#maintenance || this.#phase !== 'running') return;
    const maintain = (): void => {
      this.#maintain();
      if (this.#phase !== 'running') return;
      this.#maintenance = this.#clock.setTimer(this.#config.maintainEveryMs, maintain);
    };
    maintain();
  }

  /** Grants now or not at all: one that needs no preparation, and nobody is overtaken. */
  tryAcquire(request: TryRequest<R> = {}): Lease<R> | undefined {
    if (this.#phase !== 'running') return undefined;
    const { key = '', mustBeNew = false, isPreferred } = request;
    const lease = this.#desk.grantNow(key, mustBeNew, isPreferred);
    if (lease) this.#populate();
    return lease;
  }

  /**
   * Grants as soon as there is one, in turn. Rejects with a PoolRefusal when the deadline
   * passes, the signal aborts, too many wait, or the pool drains.
   */
  async acquire(request: AcquireRequest): Promise<Lease<R>> {
    const refusal = this.#whyRefused(request);
    if (refusal) {
      this.#observer.refused?.(request.key ?? '', refusal.reason);
      throw refusal;
    }
    const lease = this.tryAcquire(request);
    if (lease) return lease;
    const granted = this.#desk.wait(request);
    this.#settle();
    return granted;
  }

  /** Changes the limits; nothing in use is dropped. What is above them ends when it comes back. */
  resize(limits: Partial<PoolLimits>): void {
    this.#limits = checkPoolLimits({ ...this.#limits, ...limits });
    this.#desk.setLimits(this.#limits);
    this.#settle();
  }

  /** Tells the pool that a resource ended by itself. One that is leased is lost to its holder. */
  lost(resource: R): void {
    const entry = this.#population.entryOf(resource);
    if (entry?.phase.name === 'idle') {
      this.#desk.shelf.remove(entry);
      this.#population.lost(entry);
    } else if (entry?.phase.name === 'leased') {
      entry.phase.lease.release('DISCARD');
    } // One that is being prepared will be found unfit; one that ends, ends.
  }

  stats(): PoolStats {
    return {
      live: this.#population.live,
      idle: this.#desk.shelf.size,
      idleNew: this.#desk.shelf.freshCount,
      leased: this.#desk.leased,
      preparing: this.#desk.preparing,
      creating: this.#population.creating,
      destroying: this.#population.ending,
      waiting: this.#desk.waiting,
    };
  }

  /** Refuses whoever waits or comes, waits for the leases, destroys everything. */
  drain(): Promise<void> {
    if (this.#phase === 'running') {
      this.#phase = 'draining';
      this.#maintenance?.cancel();
      this.#retry?.cancel();
      this.#desk.shut();
      this.#population.abandonCreation();
      this.#endLeastRecent(this.#desk.shelf.size, 'CLOSING');
      this.#settle();
    }
    return this.#closed.promise;
  }

  /** As drain, but takes the leased ones from their holders. */
  close(): Promise<void> {
    const closed = this.drain();
    for (const entry of this.#population.entries()) {
      if (entry.phase.name === 'leased') this.#desk.reclaim(entry.phase.lease, 'CLOSING');
      else this.#desk.abandonPreparation(entry);
    }
    return closed;
  }

  #whyRefused(request: AcquireRequest): PoolRefusal | undefined {
    if (this.#phase !== 'running') return new PoolRefusal('DRAINING', 'the pool ends');
    if (request.signal?.aborted) return new PoolRefusal('ABORTED', 'given up before it began');
    if (request.deadlineMs <= this.#clock.nowMs()) {
      return new PoolRefusal('TIMED_OUT', 'the deadline had passed before it began');
    }
    if (this.#desk.waiting >= this.#limits.waitersMax) {
      return new PoolRefusal('QUEUE_FULL', `as many wait as may: ${this.#desk.waiting}`);
    }
    return undefined;
  }

  /** After any change: serve who can be served, then see whether the number is right. */
  #settle(): void {
    this.#desk.serve();
    this.#populate();
    if (this.#phase === 'draining' && this.#population.live === 0) {
      this.#phase = 'closed';
      this.#closed.resolve();
    }
  }

  /** Makes what is missing, and room for it where others' idle ones are in the way. */
  #populate(): void {
    if (this.#phase !== 'running') return;
    const { shelf, leased, preparing } = this.#desk;
    const { creating, ending, live, backoffMs } = this.#population;
    const counts = {
      busy: leased + preparing,
      waiting: this.#desk.waitingUnderCap(),
      idle: shelf.size,
      idleForAnybody: this.#isRekeyable
        ? shelf.countRested(this.#clock.nowMs() - this.#config.rekeyAfterIdleMs)
        : shelf.freshCount,
      creating,
      ending,
      live,
      isCreationPaused: backoffMs > 0,
    };
    const plan = planPopulation(counts, this.#limits, this.#config);
    this.#population.create(plan.toCreate);
    this.#endLeastRecent(plan.toShed, 'SURPLUS');
    this.#evict(plan.toEvict);
    this.#wanted.record(this.#clock.nowMs(), liveWanted(counts, this.#limits, this.#config));
    this.#retryAfterBackoff();
  }

  /** While creation pauses nothing else would wake the pool for those who wait. */
  #retryAfterBackoff(): void {
    const waitMs = this.#population.backoffMs;
    if (waitMs === 0 || this.#retry) return;
    this.#retry = this.#clock.setTimer(waitMs, () => {
      this.#retry = undefined;
      this.#settle();
    });
  }

  #maintain(): void {
    const nowMs = this.#clock.nowMs();
    for (const entry of this.#desk.shelf.entries()) {
      if (!this.#fitness.isWorn(entry, nowMs)) continue;
      this.#desk.shelf.remove(entry);
      this.#population.end(entry, 'WORN');
    }
    for (const entry of this.#population.entries()) this.#lookForLeak(entry, nowMs);
    this.#settle();
    this.#endLeastRecent(this.#population.lasting - this.#wanted.peak, 'SURPLUS');
  }

  #lookForLeak(entry: PoolEntry<R>, nowMs: number): void {
    if (entry.phase.name !== 'leased' || entry.phase.wasReportedLeaked) return;
    const { lease } = entry.phase;
    const heldMs = nowMs - lease.renewedAtMs;
    if (heldMs < this.#config.leakAfterMs) return;
    entry.phase.wasReportedLeaked = true;
    this.#observer.leaked?.(entry.resource, lease.key, heldMs);
    if (this.#config.leakAction === 'RECLAIM') this.#desk.reclaim(lease, 'LEAKED');
  }

  #evict(count: number): void {
    for (let evicted = 0; evicted < count; evicted++) {
      const entry = this.#desk.takeEvictable();
      if (!entry) return;
      this.#population.end(entry, 'EVICTED');
    }
  }

  #endLeastRecent(count: number, reason: DestroyReason): void {
    for (let ended = 0; ended < count; ended++) {
      const entry = this.#desk.shelf.takeLeastRecent() ?? this.#desk.shelf.takeFresh();
      if (!entry) return;
      this.#population.end(entry, reason);
    }
  }
}
