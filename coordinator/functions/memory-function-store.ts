/** Functions in memory: gone with the process. For clusters of one run, and for tests. */
import type { FunctionVersion } from '../../shared/functions/deployed-function.ts';
import { FunctionIndex } from './function-index.ts';
import type {
  FunctionChange,
  FunctionRecord,
  FunctionStore,
  TenantFunctions,
} from './function-store.ts';

export class MemoryFunctionStore implements FunctionStore {
  readonly #index = new FunctionIndex();
  /** By tenant, function and version. */
  readonly #versions = new Map<string, FunctionVersion>();

  async get(tenantId: string, name: string): Promise<FunctionRecord | undefined> {
    return this.#index.get(tenantId, name);
  }

  async list(tenantId: string, afterName: string, countMax: number): Promise<FunctionRecord[]> {
    return this.#index.list(tenantId, afterName, countMax);
  }

  async usage(tenantId: string): Promise<TenantFunctions> {
    return this.#index.usage(tenantId);
  }

  async version(
    tenantId: string,
    name: string,
    version: string,
  ): Promise<FunctionVersion | undefined> {
    return this.#versions.get(keyOf(tenantId, name, version));
  }

  async save({ record, added, removedVersion }: FunctionChange): Promise<boolean> {
    const { tenantId, name } = record;
    if (!this.#index.isNext(record)) return false;
    if (added) this.#versions.set(keyOf(tenantId, name, added.version), added);
    if (removedVersion) this.#versions.delete(keyOf(tenantId, name, removedVersion));
    this.#index.set(record);
    return true;
  }

  async delete(record: FunctionRecord): Promise<boolean> {
    const { tenantId, name, revision } = record;
    if (this.#index.get(tenantId, name)?.revision !== revision) return false;
    for (const { version } of record.versions)
      this.#versions.delete(keyOf(tenantId, name, version));
    this.#index.delete(record);
    return true;
  }

  async close(): Promise<void> {}
}

/** None of the three can hold a slash. */
function keyOf(tenantId: string, name: string, version: string): string {
  return `${tenantId}/${name}/${version}`;
}
