/**
 * Functions in the data folder. The records are in memory as well; the texts are
 * read when they are called, and those called lately kept. What was saved survives whatever ends
 * the process or the machine.
 */
import { BoundedShelf } from '../../shared/cache/bounded-shelf.ts';
import { programChars } from '../../shared/execution/program-size.ts';
import type { FunctionVersion } from '../../shared/functions/deployed-function.ts';
import type { DataFolder } from '../storage/data-folder.ts';
import { attempt, storeDamaged } from '../storage/store-errors.ts';
import { Turns } from '../storage/turns.ts';
import { FunctionFiles } from './function-files.ts';
import { FunctionIndex } from './function-index.ts';
import type {
  FunctionChange,
  FunctionRecord,
  FunctionStore,
  TenantFunctions,
} from './function-store.ts';

/** Texts called lately; V8 keeps a character in one byte or two. */
const shelfBounds = { countMax: 10_000, weightMax: 64 * 1024 * 1024 };

export class FileFunctionStore implements FunctionStore {
  readonly #files: FunctionFiles;
  readonly #index = new FunctionIndex();
  readonly #shelf = new BoundedShelf<FunctionVersion>(shelfBounds);
  readonly #turns = new Turns();

  private constructor(files: FunctionFiles) {
    this.#files = files;
  }

  /** Rejects with STORE_UNAVAILABLE or STORE_DAMAGED. */
  static async open({ path }: DataFolder): Promise<FileFunctionStore> {
    return attempt(`use the data folder ${path}`, async () => {
      const files = new FunctionFiles(path);
      await files.open();
      const store = new FileFunctionStore(files);
      for await (const record of files.readAll()) store.#index.set(record);
      return store;
    });
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
    const key = `${tenantId}/${name}/${version}`;
    const shelved = this.#shelf.get(key);
    if (shelved) return shelved;
    const found = await attempt(`read the function ${name}`, () =>
      this.#files.readVersion(tenantId, name, version),
    );
    if (found) this.#shelf.put(key, found, 2 * programChars(found.program));
    else if (this.#index.get(tenantId, name)?.versions.some((known) => known.version === version))
      throw storeDamaged(`version ${version} of the function ${name}`, 'its file is not there');
    return found;
  }

  save(change: FunctionChange): Promise<boolean> {
    const { record, added, removedVersion } = change;
    return this.#inTurn(record, async () => {
      if (!this.#index.isNext(record)) return false;
      if (added) await this.#files.writeVersion(record, added);
      await this.#files.writeRecord(record);
      this.#index.set(record);
      if (removedVersion) {
        this.#shelf.delete(`${record.tenantId}/${record.name}/${removedVersion}`);
        await this.#files.removeVersion(record, removedVersion);
      }
      return true;
    });
  }

  delete(record: FunctionRecord): Promise<boolean> {
    const { tenantId, name, revision, versions } = record;
    return this.#inTurn(record, async () => {
      if (this.#index.get(tenantId, name)?.revision !== revision) return false;
      await this.#files.removeRecord(record);
      this.#index.delete(record);
      for (const { version } of versions) this.#shelf.delete(`${tenantId}/${name}/${version}`);
      await this.#files.removeRest(record);
      return true;
    });
  }

  /** When it resolves nothing is written any more. */
  async close(): Promise<void> {
    await this.#turns.settled();
  }

  #inTurn<Result>(
    { tenantId, name }: FunctionRecord,
    write: () => Promise<Result>,
  ): Promise<Result> {
    return this.#turns.take(`${tenantId}/${name}`, () =>
      attempt(`keep the function ${name}`, write),
    );
  }
}
