/** Who was asked for longest ago goes first: what others are compared with. */
import type { EvictionPolicy } from '../../coordinator/cache/eviction/eviction-policy.ts';

export class Lru implements Pick<EvictionPolicy, 'touch' | 'insert'> {
  readonly #countMax: number;
  readonly #keys = new Set<string>();

  constructor(countMax: number) {
    this.#countMax = countMax;
  }

  touch(key: string): boolean {
    if (!this.#keys.delete(key)) return false;
    this.#keys.add(key);
    return true;
  }

  insert(key: string): void {
    this.#keys.add(key);
    if (this.#keys.size <= this.#countMax) return;
    for (const first of this.#keys) {
      this.#keys.delete(first);
      return;
    }
  }
}
