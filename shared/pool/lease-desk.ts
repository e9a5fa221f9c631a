/**
 * Who gets which resource. The desk keeps the idle ones, those who wait, and the leases; how many
 * resources there are it takes as given.
 */
import type { Clock } from '../time/clock.ts';
import { isAskedBack, keepsIdle } from './fair-share.ts';
import type { Fitness } from './fitness.ts';
import { IdleShelf, idleSinceMs } from './idle-shelf.ts';
import { KeyCounts } from './key-counts.ts';
import { Lease, type Lessor, type ReleaseVerdict, type ReturnReason } from './lease.ts';
import type { PoolConfig, PoolLimits } from './pool-config.ts';
import type { PoolEntry } from './pool-entry.ts';
import type { PoolObserver } from './pool-observer.ts';
import type { PoolRefusalReason } from './pool-refusal.ts';
import type { Population } from './population.ts';
import type { DestroyReason } from './resource-factory.ts';
import { type AcquireRequest, Waiter, WaiterQueue } from './waiter-queue.ts';

export interface LeaseDeskParts<R extends object> {
  readonly config: PoolConfig;
  readonly clock: Clock;
  readonly observer: PoolObserver<R>;
  readonly population: Population<R>;
  readonly fitness: Fitness<R>;
  /** Whether idle ones may go from one key to another. */
  readonly isRekeyable: boolean;
  /** Called after whatever may let somebody be served, or the number of resources change. */
  readonly changed: () => void;
}

export class LeaseDesk<R extends object> implements Lessor<R> {
  readonly #parts: LeaseDeskParts<R>;
  readonly #shelf = new IdleShelf<R>();
  readonly #waiters = new WaiterQueue<R>();
  /** Leased and being prepared. */
  readonly #held = new KeyCounts();
  #leased = 0;
  #preparing = 0;
  #limits: PoolLimits;
  #isOpen = true;

  constructor(parts: LeaseDeskParts<R>) {
    this.#parts = parts;
    this.#limits = parts.config.limits;
  }

  get shelf(): IdleShelf<R> {
    return this.#shelf;
  }

  get leased(): number {
    return this.#leased;
  }

  get preparing(): number {
    return this.#preparing;
  }

  get waiting(): number {
    return this.#waiters.count;
  }

  setLimits(limits: PoolLimits): void {
    this.#limits = limits;
  }

  /** Refuses whoever waits; from now on what comes back ends. */
  shut(): void {
    this.#isOpen = false;
    for (const waiter of this.#waiters.takeAll()) this.#refuse(waiter, 'DRAINING');
  }

  /**
   * One that needs no preparation, when nobody of that key is overtaken by it. Those who wait for a
   * new one are not, by whoever takes one that the key has used.
   */
  grantNow(
    key: string,
    mustBeNew: boolean,
    isPreferred?: (resource: R) => boolean,
  ): Lease<R> | undefined {
    if (this.#held.of(key) >= this.#limits.leasesPerKeyMax) return undefined;
    const mayReuse = !mustBeNew && !this.#waiters.firstReusing(key);
    const own = mayReuse ? this.#shelf.takeOwn(key, isPreferred) : undefined;
    if (own && this.#parts.fitness.isUnproven(own, this.nowMs())) {
      this.#shelf.put(own);
      return undefined;
    }
    const isFirst = this.#waiters.waitingOf(key) === 0;
    const entry = own ?? (isFirst ? this.#shelf.takeFresh() : undefined);
    return entry && this.#lease(entry, key, 0);
  }

  wait(request: AcquireRequest): Promise<Lease<R>> {
    const waiter = new Waiter<R>(request, this.#parts.clock, (gone, reason) => {
      this.#waiters.remove(gone);
      this.#refuse(gone, reason);
      this.#parts.changed();
    });
    this.#waiters.add(waiter);
    return waiter.settled;
  }

  /** Gives what is idle to those who wait, as far as it can serve them. */
  serve(): void {
    while (this.#shelf.size > 0 && this.#serveNext());
  }

  /**
   * Waiters that one more resource would serve: those of a key at its cap it would not. After
   * `serve` nothing idle is of use to them.
   */
  waitingUnderCap(): number {
    if (this.#waiters.count === 0) return 0;
    let waiting = 0;
    for (const key of this.#waiters.keys()) {
      const room = Math.max(0, this.#limits.leasesPerKeyMax - this.#held.of(key));
      waiting += Math.min(room, this.#waiters.waitingOf(key));
    }
    return waiting;
  }

  /** Takes an idle one in whose place one can be made for those who wait; their own first. */
  takeEvictable(): PoolEntry<R> | undefined {
    const isKept = this.#keptIdle();
    return (
      this.#shelf.takeLeastRecent(({ key = '' }) => this.#waiters.waitingOf(key) > 0) ??
      this.#shelf.takeLeastRecent((entry) => !isKept(entry))
    );
  }

  /** Puts one on the shelf, or has it ended when there is a reason for that. */
  putBack(entry: PoolEntry<R>): void {
    const { population, fitness } = this.#parts;
    const nowMs = this.nowMs();
    entry.phase = { name: 'idle', sinceMs: nowMs };
    if (!this.#isOpen) population.end(entry, 'CLOSING');
    else if (fitness.isWorn(entry, nowMs)) population.end(entry, 'WORN');
    else if (population.lasting > this.#limits.liveMax) population.end(entry, 'SURPLUS');
    else this.#shelf.put(entry);
  }

  /** Gives up what is prepared for somebody who is refused. */
  abandonPreparation(entry: PoolEntry<R>): void {
    if (entry.phase.name === 'preparing') this.#parts.population.end(entry, 'CLOSING');
  }

  /** Takes a lease from its holder and has the resource ended. */
  reclaim(lease: Lease<R>, why: DestroyReason): void {
    if (lease.revoke()) this.#takeBack(lease, 'DISCARD', why);
  }

  returned(lease: Lease<R>, verdict: ReleaseVerdict): void {
    this.#takeBack(lease, verdict, 'DISCARDED');
  }

  returnReason(lease: Lease<R>): ReturnReason | undefined {
    const { population, fitness, config } = this.#parts;
    const entry = population.entryOf(lease.resource);
    const nowMs = this.nowMs();
    if (!entry || fitness.isWorn(entry, nowMs)) return 'WORN';
    if (population.live > this.#limits.liveMax) return 'WANTED';
    const othersWaiting = this.#waiters.count - this.#waiters.waitingOf(lease.key);
    const othersUnserved = othersWaiting - population.creating;
    const liveMax = this.#liveMaxNow();
    if (othersUnserved <= 0 || population.live < liveMax) return undefined;
    const isWanted = isAskedBack({
      held: this.#held.of(lease.key),
      keysInPlay: new Set([...this.#held.keys(), ...this.#waiters.keys()]).size,
      liveMax,
      heldMs: nowMs - lease.grantedAtMs,
      leaseQuantumMs: config.leaseQuantumMs,
    });
    return isWanted ? 'WANTED' : undefined;
  }

  nowMs(): number {
    return this.#parts.clock.nowMs();
  }

  #serveNext(): boolean {
    for (const key of this.#waiters.keys()) {
      if (this.#held.of(key) >= this.#limits.leasesPerKeyMax) continue;
      const first = this.#waiters.first(key);
      const taken = first && this.#takeFor(first);
      // One that waits for a new one does not keep those behind it from what their key has used.
      const waiter = taken ? first : this.#waiters.firstReusing(key);
      const entry = taken ?? (waiter && this.#shelf.takeOwn(key));
      if (!waiter || !entry) continue;
      this.#waiters.takeInTurn(waiter);
      if (this.#parts.fitness.isFitAsItIs(entry, key, this.nowMs())) this.#grant(entry, waiter);
      else void this.#prepare(entry, waiter);
      return true;
    }
    return false;
  }

  #takeFor(waiter: Waiter<R>): PoolEntry<R> | undefined {
    if (waiter.mustBeNew) return this.#shelf.takeFresh();
    return this.#shelf.takeOwn(waiter.key) ?? this.#shelf.takeFresh() ?? this.#takeForeign();
  }

  /** One that other keys have used, when it is not missed or nothing else can be had. */
  #takeForeign(): PoolEntry<R> | undefined {
    const { isRekeyable, population, config } = this.#parts;
    if (!isRekeyable) return undefined;
    const isOneComing =
      population.live < this.#liveMaxNow() || population.creating >= this.waitingUnderCap();
    const restedSinceMs = this.nowMs() - config.rekeyAfterIdleMs;
    const isKept = isOneComing ? () => true : this.#keptIdle();
    return this.#shelf.takeLeastRecent(
      (entry) => idleSinceMs(entry) <= restedSinceMs || !isKept(entry),
    );
  }

  /** Which idle ones their keys keep though others wait: see keepsIdle. */
  #keptIdle(): (entry: PoolEntry<R>) => boolean {
    const liveMax = this.#liveMaxNow();
    if (this.#waiters.keysWaiting > liveMax) return () => false;
    const idle = this.#shelf.usedSince(this.nowMs() - this.#parts.config.rekeyAfterIdleMs);
    const keys = new Set([...this.#held.keys(), ...this.#waiters.keys(), ...idle.keys()]);
    const keysInPlay = keys.size;
    return ({ key = '' }) => {
      const ofKey = idle.get(key) ?? 0;
      return ofKey > 0 && keepsIdle({ has: this.#held.of(key) + ofKey, keysInPlay, liveMax });
    };
  }

  /** While no more can be made, those that there are must do for all. */
  #liveMaxNow(): number {
    const { population } = this.#parts;
    const { liveMax } = this.#limits;
    return population.backoffMs > 0 ? Math.min(liveMax, population.live) : liveMax;
  }

  /** The place is the waiter's from now on; its deadline still runs. */
  async #prepare(entry: PoolEntry<R>, waiter: Waiter<R>): Promise<void> {
    const { fitness, changed } = this.#parts;
    const isUnproven = fitness.isUnproven(entry, this.nowMs());
    entry.phase = { name: 'preparing' };
    this.#preparing++;
    this.#held.change(waiter.key, 1);
    const isFit = await fitness.prepare(entry, waiter.key, isUnproven);
    this.#preparing--;
    this.#held.change(waiter.key, -1);
    if (isFit) entry.key = waiter.key;
    if (waiter.isOpen && !this.#isOpen) this.#refuse(waiter, 'DRAINING');
    // Else it was given up meanwhile, and has been ended.
    if (entry.phase.name === 'preparing') this.#prepared(entry, waiter, isFit);
    changed();
  }

  #prepared(entry: PoolEntry<R>, waiter: Waiter<R>, isFit: boolean): void {
    if (!isFit) {
      if (waiter.isOpen) this.#waiters.putBack(waiter);
      this.#parts.population.end(entry, 'UNFIT');
    } else if (waiter.isOpen) {
      this.#grant(entry, waiter);
    } else {
      this.putBack(entry);
    }
  }

  #grant(entry: PoolEntry<R>, waiter: Waiter<R>): void {
    waiter.grant(this.#lease(entry, waiter.key, this.nowMs() - waiter.sinceMs));
  }

  #lease(entry: PoolEntry<R>, key: string, waitedMs: number): Lease<R> {
    const lease = new Lease(entry.resource, key, this);
    entry.key = key;
    entry.phase = { name: 'leased', lease, wasReportedLeaked: false };
    this.#parts.population.used(entry);
    this.#leased++;
    this.#held.change(key, 1);
    this.#parts.observer.granted?.(entry.resource, key, waitedMs);
    return lease;
  }

  #takeBack(lease: Lease<R>, verdict: ReleaseVerdict, why: DestroyReason): void {
    const entry = this.#parts.population.entryOf(lease.resource);
    if (entry?.phase.name !== 'leased') return;
    this.#leased--;
    this.#held.change(lease.key, -1);
    if (verdict === 'DISCARD') this.#parts.population.end(entry, why);
    else this.putBack(entry);
    this.#parts.changed();
  }

  #refuse(waiter: Waiter<R>, reason: PoolRefusalReason): void {
    const waitedMs = Math.round(this.nowMs() - waiter.sinceMs);
    this.#parts.observer.refused?.(waiter.key, reason);
    waiter.refuse(reason, `${reason} after ${waitedMs} ms`);
  }
}
