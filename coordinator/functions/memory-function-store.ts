/** Functions in memory: gone with the process. For clusters of one run, and for tests. */
import { programChars } from '../../shared/execution/program-size.ts';
import type { FunctionVersion } from '../../shared/functions/deployed-function.ts';
import { functionLimit } from './function-errors.ts';
import { FunctionIndex } from './function-index.ts';
import type {
  FunctionChange,
  FunctionRecord,
  FunctionStore,
  TenantFunctions,
} from './function-store.ts';

/** Of all tenants together: it is the memory that the coordinator works in. */
const bytesMax = 256 * 1024 * 1024;
/** What a version weighs beyond its text, roughly. */
const versionBytes = 2_048;

export class MemoryFunctionStore implements FunctionStore {
  readonly #bytesMax: number;
  #bytes = 0;
  readonly #index = new FunctionIndex();
  /** By tenant, function and version. */
  readonly #versions = new Map<string, FunctionVersion>();

  constructor(limits = { bytesMax }) {
    this.#bytesMax = limits.bytesMax;
  }

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

  /** Rejects with FUNCTION_LIMIT, too. */
  async save({ record, added, removedVersion }: FunctionChange): Promise<boolean> {
    const { tenantId, name } = record;
    if (!this.#index.isNext(record)) return false;
    if (added) this.#add(keyOf(tenantId, name, added.version), added);
    if (removedVersion) this.#remove(keyOf(tenantId, name, removedVersion));
    this.#index.set(record);
    return true;
  }

  async delete(record: FunctionRecord): Promise<boolean> {
    const { tenantId, name, revision } = record;
    if (this.#index.get(tenantId, name)?.revision !== revision) return false;
    for (const { version } of record.versions) this.#remove(keyOf(tenantId, name, version));
    this.#index.delete(record);
    return true;
  }

  async close(): Promise<void> {}

  #add(key: string, version: FunctionVersion): void {
    const bytes = this.#bytes + weightOf(version);
    if (bytes > this.#bytesMax)
      throw functionLimit(
        `those in memory have ${this.#bytes} of ${this.#bytesMax} bytes, and there is no data folder`,
      );
    this.#bytes = bytes;
    this.#versions.set(key, version);
  }

  #remove(key: string): void {
    const version = this.#versions.get(key);
    if (version) this.#bytes -= weightOf(version);
    this.#versions.delete(key);
  }
}

/** V8 keeps a character in one byte or two. */
function weightOf({ program }: FunctionVersion): number {
  return versionBytes + 2 * programChars(program);
}

/** None of the three can hold a slash. */
function keyOf(tenantId: string, name: string, version: string): string {
  return `${tenantId}/${name}/${version}`;
}
