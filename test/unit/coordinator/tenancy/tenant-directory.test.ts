import { expect, test } from 'vitest';
import { MemoryTenantStore } from '../../../../coordinator/tenancy/memory-tenant-store.ts';
import type { IsopodError } from '../../../../shared/errors/isopod-error.ts';
import { usualPolicy } from '../../../../shared/tenants/tenant-policy.ts';
import { exampleTenant } from '../../../support/contracts/tenant-store-contract.ts';
import { examplePolicy, exampleTenancy } from '../../../support/example-tenants.ts';

const keyed = exampleTenant();
const keyId = keyed.keys[0]?.keyId ?? '';

test('TenantDirectory knows what was kept before it was opened', async () => {
  const store = new MemoryTenantStore();
  await store.save(keyed);
  const { directory } = (await exampleTenancy({ store })).tenancy;
  expect(directory.count).toBe(1);
  expect(directory.weightOf('acme')).toBe(3);
  expect(directory.weightOf('other')).toBe(1);
  expect(directory.key(keyId)).toMatchObject({ tenantId: 'acme' });
});

test('TenantDirectory hears of what others change in a store that they share', async () => {
  const { store, tenancy } = await exampleTenancy();
  const { directory } = tenancy;
  await store.save(keyed);
  const account = directory.account('acme');
  await store.save({ ...keyed, revision: 2, keys: [], policy: examplePolicy({ weight: 9 }) });
  expect(directory.weightOf('acme')).toBe(9);
  expect(directory.account('acme')).toBe(account);
  expect(directory.key(keyId)).toBeUndefined();
});

test('TenantDirectory tells the streams of a key that is no more, and no others', async () => {
  const { store, tenancy } = await exampleTenancy();
  const { directory } = tenancy;
  await store.save(keyed);
  const told: string[] = [];
  const revoked = (who: string) => (error: IsopodError) => {
    told.push(`${who}: ${error.message}`);
  };
  directory.admit({ tenantId: 'acme', keyId, revoked: revoked('keyed') });
  directory.admit({ tenantId: 'acme', revoked: revoked('believed') });
  directory.admit({ tenantId: 'other', keyId, revoked: revoked('of another') });
  const leave = directory.admit({ tenantId: 'acme', keyId, revoked: revoked('left') });
  leave();
  await store.save({ ...keyed, revision: 2, policy: usualPolicy });
  expect(told).toEqual([]);
  const without = { ...keyed, revision: 3, keys: [] };
  await store.save(without);
  expect(told).toEqual(['keyed: Could not go on with the stream: its API key was revoked']);
  await store.delete(without);
  expect(told.slice(1)).toEqual([
    'believed: Could not go on with the stream: its tenant was deleted',
  ]);
});

test('TenantDirectory lists tenants by id, a part at a time', async () => {
  const { store, tenancy } = await exampleTenancy();
  for (const tenantId of ['b', 'c', 'a']) await store.save(exampleTenant({ tenantId, keys: [] }));
  const ids = (afterId: string) =>
    tenancy.directory.list(afterId, 2).map(({ tenantId }) => tenantId);
  expect(ids('')).toEqual(['a', 'b']);
  expect(ids('b')).toEqual(['c']);
});
