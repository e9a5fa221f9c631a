/** Records by tenant and name, in memory: what the stores of one process look things up in. */
import type { FunctionRecord, TenantFunctions } from './function-store.ts';

export class FunctionIndex {
  readonly #byTenant = new Map<string, Map<string, FunctionRecord>>();

  get(tenantId: string, name: string): FunctionRecord | undefined {
    return this.#byTenant.get(tenantId)?.get(name);
  }

  set(record: FunctionRecord): void {
    const { tenantId, name } = record;
    const records = this.#byTenant.get(tenantId) ?? new Map<string, FunctionRecord>();
    records.set(name, record);
    this.#byTenant.set(tenantId, records);
  }

  delete({ tenantId, name }: FunctionRecord): void {
    const records = this.#byTenant.get(tenantId);
    records?.delete(name);
    if (records?.size === 0) this.#byTenant.delete(tenantId);
  }

  /** Whether a record of the revision may take the place of what is there. */
  isNext({ tenantId, name, revision }: FunctionRecord): boolean {
    return (this.get(tenantId, name)?.revision ?? 0) === revision - 1;
  }

  list(tenantId: string, afterName: string, countMax: number): FunctionRecord[] {
    const records = [...(this.#byTenant.get(tenantId)?.values() ?? [])];
    return records
      .filter(({ name }) => name > afterName)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .slice(0, countMax);
  }

  usage(tenantId: string): TenantFunctions {
    const records = this.#byTenant.get(tenantId);
    let sourceBytes = 0;
    for (const { versions } of records?.values() ?? [])
      for (const version of versions) sourceBytes += version.sourceBytes;
    return { count: records?.size ?? 0, sourceBytes };
  }
}
