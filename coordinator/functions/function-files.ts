/**
 * Functions as files:
 *
 *   functions/TENANT/NAME/function.json          the record
 *   functions/TENANT/NAME/versions/VERSION.json  a version with its text
 *
 * A version is written before the record that names it, and removed after the one that does not:
 * what a crash leaves over is a version that no record names, and is swept at the next start.
 */
import { mkdir, readdir, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultLimits } from '../../shared/execution/limits.ts';
import type { FunctionVersion } from '../../shared/functions/deployed-function.ts';
import { readSealed, writeSealed } from '../storage/sealed-file.ts';
import { storeDamaged } from '../storage/store-errors.ts';
import { syncFolder } from '../storage/whole-file.ts';
import type { FunctionRecord } from './function-store.ts';

const recordFile = 'function.json';
const versionsFolder = 'versions';

export class FunctionFiles {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'functions');
  }

  async open(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
  }

  /** Every record; what a crash has left over is removed. Rejects with STORE_DAMAGED. */
  async *readAll(): AsyncGenerator<FunctionRecord> {
    for (const tenantId of await readdir(this.#folder)) {
      for (const name of await readdir(join(this.#folder, tenantId))) {
        const record = await this.#readRecord(tenantId, name);
        if (record) {
          await this.#sweep(record);
          yield record;
        } else await rm(join(this.#folder, tenantId, name), { recursive: true });
      }
    }
  }

  async writeRecord(record: FunctionRecord): Promise<void> {
    await writeSealed(this.#recordPath(record.tenantId, record.name), record);
  }

  async writeVersion({ tenantId, name }: FunctionRecord, version: FunctionVersion): Promise<void> {
    await this.#makeFolders(tenantId, name);
    await writeSealed(this.#versionPath(tenantId, name, version.version), version);
  }

  /** Undefined where it is not there. Rejects with STORE_DAMAGED. */
  async readVersion(
    tenantId: string,
    name: string,
    version: string,
  ): Promise<FunctionVersion | undefined> {
    const path = this.#versionPath(tenantId, name, version);
    const found = (await readSealed(path)) as FunctionVersion | undefined;
    if (found && found.version !== version)
      throw storeDamaged(path, `it is of version ${found.version}`);
    // A limit that is younger than the version takes its default.
    return found && { ...found, limits: { ...defaultLimits, ...found.limits } };
  }

  async removeVersion({ tenantId, name }: FunctionRecord, version: string): Promise<void> {
    await rm(this.#versionPath(tenantId, name, version), { force: true });
  }

  /** With it the function is gone; the rest is a matter of room. */
  async removeRecord({ tenantId, name }: FunctionRecord): Promise<void> {
    await unlink(this.#recordPath(tenantId, name));
    await syncFolder(join(this.#folder, tenantId, name));
  }

  async removeRest({ tenantId, name }: FunctionRecord): Promise<void> {
    await rm(join(this.#folder, tenantId, name), { recursive: true });
  }

  async #readRecord(tenantId: string, name: string): Promise<FunctionRecord | undefined> {
    const path = this.#recordPath(tenantId, name);
    const record = (await readSealed(path)) as FunctionRecord | undefined;
    if (record && (record.tenantId !== tenantId || record.name !== name))
      throw storeDamaged(path, `it is of the function ${record.name} of ${record.tenantId}`);
    return record;
  }

  async #sweep({ tenantId, name, versions }: FunctionRecord): Promise<void> {
    const folder = join(this.#folder, tenantId, name, versionsFolder);
    const wanted = new Set(versions.map(({ version }) => `${version}.json`));
    for (const file of await readdir(folder).catch(() => []))
      if (!wanted.has(file)) await rm(join(folder, file), { force: true });
  }

  /** A new folder is there for good when the folder it is in is. */
  async #makeFolders(tenantId: string, name: string): Promise<void> {
    const ofTenant = join(this.#folder, tenantId);
    const ofFunction = join(ofTenant, name);
    const made = await mkdir(join(ofFunction, versionsFolder), { recursive: true });
    if (made === undefined) return;
    for (const folder of [ofFunction, ofTenant, this.#folder]) await syncFolder(folder);
  }

  #recordPath(tenantId: string, name: string): string {
    return join(this.#folder, tenantId, name, recordFile);
  }

  #versionPath(tenantId: string, name: string, version: string): string {
    return join(this.#folder, tenantId, name, versionsFolder, `${version}.json`);
  }
}
