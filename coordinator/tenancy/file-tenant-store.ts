/**
 * Tenants in the data folder, a file each: `tenants/TENANT.json`. What was saved survives whatever
 * ends the process or the machine.
 */
import { mkdir, readdir, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../storage/data-folder.ts';
import { readSealed, writeSealed } from '../storage/sealed-file.ts';
import { attempt, storeDamaged } from '../storage/store-errors.ts';
import { Turns } from '../storage/turns.ts';
import { syncFolder, unfinishedSuffix } from '../storage/whole-file.ts';
import { TenantIndex } from './tenant-index.ts';
import type { TenantChange, TenantRecord, TenantStore } from './tenant-store.ts';

const suffix = '.json';

export class FileTenantStore implements TenantStore {
  readonly #folder: string;
  readonly #index = new TenantIndex();
  readonly #turns = new Turns();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Rejects with STORE_UNAVAILABLE or STORE_DAMAGED. */
  static async open({ path }: DataFolder): Promise<FileTenantStore> {
    const store = new FileTenantStore(join(path, 'tenants'));
    await attempt(`use the data folder ${path}`, () => store.#readAll());
    return store;
  }

  async watch(changed: (change: TenantChange) => void): Promise<void> {
    this.#index.watch(changed);
  }

  async get(tenantId: string): Promise<TenantRecord | undefined> {
    return this.#index.get(tenantId);
  }

  save(record: TenantRecord): Promise<boolean> {
    return this.#inTurn(record, async () => {
      if (!this.#index.isNext(record)) return false;
      await writeSealed(this.#pathOf(record.tenantId), record);
      this.#index.set(record);
      return true;
    });
  }

  delete(record: TenantRecord): Promise<boolean> {
    return this.#inTurn(record, async () => {
      if (!this.#index.isCurrent(record)) return false;
      await unlink(this.#pathOf(record.tenantId));
      await syncFolder(this.#folder);
      this.#index.delete(record);
      return true;
    });
  }

  /** When it resolves nothing is written any more. */
  async close(): Promise<void> {
    await this.#turns.settled();
  }

  async #readAll(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    for (const file of await readdir(this.#folder)) {
      const path = join(this.#folder, file);
      if (file.endsWith(unfinishedSuffix)) await rm(path);
      if (!file.endsWith(suffix)) continue;
      const record = (await readSealed(path)) as TenantRecord;
      if (`${record.tenantId}${suffix}` !== file)
        throw storeDamaged(path, `it is of the tenant ${record.tenantId}`);
      this.#index.set(record);
    }
  }

  #inTurn<Result>({ tenantId }: TenantRecord, write: () => Promise<Result>): Promise<Result> {
    return this.#turns.take(tenantId, () => attempt(`keep the tenant ${tenantId}`, write));
  }

  #pathOf(tenantId: string): string {
    return join(this.#folder, `${tenantId}${suffix}`);
  }
}
