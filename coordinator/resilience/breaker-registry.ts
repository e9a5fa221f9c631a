/**
 * The breakers of one kind of target, made when first asked for and bounded in number: the one used
 * longest ago goes first. Finding one allocates nothing, so that every run may.
 */
import type { BreakerConfig } from './breaker-config.ts';
import { type BreakerParts, CircuitBreaker } from './circuit-breaker.ts';

export interface BreakerRegistryOptions {
  /** Of targets; the first word of their names. */
  readonly kind: string;
  readonly breakersMax: number;
  readonly config: BreakerConfig;
}

/** A breaker in the order of use, between one used before it and one used after it. */
interface Entry {
  readonly scope: string;
  readonly key: string;
  readonly breaker: CircuitBreaker;
  older: Entry | undefined;
  newer: Entry | undefined;
}

/** How many are looked at for one that knows nothing worth keeping, before the oldest goes. */
const lookedAtMax = 32;

export class BreakerRegistry {
  readonly #options: BreakerRegistryOptions;
  readonly #parts: BreakerParts;
  readonly #byScope = new Map<string, Map<string, Entry>>();
  #count = 0;
  #oldest: Entry | undefined;
  #newest: Entry | undefined;

  constructor(options: BreakerRegistryOptions, parts: BreakerParts) {
    this.#options = options;
    this.#parts = parts;
  }

  get count(): number {
    return this.#count;
  }

  /** The breaker of a target, by two words: a tenant and a function, say. Counts as use. */
  of(scope: string, key: string): CircuitBreaker {
    const entry = this.#byScope.get(scope)?.get(key) ?? this.#add(scope, key);
    if (entry !== this.#newest) {
      this.#unlink(entry);
      this.#append(entry);
    }
    return entry.breaker;
  }

  delete(scope: string, key: string): void {
    const entry = this.#byScope.get(scope)?.get(key);
    if (entry) this.#remove(entry);
  }

  /** Those in use of late last. */
  *[Symbol.iterator](): Generator<CircuitBreaker, void> {
    for (let entry = this.#oldest; entry; entry = entry.newer) yield entry.breaker;
  }

  #add(scope: string, key: string): Entry {
    if (this.#count >= this.#options.breakersMax) this.#evict();
    const name = [this.#options.kind, scope, key].filter((word) => word !== '').join('/');
    const breaker = new CircuitBreaker(name, this.#options.config, this.#parts);
    const entry: Entry = { scope, key, breaker, older: undefined, newer: undefined };
    const scoped = this.#byScope.get(scope) ?? new Map<string, Entry>();
    this.#byScope.set(scope, scoped.set(key, entry));
    this.#count++;
    this.#append(entry);
    return entry;
  }

  #evict(): void {
    let entry = this.#oldest;
    for (let looks = 0; entry && looks < lookedAtMax; looks++) {
      if (entry.breaker.state === 'CLOSED' && entry.breaker.isWhole) break;
      entry = entry.newer;
    }
    const evicted = entry ?? this.#oldest;
    if (evicted) this.#remove(evicted);
  }

  #remove(entry: Entry): void {
    this.#unlink(entry);
    this.#count--;
    const scoped = this.#byScope.get(entry.scope);
    scoped?.delete(entry.key);
    if (scoped?.size === 0) this.#byScope.delete(entry.scope);
  }

  #unlink(entry: Entry): void {
    if (entry.older) entry.older.newer = entry.newer;
    else this.#oldest = entry.newer;
    if (entry.newer) entry.newer.older = entry.older;
    else this.#newest = entry.older;
    entry.older = undefined;
    entry.newer = undefined;
  }

  #append(entry: Entry): void {
    entry.older = this.#newest;
    if (this.#newest) this.#newest.newer = entry;
    else this.#oldest = entry;
    this.#newest = entry;
  }
}
