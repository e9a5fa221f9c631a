import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DataFolder } from '../../../../coordinator/storage/data-folder.ts';
import { FileTenantStore } from '../../../../coordinator/tenancy/file-tenant-store.ts';
import {
  exampleTenant,
  tenantStoreContract,
} from '../../../support/contracts/tenant-store-contract.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

async function open(folder: string): Promise<FileTenantStore> {
  const data = await DataFolder.open(folder);
  onTestFinished(() => data.close());
  return FileTenantStore.open(data);
}

tenantStoreContract('FileTenantStore', () => open(temporaryFolder()));

const record = exampleTenant();

/** A folder in which `record` was saved. */
async function savedFolder(): Promise<string> {
  const folder = temporaryFolder();
  const data = await DataFolder.open(folder);
  const store = await FileTenantStore.open(data);
  await store.save(record);
  await store.close();
  data.close();
  return folder;
}

test('FileTenantStore has what was saved when it is opened again', async () => {
  const store = await open(await savedFolder());
  expect(await store.get('acme')).toEqual(record);
});

test('FileTenantStore sweeps what a crash has left over', async () => {
  const folder = await savedFolder();
  writeFileSync(join(folder, 'tenants', 'other.json.unfinished'), '{');
  const store = await open(folder);
  expect(readdirSync(join(folder, 'tenants'))).toEqual(['acme.json']);
  expect(await store.get('other')).toBeUndefined();
});

test('FileTenantStore names a file that was changed, or is of another tenant', async () => {
  const folder = await savedFolder();
  const path = join(folder, 'tenants', 'acme.json');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('"weight":3', '"weight":9'));
  const damaged = { reason: 'STORE_DAMAGED' };
  await expect(open(folder)).rejects.toMatchObject({
    ...damaged,
    message: expect.stringContaining(path),
  });
  writeFileSync(path, text);
  renameSync(path, join(folder, 'tenants', 'admin.json'));
  await expect(open(await movedTo(folder))).rejects.toMatchObject(damaged);
});

test('FileTenantStore says so when it cannot write, and is as it was before', async () => {
  const folder = await savedFolder();
  const store = await open(folder);
  rmSync(join(folder, 'tenants'), { recursive: true });
  const next = exampleTenant({ revision: 2 });
  await expect(store.save(next)).rejects.toMatchObject({ reason: 'STORE_UNAVAILABLE' });
  expect(await store.get('acme')).toEqual(record);
});

/** The folder that could not be read is locked until its test is over. */
async function movedTo(folder: string): Promise<string> {
  const other = join(temporaryFolder(), 'moved');
  renameSync(folder, other);
  return other;
}
