import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FileFunctionStore } from '../../../../coordinator/functions/file-function-store.ts';
import { DataFolder } from '../../../../coordinator/storage/data-folder.ts';
import {
  exampleRecord,
  functionStoreContract,
} from '../../../support/contracts/function-store-contract.ts';
import { exampleVersion } from '../../../support/example-functions.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'isopod-functions-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function open(folder: string): Promise<FileFunctionStore> {
  const data = await DataFolder.open(folder);
  onTestFinished(() => data.close());
  return FileFunctionStore.open(data);
}

functionStoreContract('FileFunctionStore', () => open(newFolder()));

const one = exampleVersion('1');
const record = exampleRecord([one]);

/** A folder in which `record` was saved, and where. */
async function savedFolder(): Promise<{ folder: string; inFolder: string }> {
  const folder = newFolder();
  const data = await DataFolder.open(folder);
  const store = await FileFunctionStore.open(data);
  await store.save({ record, added: one });
  await store.close();
  data.close();
  return { folder, inFolder: join(folder, 'functions', 'acme', 'price') };
}

test('FileFunctionStore has what was saved when it is opened again', async () => {
  const { folder } = await savedFolder();
  const store = await open(folder);
  expect(await store.get('acme', 'price')).toEqual(record);
  expect(await store.version('acme', 'price', one.version)).toEqual(one);
});

test('FileFunctionStore sweeps what a crash has left over', async () => {
  const { folder, inFolder } = await savedFolder();
  const versions = join(inFolder, 'versions');
  writeFileSync(join(versions, `${exampleVersion('2').version}.json`), 'of no record');
  writeFileSync(join(versions, `${one.version}.json.unfinished`), 'half of i');
  writeFileSync(join(inFolder, 'function.json.unfinished'), '{');
  const store = await open(folder);
  expect(readdirSync(versions)).toEqual([`${one.version}.json`]);
  expect(await store.get('acme', 'price')).toEqual(record);
});

test('FileFunctionStore sweeps a function that lost its record', async () => {
  const { folder, inFolder } = await savedFolder();
  rmSync(join(inFolder, 'function.json'));
  const store = await open(folder);
  expect(await store.get('acme', 'price')).toBeUndefined();
  expect(readdirSync(join(folder, 'functions', 'acme'))).toEqual([]);
});

test.each([
  ['cut short', (text: string) => text.slice(0, -20)],
  ['empty', () => ''],
  ['changed', (text: string) => text.replace('price', 'prize')],
])('FileFunctionStore names a record that is %s', async (_how, spoil) => {
  const { folder, inFolder } = await savedFolder();
  const path = join(inFolder, 'function.json');
  writeFileSync(path, spoil(readFileSync(path, 'utf8')));
  await expect(open(folder)).rejects.toMatchObject({
    reason: 'STORE_DAMAGED',
    message: expect.stringContaining(path),
  });
});

test('FileFunctionStore names a version that is damaged, and one that is gone, when it is called', async () => {
  const { folder, inFolder } = await savedFolder();
  const path = join(inFolder, 'versions', `${one.version}.json`);
  const store = await open(folder);
  writeFileSync(path, readFileSync(path, 'utf8').replace('"1"', '"2"'));
  const damaged = { reason: 'STORE_DAMAGED' };
  await expect(store.version('acme', 'price', one.version)).rejects.toMatchObject(damaged);
  rmSync(path);
  await expect(store.version('acme', 'price', one.version)).rejects.toMatchObject(damaged);
});

test('FileFunctionStore does not take one version for another', async () => {
  const { folder, inFolder } = await savedFolder();
  const two = exampleVersion('2');
  const store = await open(folder);
  await store.save({ record: exampleRecord([one, two], { revision: 2 }), added: two });
  const pathOf = ({ version }: { version: string }) =>
    join(inFolder, 'versions', `${version}.json`);
  copyFileSync(pathOf(two), pathOf(one));
  await expect(store.version('acme', 'price', one.version)).rejects.toMatchObject({
    reason: 'STORE_DAMAGED',
    message: expect.stringContaining(two.version),
  });
});

test('FileFunctionStore says so when it cannot write, and is as it was before', async () => {
  const { folder, inFolder } = await savedFolder();
  const store = await open(folder);
  rmSync(inFolder, { recursive: true });
  writeFileSync(inFolder, 'a file in the place of the folder');
  const two = exampleVersion('2');
  const change = { record: exampleRecord([one, two], { revision: 2 }), added: two };
  await expect(store.save(change)).rejects.toMatchObject({ reason: 'STORE_UNAVAILABLE' });
  expect(await store.get('acme', 'price')).toEqual(record);
});
