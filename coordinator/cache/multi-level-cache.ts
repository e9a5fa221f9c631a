/**
 * Values by key in up to three tiers: this process's memory, Redis, Postgres. Any of the two outer
 * ones may be absent, slow or dead; what the others hold is served all the same.
 *
 *   ask ──▶ L1 ──▶ (one fill a key) ──▶ L2 ──▶ L3 ──▶ lock ──▶ factory ──▶ L1, L2, L3
 *
 * A cache is one namespace; caches share the tiers, and the room in them. How a value is brought is
 * fill.ts, how something is called out of date invalidation.ts and cache-tiers.ts.
 */

import type { CacheAnswer, Factory } from './cache-answer.ts';
import { type CacheConfig, type CacheOptions, compileCacheOptions } from './cache-options.ts';
import type { CacheStats } from './cache-stats.ts';
import type { CacheTiers } from './cache-tiers.ts';
import { Fill, type FillParts } from './fill.ts';
import type { MemoryEntry } from './memory-tier.ts';

export interface AskOptions {
  /** By which it can be called out of date together with others. @default none */
  readonly tags?: readonly string[];
  /** Have it made anew, whatever there is. @default false */
  readonly mustMake?: boolean;
}

interface Flight<Value> {
  readonly fill: Fill<Value>;
  readonly answer: Promise<CacheAnswer<Value>>;
}

export class MultiLevelCache<Value> {
  readonly #config: CacheConfig<Value>;
  readonly #tiers: CacheTiers;
  readonly #stats: CacheStats;
  readonly #parts: FillParts<Value>;
  readonly #flights = new Map<string, Flight<Value>>();
  readonly #refreshing = new Set<string>();
  readonly #storing = new Set<Promise<void>>();

  /** Throws RangeError for options that cannot be, and a namespace that is in use. */
  constructor(options: CacheOptions<Value>, tiers: CacheTiers) {
    this.#config = compileCacheOptions(options);
    this.#tiers = tiers;
    this.#stats = tiers.register(this.#config.namespace);
    this.#parts = { config: this.#config, tiers, stats: this.#stats };
  }

  get stats(): CacheStats {
    return this.#stats;
  }

  /** What this process holds, and nothing else: an answer at once, or undefined. Counts a hit only. */
  find(key: string): CacheAnswer<Value> | undefined {
    const entry = this.#fresh(key);
    if (!entry) return undefined;
    this.#stats.requests++;
    return this.#hit(entry);
  }

  /** Undefined where no tier has it; `lookup` tells that from knowing that there is nothing. */
  async get(key: string): Promise<Value | undefined> {
    return (await this.lookup(key))?.value;
  }

  async lookup(key: string): Promise<CacheAnswer<Value> | undefined> {
    this.#stats.requests++;
    const entry = this.#fresh(key);
    if (entry) return this.#hit(entry);
    this.#stats.tiers.L1.misses++;
    const found = await new Fill(key, [], this.#parts).look();
    if (found) this.#stats.hits++;
    return found;
  }

  /** What a tier has, or else what the factory makes, which is kept. Rejects as the factory does. */
  async getOrSet(
    key: string,
    factory: Factory<Value>,
    options: AskOptions = {},
  ): Promise<Value | undefined> {
    return (await this.ask(key, factory, options)).value;
  }

  /** As getOrSet, and says where it came from. Rejects with CacheTimeout when it takes too long. */
  ask(key: string, factory: Factory<Value>, options: AskOptions = {}): Promise<CacheAnswer<Value>> {
    this.#stats.requests++;
    const nowMs = this.#tiers.clock.nowMs();
    const held = this.#tiers.memory.get(this.#config.namespace, key, nowMs);
    if (options.mustMake !== true) {
      if (held && nowMs < held.freshUntilMs) {
        if (this.#isDueEarly(held, nowMs)) this.#refreshEarly(key, factory, options);
        return Promise.resolve(this.#hit(held));
      }
      if (held && nowMs < held.retryAtMs) return Promise.resolve(this.#staleHit(held));
      const flight = this.#flights.get(key);
      if (flight?.fill.isCurrent) return this.#join(flight);
    }
    if (!held) this.#stats.tiers.L1.misses++;
    return this.#fill(key, factory, options, held).then((answer) => {
      if (answer.source !== 'FACTORY') this.#stats.hits++;
      return answer;
    });
  }

  /** Replaces whatever there is, in every tier and every coordinator. */
  async set(
    key: string,
    value: Value | undefined,
    { tags = [] }: Pick<AskOptions, 'tags'> = {},
  ): Promise<void> {
    await this.delete(key);
    await new Fill(key, tags, this.#parts).put(value);
  }

  /** When it resolves nobody gets what was there, nor what is being made of it now. */
  delete(key: string): Promise<void> {
    return this.#tiers.invalidate({ name: 'key', namespace: this.#config.namespace, key });
  }

  /** Takes as long for one entry as for all. */
  invalidateTag(tag: string): Promise<void> {
    return this.#tiers.invalidate({ name: 'tag', namespace: this.#config.namespace, tag });
  }

  clear(): Promise<void> {
    return this.#tiers.invalidate({ name: 'namespace', namespace: this.#config.namespace });
  }

  /** Resolves when all that was made so far is stored. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#flights.values()].map(({ answer }) => answer));
    await Promise.all(this.#storing);
  }

  #fresh(key: string): MemoryEntry | undefined {
    const nowMs = this.#tiers.clock.nowMs();
    const entry = this.#tiers.memory.get(this.#config.namespace, key, nowMs);
    return entry && nowMs < entry.freshUntilMs ? entry : undefined;
  }

  #hit(entry: MemoryEntry): CacheAnswer<Value> {
    this.#stats.hits++;
    this.#stats.tiers.L1.hits++;
    return entry.answer as CacheAnswer<Value>;
  }

  #staleHit(entry: MemoryEntry): CacheAnswer<Value> {
    this.#stats.tiers.L1.staleHits++;
    return { ...this.#hit(entry), isStale: true };
  }

  #join({ answer }: Flight<Value>): Promise<CacheAnswer<Value>> {
    this.#stats.coalescedWaits++;
    return answer.then((found) =>
      found.source === 'FACTORY' ? { ...found, source: 'SHARED' as const } : found,
    );
  }

  #fill(
    key: string,
    factory: Factory<Value>,
    { tags = [], mustMake = false }: AskOptions,
    held: MemoryEntry | undefined,
  ): Promise<CacheAnswer<Value>> {
    const stale = held && {
      value: held.answer.value as Value | undefined,
      source: 'L1' as const,
      isStale: this.#tiers.clock.nowMs() >= held.freshUntilMs,
    };
    const fill = new Fill(key, tags, this.#parts, stale);
    const answer = mustMake ? fill.renew(factory) : fill.bring(factory);
    const flight = { fill, answer };
    this.#flights.set(key, flight);
    this.#whenOver(answer, fill, () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    });
    return answer;
  }

  #whenOver(work: Promise<unknown>, fill: Fill<Value>, over: () => void): void {
    const landed = (): void => {
      over();
      const stored = fill.stored.finally(() => this.#storing.delete(stored));
      this.#storing.add(stored);
    };
    work.then(landed, landed);
  }

  /**
   * Chance brings one request forward of the value's end, the sooner the longer it takes to make
   * (XFetch: Vattani, Chierichetti and Lowenstein, "Optimal probabilistic cache stampede
   * prevention", VLDB 2015). Nobody waits for it.
   */
  #isDueEarly({ madeInMs, freshUntilMs }: MemoryEntry, nowMs: number): boolean {
    const beta = this.#config.earlyRefreshBeta;
    if (beta === 0 || madeInMs === 0) return false;
    const aheadMs = -madeInMs * beta * Math.log(1 - this.#tiers.random.next());
    return nowMs + aheadMs >= freshUntilMs;
  }

  #refreshEarly(key: string, factory: Factory<Value>, { tags = [] }: AskOptions): void {
    if (this.#refreshing.has(key) || this.#flights.has(key)) return;
    this.#stats.earlyRefreshes++;
    this.#refreshing.add(key);
    const fill = new Fill(key, tags, this.#parts);
    // That it failed is of no consequence yet: there is a value.
    const work = fill.renewInTurn(factory).catch(() => {});
    this.#whenOver(work, fill, () => this.#refreshing.delete(key));
  }
}
