/** Tenants in memory: gone with the process. For clusters of one run, and for tests. */
import { TenantIndex } from './tenant-index.ts';
import type { TenantChange, TenantRecord, TenantStore } from './tenant-store.ts';

export class MemoryTenantStore implements TenantStore {
  readonly #index = new TenantIndex();

  async watch(changed: (change: TenantChange) => void): Promise<void> {
    this.#index.watch(changed);
  }

  async get(tenantId: string): Promise<TenantRecord | undefined> {
    return this.#index.get(tenantId);
  }

  async save(record: TenantRecord): Promise<boolean> {
    if (!this.#index.isNext(record)) return false;
    this.#index.set(record);
    return true;
  }

  async delete(record: TenantRecord): Promise<boolean> {
    if (!this.#index.isCurrent(record)) return false;
    this.#index.delete(record);
    return true;
  }

  async close(): Promise<void> {}
}
