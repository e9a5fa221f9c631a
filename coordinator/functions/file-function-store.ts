/**
 * Functions in a folder of one coordinator's own. The records are in memory as well; the texts are
 * read when they are called, and those called lately kept. What was saved survives whatever ends
 * the process or the machine.
 */
import { mkdir } from 'node:fs/promises';
import { BoundedShelf } from '../../shared/cache/bounded-shelf.ts';
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import { programChars } from '../../shared/execution/program-size.ts';
import type { FunctionVersion } from '../../shared/functions/deployed-function.ts';
import { FolderLock } from './folder-lock.ts';
import { storeDamaged, storeUnavailable } from './function-errors.ts';
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
  readonly #lock: FolderLock;
  readonly #index = new FunctionIndex();
  readonly #shelf = new BoundedShelf<FunctionVersion>(shelfBounds);
  /** By function: the end of the last write, for the next one to wait for. */
  readonly #writes = new Map<string, Promise<unknown>>();

  private constructor(files: FunctionFiles, lock: FolderLock) {
    this.#files = files;
    this.#lock = lock;
  }

  /** Rejects with STORE_UNAVAILABLE or STORE_DAMAGED. */
  static async open(dataFolder: string): Promise<FileFunctionStore> {
    return attempt(`use the data folder ${dataFolder}`, async () => {
      await mkdir(dataFolder, { recursive: true });
      const lock = await takeLock(dataFolder);
      try {
        const files = new FunctionFiles(dataFolder);
        await files.open();
        const store = new FileFunctionStore(files, lock);
        for await (const record of files.readAll()) store.#index.set(record);
        return store;
      } catch (error) {
        lock.release();
        throw error;
      }
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

  async close(): Promise<void> {
    await Promise.allSettled(this.#writes.values());
    this.#lock.release();
  }

  /** One write at a time for each function; a failed one is no reason for the next to fail. */
  #inTurn<Result>(
    { tenantId, name }: FunctionRecord,
    write: () => Promise<Result>,
  ): Promise<Result> {
    const key = `${tenantId}/${name}`;
    const before = this.#writes.get(key) ?? Promise.resolve();
    const turn = before
      .catch(() => {})
      .then(() => attempt(`keep the function ${name}`, write))
      .finally(() => {
        if (this.#writes.get(key) === turn) this.#writes.delete(key);
      });
    this.#writes.set(key, turn);
    return turn;
  }
}

async function takeLock(dataFolder: string): Promise<FolderLock> {
  try {
    return await FolderLock.take(dataFolder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error('another coordinator uses it', { cause: error });
  }
}

/** What the system says becomes STORE_UNAVAILABLE. */
async function attempt<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof IsopodError ? error : storeUnavailable(what, error);
  }
}
