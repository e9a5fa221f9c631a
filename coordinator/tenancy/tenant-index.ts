/** Tenants by id, in memory, with whoever watches them: what the stores of one process have in common. */
import type { TenantChange, TenantRecord } from './tenant-store.ts';

export class TenantIndex {
  readonly #records = new Map<string, TenantRecord>();
  #changed: ((change: TenantChange) => void) | undefined;

  watch(changed: (change: TenantChange) => void): void {
    this.#changed = changed;
    for (const record of this.#records.values()) changed({ name: 'saved', record });
  }

  get(tenantId: string): TenantRecord | undefined {
    return this.#records.get(tenantId);
  }

  /** Whether a record of the revision may take the place of what is there. */
  isNext({ tenantId, revision }: TenantRecord): boolean {
    return (this.#records.get(tenantId)?.revision ?? 0) === revision - 1;
  }

  isCurrent({ tenantId, revision }: TenantRecord): boolean {
    return this.#records.get(tenantId)?.revision === revision;
  }

  set(record: TenantRecord): void {
    this.#records.set(record.tenantId, record);
    this.#changed?.({ name: 'saved', record });
  }

  delete({ tenantId }: TenantRecord): void {
    this.#records.delete(tenantId);
    this.#changed?.({ name: 'deleted', tenantId });
  }
}
