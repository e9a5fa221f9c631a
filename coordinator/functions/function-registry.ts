/**
 * What can be done with functions, over a store that others may share: each change is worked out
 * on the record as it is, and worked out anew when somebody was faster.
 */
import {
  type FunctionAlias,
  type FunctionContent,
  type FunctionRoute,
  type FunctionVersion,
  isVersion,
  versionOf,
} from '../../shared/functions/deployed-function.ts';
import { functionLimits } from '../../shared/functions/function-limits.ts';
import type { Random } from '../../shared/random/random.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { storeContended } from '../storage/store-errors.ts';
import { chooseVersion } from './choose-version.ts';
import { functionInUse, functionLimit, noFunction, noVersion } from './function-errors.ts';
import type { FunctionChange, FunctionRecord, FunctionStore } from './function-store.ts';
import { summaryOf } from './version-summary.ts';

interface FunctionRegistryParts {
  readonly store: FunctionStore;
  readonly clock: Clock;
  /** Divides the calls of an alias among its versions. */
  readonly random: Random;
}

export interface Deployment {
  readonly record: FunctionRecord;
  readonly version: string;
  readonly isNew: boolean;
}

/** Of one function, as the callers name it. */
export interface FunctionKey {
  readonly tenantId: string;
  readonly name: string;
}

/** Each attempt fails only where another change has succeeded meanwhile. */
const attemptsMax = 20;

export class FunctionRegistry {
  readonly #parts: FunctionRegistryParts;

  constructor(parts: FunctionRegistryParts) {
    this.#parts = parts;
  }

  /** Throws FUNCTION_LIMIT. What is there already becomes the latest again. */
  async deploy(key: FunctionKey, content: FunctionContent): Promise<Deployment> {
    const version = versionOf(content);
    let isNew = false;
    const record = await this.#change(key, async (before, nowMs) => {
      isNew = !before?.versions.some((known) => known.version === version);
      if (before && !isNew && before.latestVersion === version) return { record: before };
      if (!isNew && before) return { record: next(before, { latestVersion: version }, nowMs) };
      const added: FunctionVersion = { ...content, version, createdAtMs: nowMs };
      const summary = summaryOf(added);
      await this.#refuseBeyondLimits(key, before, summary.sourceBytes);
      const first = firstRecord(key, version, nowMs);
      const versions = [...(before?.versions ?? []), summary];
      const changes = { latestVersion: version, versions };
      return { record: before ? next(before, changes, nowMs) : { ...first, ...changes }, added };
    });
    return { record, version, isNew };
  }

  /** Throws FUNCTION_NOT_FOUND. */
  async get({ tenantId, name }: FunctionKey): Promise<FunctionRecord> {
    const record = await this.#parts.store.get(tenantId, name);
    if (!record) throw noFunction(name);
    return record;
  }

  /** By name, those after `afterName`. */
  list(tenantId: string, afterName: string, countMax: number): Promise<readonly FunctionRecord[]> {
    return this.#parts.store.list(tenantId, afterName, countMax);
  }

  /** Throws FUNCTION_NOT_FOUND also for a route to a version that is not there; FUNCTION_LIMIT. */
  setAlias(
    key: FunctionKey,
    alias: string,
    routes: readonly FunctionRoute[],
  ): Promise<FunctionRecord> {
    return this.#change(key, async (before, nowMs) => {
      if (!before) throw noFunction(key.name);
      for (const { version } of routes)
        if (!before.versions.some((known) => known.version === version))
          throw noVersion(key.name, version);
      const others = before.aliases.filter((known) => known.alias !== alias);
      if (others.length >= functionLimits.aliasesPerFunctionMax)
        throw functionLimit(`${key.name} has ${others.length} aliases`);
      const aliases = [...others, { alias, routes }].toSorted(byAlias);
      return { record: next(before, { aliases }, nowMs) };
    });
  }

  /** Throws FUNCTION_NOT_FOUND. */
  deleteAlias(key: FunctionKey, alias: string): Promise<FunctionRecord> {
    return this.#change(key, async (before, nowMs) => {
      if (!before) throw noFunction(key.name);
      const aliases = before.aliases.filter((known) => known.alias !== alias);
      if (aliases.length === before.aliases.length) throw noVersion(key.name, alias);
      return { record: next(before, { aliases }, nowMs) };
    });
  }

  /** Throws FUNCTION_NOT_FOUND, or FUNCTION_IN_USE where an alias leads to it. */
  async deleteVersion(key: FunctionKey, version: string): Promise<void> {
    await this.#change(key, async (before, nowMs) => {
      if (!before) throw noFunction(key.name);
      const versions = before.versions.filter((known) => known.version !== version);
      if (versions.length === before.versions.length) throw noVersion(key.name, version);
      const user = userOf(before, version);
      if (user) throw functionInUse(key.name, version, user);
      return { record: next(before, { versions }, nowMs), removedVersion: version };
    });
  }

  /** With all versions and aliases. Throws FUNCTION_NOT_FOUND. */
  async deleteFunction(key: FunctionKey): Promise<void> {
    for (let attempt = 0; attempt < attemptsMax; attempt++)
      if (await this.#parts.store.delete(await this.get(key))) return;
    throw storeContended(`the function ${key.name}`);
  }

  /** What a call runs, looked up once. `asked` is a version or an alias. Throws FUNCTION_NOT_FOUND. */
  async resolve(key: FunctionKey, asked: string): Promise<FunctionVersion> {
    const { store, random } = this.#parts;
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      const record = await this.get(key);
      const version = chooseVersion(record, asked, random);
      if (version === undefined) throw noVersion(key.name, asked);
      const found = await store.version(key.tenantId, key.name, version);
      if (found) return found;
      // Deleted between the two looks: the next one does not find it in the record either.
      if (isVersion(asked)) throw noVersion(key.name, asked);
    }
    throw storeContended(`the function ${key.name}`);
  }

  /** `work` is asked again with what is there when its change came too late. */
  async #change(
    { tenantId, name }: FunctionKey,
    work: (before: FunctionRecord | undefined, nowMs: number) => Promise<FunctionChange>,
  ): Promise<FunctionRecord> {
    const { store, clock } = this.#parts;
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      const before = await store.get(tenantId, name);
      const change = await work(before, clock.epochMs());
      if (change.record === before || (await store.save(change))) return change.record;
    }
    throw storeContended(`the function ${name}`);
  }

  async #refuseBeyondLimits(
    { tenantId, name }: FunctionKey,
    before: FunctionRecord | undefined,
    sourceBytes: number,
  ): Promise<void> {
    const { functionsPerTenantMax, versionsPerFunctionMax, sourceBytesPerTenantMax } =
      functionLimits;
    const versions = before?.versions.length ?? 0;
    if (versions >= versionsPerFunctionMax)
      throw functionLimit(`${name} has ${versions} versions: delete some`);
    const used = await this.#parts.store.usage(tenantId);
    if (!before && used.count >= functionsPerTenantMax)
      throw functionLimit(`there are ${used.count} functions`);
    if (used.sourceBytes + sourceBytes > sourceBytesPerTenantMax)
      throw functionLimit(`their sources have ${used.sourceBytes} bytes`);
  }
}

function firstRecord(
  { tenantId, name }: FunctionKey,
  latestVersion: string,
  nowMs: number,
): FunctionRecord {
  const times = { createdAtMs: nowMs, updatedAtMs: nowMs };
  return { tenantId, name, revision: 1, latestVersion, versions: [], aliases: [], ...times };
}

function next(
  before: FunctionRecord,
  changes: Partial<Pick<FunctionRecord, 'latestVersion' | 'versions' | 'aliases'>>,
  nowMs: number,
): FunctionRecord {
  return { ...before, ...changes, revision: before.revision + 1, updatedAtMs: nowMs };
}

function byAlias(a: FunctionAlias, b: FunctionAlias): number {
  return a.alias < b.alias ? -1 : 1;
}

/** The alias that leads to the version, if one does. */
function userOf({ latestVersion, aliases }: FunctionRecord, version: string): string | undefined {
  if (latestVersion === version) return 'latest';
  return aliases.find(({ routes }) => routes.some((route) => route.version === version))?.alias;
}
