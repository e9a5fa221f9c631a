/** Whether an idle resource may be leased to a key: as it is, after preparation, or no more. */
import type { PoolConfig } from './pool-config.ts';
import type { PoolEntry } from './pool-entry.ts';
import type { ResourceFactory } from './resource-factory.ts';

export class Fitness<R extends object> {
  readonly #factory: ResourceFactory<R>;
  readonly #config: PoolConfig;

  constructor(factory: ResourceFactory<R>, config: PoolConfig) {
    this.#factory = factory;
    this.#config = config;
  }

  /** Too old, or used too often. */
  isWorn(entry: PoolEntry<R>, nowMs: number): boolean {
    return nowMs >= entry.wornAtMs || entry.uses >= this.#config.usesMax;
  }

  /** Whether it lay idle for so long that it has to show that it still works. */
  isUnproven(entry: PoolEntry<R>, nowMs: number): boolean {
    if (!this.#factory.validate || entry.phase.name !== 'idle') return false;
    return nowMs - entry.phase.sinceMs >= this.#config.validateAfterIdleMs;
  }

  isFitAsItIs(entry: PoolEntry<R>, key: string, nowMs: number): boolean {
    return (entry.key === undefined || entry.key === key) && !this.isUnproven(entry, nowMs);
  }

  /** Makes it fit for `key`, or says that it cannot be. */
  async prepare(entry: PoolEntry<R>, key: string, isUnproven: boolean): Promise<boolean> {
    try {
      if (isUnproven && !(await this.#factory.validate?.(entry.resource))) return false;
      if (entry.key === undefined || entry.key === key) return true;
      return (await this.#factory.rekey?.(entry.resource, entry.key, key)) ?? false;
    } catch {
      return false;
    }
  }
}
