/**
 * One value being brought to where it was asked for: from a tier that has it, or else made.
 *
 *   looking ──found──▶ answered
 *      └── nobody has it ──▶ locking ──another made it meanwhile──▶ answered
 *                              └── ours, or waited long enough ──▶ making ──▶ answered, then stored
 *
 * A fill has leases: where each tier's invalidations stood before anything was asked. What was made
 * out of date meanwhile is answered to those who asked before, and stored nowhere.
 */
import type { CacheAnswer, Factory } from './cache-answer.ts';
import { type CacheConfig, keptMsMax } from './cache-options.ts';
import type { CacheStats } from './cache-stats.ts';
import type { CacheTiers } from './cache-tiers.ts';
import { CacheTimeout } from './cache-timeout.ts';
import type { FillLock } from './fill-locks.ts';
import type { GuardedTier } from './guarded-tier.ts';
import { marksOf, tierKey } from './invalidation.ts';
import type { MemoryEntry } from './memory-tier.ts';
import type { RemoteEntry } from './remote-tier.ts';
import type { RemoteTierName, TierName } from './tier-name.ts';
import { withinTime } from './within-time.ts';

export interface FillParts<Value> {
  readonly config: CacheConfig<Value>;
  readonly tiers: CacheTiers;
  readonly stats: CacheStats;
}

interface Made<Value> {
  readonly value: Value | undefined;
  readonly body: Buffer | undefined;
  readonly tookMs: number;
}

const lockPollMsMin = 10;
const lockPollMsMax = 100;
const jitterShare = 0.1;

export class Fill<Value> {
  readonly marks: readonly string[];
  /** Of the mark table, before anything was asked. */
  readonly sequence: number;
  readonly #parts: FillParts<Value>;
  readonly #ownKey: string;
  /** In the tiers that namespaces share. */
  readonly #key: string;
  readonly #leases = new Map<GuardedTier, string>();
  #stale: CacheAnswer<Value> | undefined;
  #lock: FillLock | undefined;
  #stored: Promise<void> = Promise.resolve();

  /** `held` is what L1 has of it, if anything: past its freshness. */
  constructor(
    key: string,
    tags: readonly string[],
    parts: FillParts<Value>,
    held?: CacheAnswer<Value>,
  ) {
    const { namespace } = parts.config;
    this.#ownKey = key;
    this.#key = tierKey(namespace, key);
    this.marks = marksOf(namespace, key, tags);
    this.sequence = parts.tiers.marks.sequence;
    this.#parts = parts;
    this.#stale = held;
  }

  /** Whether nothing has made it out of date since it began. */
  get isCurrent(): boolean {
    return this.#parts.tiers.marks.covers(this.marks, this.sequence);
  }

  /** Settles when what it has made is stored, where it is. */
  get stored(): Promise<void> {
    return this.#stored;
  }

  /** What a tier has, or undefined. */
  look(): Promise<CacheAnswer<Value> | undefined> {
    return this.#lookIn(this.#parts.tiers.remotes);
  }

  async #lookIn(remotes: readonly GuardedTier[]): Promise<CacheAnswer<Value> | undefined> {
    for (const [index, tier] of remotes.entries()) {
      const answer = await tier.get(this.#key, this.marks, this.#parts.stats.tiers[tier.name]);
      if (!answer) continue;
      this.#leases.set(tier, answer.lease);
      const found = answer.entry && this.#read(answer.entry, tier.name);
      if (!found || !answer.entry) continue;
      if (found.isStale) this.#stale ??= found;
      else {
        this.#keepHere(found.value, answer.entry);
        this.#storeAbove(remotes.slice(0, index), answer.entry);
        return found;
      }
    }
    return undefined;
  }

  /** As `look`, and where no tier has it has it made. */
  async bring(factory: Factory<Value>): Promise<CacheAnswer<Value>> {
    return (await this.look()) ?? (await this.#takeLock()) ?? (await this.#make(factory));
  }

  /** Has it made, whatever there is. */
  async renew(factory: Factory<Value>): Promise<CacheAnswer<Value>> {
    await this.#takeLeases();
    return this.#make(factory);
  }

  /** As `renew`, unless another coordinator is at it. */
  async renewInTurn(factory: Factory<Value>): Promise<void> {
    await this.#takeLeases();
    const lock = await this.#parts.tiers.locks?.acquire(this.#key);
    if (lock === 'taken') return;
    this.#lock = lock;
    await this.#make(factory);
  }

  /** Stores a value that was not asked for. */
  async put(value: Value | undefined): Promise<void> {
    await this.#takeLeases();
    await this.#store(this.#encoded(value, 0));
  }

  async #takeLeases(): Promise<void> {
    for (const tier of this.#parts.tiers.remotes) {
      const answer = await tier.get(this.#key, this.marks, this.#parts.stats.tiers[tier.name]);
      if (answer) this.#leases.set(tier, answer.lease);
    }
  }

  /** Returns what another has made while it was waited for; undefined when it is ours to make. */
  async #takeLock(): Promise<CacheAnswer<Value> | undefined> {
    const { tiers, config } = this.#parts;
    if (!tiers.locks) return undefined;
    const untilMs = tiers.clock.nowMs() + config.lockWaitMs;
    for (let pollMs = lockPollMsMin; ; pollMs = Math.min(2 * pollMs, lockPollMsMax)) {
      const lock = await tiers.locks.acquire(this.#key);
      const isOurs = lock !== undefined && lock !== 'taken';
      if (isOurs) this.#lock = lock;
      if (lock === undefined) return undefined;
      // It may have been stored between our look and our lock. Whoever makes it stores it nearest, too.
      const found = await this.#lookIn(isOurs ? tiers.remotes : tiers.remotes.slice(0, 1));
      if (found) this.#unlock();
      if (found || isOurs) return found;
      // Nobody waits for another where there is something to serve meanwhile.
      if (this.#stale) return this.#staleAnswer();
      if (tiers.clock.nowMs() >= untilMs) return undefined;
      await this.#pause(pollMs);
    }
  }

  async #make(factory: Factory<Value>): Promise<CacheAnswer<Value>> {
    const { tiers, config, stats } = this.#parts;
    const beganMs = tiers.clock.nowMs();
    let isKept = true;
    const making = factory({ doNotKeep: () => (isKept = false) }).then(
      (value) => {
        const tookMs = tiers.clock.nowMs() - beganMs;
        stats.factoryRan(tookMs, false);
        if (!isKept) {
          this.#unlock();
          return value;
        }
        const made = this.#encoded(value, tookMs);
        this.#stored = this.#store(made).finally(() => this.#unlock());
        return made.value;
      },
      (error: unknown) => {
        stats.factoryRan(tiers.clock.nowMs() - beganMs, true);
        this.#unlock();
        throw error;
      },
    );
    const waitMs = this.#stale ? config.softTimeoutMs : config.hardTimeoutMs;
    try {
      const late = (): Error => new CacheTimeout(this.#key, waitMs);
      const value = await withinTime(making, waitMs, tiers.clock, late);
      return { value, source: 'FACTORY', isStale: false };
    } catch (error) {
      // One that is late still fills the cache; that it failed is nobody's to hear.
      making.catch(() => {});
      if (!this.#stale) throw error;
      return this.#staleAnswer();
    }
  }

  /** The next who asks gets it at once, until it is time to try again. */
  #staleAnswer(): CacheAnswer<Value> {
    const { tiers, config, stats } = this.#parts;
    const stale = this.#stale as CacheAnswer<Value>;
    const nowMs = tiers.clock.nowMs();
    const held = tiers.memory.get(config.namespace, this.#ownKey, nowMs);
    if (held) held.retryAtMs = nowMs + config.retryAfterMs;
    if (stale.source === 'L1') stats.tiers.L1.staleHits++;
    return stale;
  }

  #read(entry: RemoteEntry, source: TierName): CacheAnswer<Value> | undefined {
    const isStale = entry.freshForMs <= 0;
    try {
      const value = entry.body && this.#parts.config.codec.decode(entry.body);
      const found = { value, source, isStale };
      if (isStale && !this.#stale) this.#keepHere(value, entry);
      return found;
    } catch {
      // Another version has written it.
      return undefined;
    }
  }

  #encoded(value: Value | undefined, tookMs: number): Made<Value> {
    if (value === undefined) return { value, body: undefined, tookMs };
    const { codec } = this.#parts.config;
    const bytes = codec.encode(value);
    const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { value: codec.decode(body), body, tookMs };
  }

  async #store({ value, body, tookMs }: Made<Value>): Promise<void> {
    const { tiers, config } = this.#parts;
    const entryFor = (tier: RemoteTierName): RemoteEntry => {
      const freshForMs = this.#jittered(body ? config.tierTtlMs[tier] : config.negativeTtlMs);
      const keptForMs = freshForMs + config.graceMs;
      return { body, freshForMs, keptForMs, madeInMs: tookMs, marks: this.marks };
    };
    const unlimited = { freshForMs: Infinity, keptForMs: Infinity };
    this.#keepHere(value, { body, ...unlimited, madeInMs: tookMs, marks: this.marks });
    const stores = tiers.remotes.map((tier) => this.#storeIn(tier, entryFor(tier.name)));
    const wereDropped = (await Promise.all(stores)).includes(false);
    // Others know already what we have not heard yet: it is out of date.
    if (wereDropped) tiers.memory.delete(config.namespace, this.#ownKey, 'INVALIDATED');
  }

  /** Under the leases that were taken for its marks, where these are all that it has. */
  #storeAbove(tiers: readonly GuardedTier[], entry: RemoteEntry): void {
    if (!entry.marks.every((mark) => this.marks.includes(mark))) return;
    for (const tier of tiers) void this.#storeIn(tier, entry);
  }

  async #storeIn(tier: GuardedTier, entry: RemoteEntry): Promise<boolean | undefined> {
    const lease = this.#leases.get(tier);
    const isTooLarge = (entry.body?.length ?? 0) > this.#parts.config.remoteBytesMax;
    if (lease === undefined || isTooLarge) return undefined;
    return tier.set(this.#key, entry, lease, this.#parts.stats.tiers[tier.name]);
  }

  #keepHere(value: Value | undefined, entry: RemoteEntry): void {
    const { tiers, config, stats } = this.#parts;
    const nowMs = tiers.clock.nowMs();
    const ownMs = this.#jittered(entry.body ? config.tierTtlMs.L1 : config.negativeTtlMs);
    const freshForMs = Math.min(ownMs, entry.freshForMs);
    const held: MemoryEntry = {
      namespace: config.namespace,
      key: this.#ownKey,
      policyKey: this.#key,
      answer: { value, source: 'L1', isStale: false },
      bytes: entry.body?.length ?? 0,
      marks: entry.marks,
      sequence: this.sequence,
      freshUntilMs: nowMs + freshForMs,
      keptUntilMs: nowMs + Math.min(entry.keptForMs, Math.max(0, freshForMs) + config.graceMs),
      madeInMs: entry.madeInMs,
      retryAtMs: 0,
      stats,
    };
    if (tiers.memory.set(held)) stats.tiers.L1.fills++;
    else stats.tiers.L1.fillsDropped++;
  }

  #jittered(ms: number): number {
    const { tiers, config } = this.#parts;
    const jittered = ms * (1 - jitterShare + 2 * jitterShare * tiers.random.next());
    return Math.min(jittered, keptMsMax - config.graceMs);
  }

  #unlock(): void {
    this.#lock?.release();
    this.#lock = undefined;
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.#parts.tiers.clock.setTimer(ms, resolve));
  }
}
