import { expect, test } from 'vitest';
import { MemoryTenantStore } from '../../../../coordinator/tenancy/memory-tenant-store.ts';
import type { TenantRecord } from '../../../../coordinator/tenancy/tenant-store.ts';
import { readApiKey } from '../../../../shared/tenants/api-key.ts';
import { tenantLimits, usualPolicy } from '../../../../shared/tenants/tenant-policy.ts';
import { examplePolicy, exampleTenancy } from '../../../support/example-tenants.ts';

test('TenantRegistry makes a tenant once', async () => {
  const { registry } = (await exampleTenancy()).tenancy;
  expect(await registry.create('acme', usualPolicy)).toMatchObject({ revision: 1, keys: [] });
  await expect(registry.create('acme', usualPolicy)).rejects.toMatchObject({
    reason: 'TENANT_EXISTS',
  });
});

test('TenantRegistry updates the revision that is meant, or whatever there is', async () => {
  const { registry } = (await exampleTenancy()).tenancy;
  await registry.create('acme', usualPolicy);
  const policy = examplePolicy({ weight: 2 });
  expect(await registry.update('acme', policy, 1)).toMatchObject({ revision: 2, policy });
  await expect(registry.update('acme', policy, 1)).rejects.toMatchObject({
    reason: 'TENANT_CHANGED',
    message: 'Could not update the tenant acme: it is of revision 2 now',
  });
  expect(await registry.update('acme', usualPolicy)).toMatchObject({ revision: 3 });
});

test('TenantRegistry keeps every one of many keys that are made at once', async () => {
  const { registry, directory } = (await exampleTenancy()).tenancy;
  await registry.create('acme', usualPolicy);
  const made = await Promise.all(
    Array.from({ length: 10 }, (_, index) => registry.createKey('acme', `${index}`)),
  );
  expect((await registry.get('acme')).keys).toHaveLength(10);
  for (const { record, text } of made) {
    expect(readApiKey(text)).toMatchObject({ secretHash: record.secretHash });
    expect(directory.key(record.keyId)?.tenantId).toBe('acme');
  }
});

test('TenantRegistry has so many keys a tenant and no more', async () => {
  const { registry } = (await exampleTenancy()).tenancy;
  await registry.create('acme', usualPolicy);
  for (let key = 0; key < tenantLimits.apiKeysPerTenantMax; key++)
    await registry.createKey('acme', '');
  await expect(registry.createKey('acme', '')).rejects.toMatchObject({ reason: 'TENANT_LIMIT' });
});

test('TenantRegistry revokes a key once, and says so of one that is not there', async () => {
  const { registry } = (await exampleTenancy()).tenancy;
  await registry.create('acme', usualPolicy);
  const { record } = await registry.createKey('acme', '');
  await registry.revokeKey(record.keyId);
  await expect(registry.revokeKey(record.keyId)).rejects.toMatchObject({
    reason: 'API_KEY_NOT_FOUND',
  });
});

test('TenantRegistry lets nobody in before it deletes what a tenant has', async () => {
  const { tenancy, cleared } = await exampleTenancy();
  const { registry, directory } = tenancy;
  await registry.create('acme', usualPolicy);
  const { record } = await registry.createKey('acme', '');
  const deleting = registry.delete('acme');
  await deleting;
  expect(cleared).toEqual(['acme']);
  expect(directory.key(record.keyId)).toBeUndefined();
  for (const work of [
    registry.delete('acme'),
    registry.get('acme'),
    registry.createKey('acme', ''),
  ])
    await expect(work).rejects.toMatchObject({ reason: 'TENANT_NOT_FOUND' });
});

test('TenantRegistry gives up where others are always faster', async () => {
  class Contended extends MemoryTenantStore {
    override async save(record: TenantRecord): Promise<boolean> {
      return record.revision === 1 && super.save(record);
    }
  }
  const { registry } = (await exampleTenancy({ store: new Contended() })).tenancy;
  await registry.create('acme', usualPolicy);
  await expect(registry.update('acme', usualPolicy)).rejects.toMatchObject({
    reason: 'STORE_UNAVAILABLE',
    message: 'Could not change the tenant acme: others change it all the time',
  });
});
