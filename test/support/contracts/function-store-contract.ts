/** What every FunctionStore does. `open` gives a store that is empty when the test begins. */
import { expect, test } from 'vitest';
import type {
  FunctionRecord,
  FunctionStore,
} from '../../../coordinator/functions/function-store.ts';
import { summaryOf } from '../../../coordinator/functions/version-summary.ts';
import type { FunctionVersion } from '../../../shared/functions/deployed-function.ts';
import { exampleVersion } from '../example-functions.ts';

export function exampleRecord(
  versions: readonly FunctionVersion[],
  given: Partial<FunctionRecord> = {},
): FunctionRecord {
  return {
    tenantId: 'acme',
    name: 'price',
    revision: 1,
    latestVersion: versions.at(-1)?.version ?? '',
    versions: versions.map(summaryOf),
    aliases: [],
    createdAtMs: 1_000,
    updatedAtMs: 1_000,
    ...given,
  };
}

export function functionStoreContract(name: string, open: () => Promise<FunctionStore>): void {
  const one = exampleVersion('1');
  const two = exampleVersion('2');

  test(`${name} gives back what was saved, and nothing of another tenant`, async () => {
    const store = await open();
    const record = exampleRecord([one]);
    expect(await store.save({ record, added: one })).toBe(true);
    expect(await store.get('acme', 'price')).toEqual(record);
    expect(await store.version('acme', 'price', one.version)).toEqual(one);
    expect(await store.get('other', 'price')).toBeUndefined();
    expect(await store.version('other', 'price', one.version)).toBeUndefined();
    expect(await store.version('acme', 'price', two.version)).toBeUndefined();
  });

  test(`${name} saves one of two changes of the same revision, and nothing of the other`, async () => {
    const store = await open();
    await store.save({ record: exampleRecord([one]), added: one });
    const changes = [two, exampleVersion('3')].map((added) => ({
      record: exampleRecord([one, added], { revision: 2 }),
      added,
    }));
    const saved = await Promise.all(changes.map((change) => store.save(change)));
    expect(saved).toEqual([true, false]);
    expect(await store.get('acme', 'price')).toEqual(changes[0]?.record);
    expect(await store.version('acme', 'price', exampleVersion('3').version)).toBeUndefined();
  });

  test(`${name} refuses a first record where there is one, and a later one where there is none`, async () => {
    const store = await open();
    const record = exampleRecord([one]);
    expect(await store.save({ record: { ...record, revision: 2 }, added: one })).toBe(false);
    await store.save({ record, added: one });
    expect(await store.save({ record, added: one })).toBe(false);
  });

  test(`${name} has no version that was removed`, async () => {
    const store = await open();
    await store.save({ record: exampleRecord([one]), added: one });
    await store.save({ record: exampleRecord([one, two], { revision: 2 }), added: two });
    const record = exampleRecord([two], { revision: 3 });
    expect(await store.save({ record, removedVersion: one.version })).toBe(true);
    expect(await store.version('acme', 'price', one.version)).toBeUndefined();
    expect(await store.version('acme', 'price', two.version)).toEqual(two);
  });

  test(`${name} deletes the revision that is meant, with its versions, and takes it anew`, async () => {
    const store = await open();
    const record = exampleRecord([one]);
    await store.save({ record, added: one });
    expect(await store.delete({ ...record, revision: 7 })).toBe(false);
    expect(await store.delete(record)).toBe(true);
    expect(await store.get('acme', 'price')).toBeUndefined();
    expect(await store.version('acme', 'price', one.version)).toBeUndefined();
    expect(await store.delete(record)).toBe(false);
    expect(await store.save({ record, added: one })).toBe(true);
  });

  listContract(name, open, one);
}

function listContract(
  name: string,
  open: () => Promise<FunctionStore>,
  one: FunctionVersion,
): void {
  test(`${name} lists by name, in parts, and counts what a tenant has`, async () => {
    const store = await open();
    for (const named of ['c', 'a', 'b'])
      await store.save({ record: exampleRecord([one], { name: named }), added: one });
    const namesAfter = async (after: string): Promise<string[]> =>
      (await store.list('acme', after, 2)).map((record) => record.name);
    expect(await namesAfter('')).toEqual(['a', 'b']);
    expect(await namesAfter('b')).toEqual(['c']);
    expect(await store.list('other', '', 2)).toEqual([]);
    expect(await store.usage('acme')).toEqual({ count: 3, sourceBytes: 3 });
    expect(await store.usage('other')).toEqual({ count: 0, sourceBytes: 0 });
  });
}
