/**
 * A remote tier in this process, for tests on a virtual clock. Coordinators that are given the same
 * `RemoteShelf` share it. It can be told to fail, or to answer nothing at all.
 */
import { type Invalidation, markOf } from '../../coordinator/cache/invalidation.ts';
import type { RemoteAnswer, RemoteEntry, RemoteTier } from '../../coordinator/cache/remote-tier.ts';
import type { RemoteTierName } from '../../coordinator/cache/tier-name.ts';
import type { Clock } from '../../shared/time/clock.ts';

interface Shelved extends RemoteEntry {
  readonly sequence: number;
  readonly storedAtMs: number;
}

/** What the server holds. */
export class RemoteShelf {
  readonly entries = new Map<string, Shelved>();
  readonly marks = new Map<string, number>();
  sequence = 0;
}

export class MemoryRemoteTier implements RemoteTier {
  readonly name: RemoteTierName;
  /** FAILS at once, or HANGS for ever. */
  condition: 'WELL' | 'FAILS' | 'HANGS' = 'WELL';
  isClosed = false;
  readonly #shelf: RemoteShelf;
  readonly #clock: Clock;

  constructor(name: RemoteTierName, shelf: RemoteShelf, clock: Clock) {
    this.name = name;
    this.#shelf = shelf;
    this.#clock = clock;
  }

  async get(key: string): Promise<RemoteAnswer> {
    await this.#suffer();
    const { entries, sequence } = this.#shelf;
    const lease = String(sequence);
    const found = entries.get(key);
    if (!found || this.#isBroken(found.marks, found.sequence)) return { entry: undefined, lease };
    const agedMs = this.#clock.nowMs() - found.storedAtMs;
    const keptForMs = found.keptForMs - agedMs;
    if (keptForMs <= 0) return { entry: undefined, lease };
    return { entry: { ...found, keptForMs, freshForMs: found.freshForMs - agedMs }, lease };
  }

  async set(key: string, entry: RemoteEntry, lease: string): Promise<boolean> {
    await this.#suffer();
    const sequence = Number(lease);
    if (this.#isBroken(entry.marks, sequence)) return false;
    this.#shelf.entries.set(key, { ...entry, sequence, storedAtMs: this.#clock.nowMs() });
    return true;
  }

  async invalidate(invalidation: Invalidation): Promise<void> {
    await this.#suffer();
    this.#shelf.marks.set(markOf(invalidation), ++this.#shelf.sequence);
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }

  #isBroken(marks: readonly string[], sequence: number): boolean {
    return marks.some((mark) => (this.#shelf.marks.get(mark) ?? 0) > sequence);
  }

  async #suffer(): Promise<void> {
    if (this.condition === 'FAILS') throw new Error('the server is not there');
    if (this.condition === 'HANGS') await new Promise(() => {});
  }
}
