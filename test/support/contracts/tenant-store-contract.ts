/** What every TenantStore does. `open` gives a store that is empty when the test begins. */
import { expect, test } from 'vitest';
import type {
  TenantChange,
  TenantRecord,
  TenantStore,
} from '../../../coordinator/tenancy/tenant-store.ts';
import { newApiKey } from '../../../shared/tenants/api-key.ts';
import { usualPolicy } from '../../../shared/tenants/tenant-policy.ts';

export function exampleTenant(given: Partial<TenantRecord> = {}): TenantRecord {
  const { keyId, secretHash } = newApiKey('a secret');
  return {
    tenantId: 'acme',
    revision: 1,
    policy: { ...usualPolicy, weight: 3, quotas: { executionsMax: 5 }, egressRules: [] },
    keys: [{ keyId, secretHash, description: 'of the shop', createdAtMs: 2_000 }],
    createdAtMs: 1_000,
    updatedAtMs: 2_000,
    ...given,
  };
}

export function tenantStoreContract(name: string, open: () => Promise<TenantStore>): void {
  const record = exampleTenant();
  const next = exampleTenant({ revision: 2, keys: [] });

  test(`${name} gives back what was saved`, async () => {
    const store = await open();
    expect(await store.save(record)).toBe(true);
    expect(await store.get('acme')).toEqual(record);
    expect(await store.get('acm')).toBeUndefined();
  });

  test(`${name} keeps a change of the revision before only`, async () => {
    const store = await open();
    expect(await store.save(next)).toBe(false);
    await store.save(record);
    expect(await store.save(record)).toBe(false);
    expect(await store.save(next)).toBe(true);
    expect(await store.save(next)).toBe(false);
    expect(await store.get('acme')).toEqual(next);
  });

  test(`${name} lets one of many who change the same win`, async () => {
    const store = await open();
    await store.save(record);
    const changes = Array.from({ length: 10 }, (_, weight) =>
      store.save({ ...next, policy: { ...usualPolicy, weight } }),
    );
    expect((await Promise.all(changes)).filter(Boolean)).toHaveLength(1);
  });

  test(`${name} deletes the revision that is meant, and begins anew after it`, async () => {
    const store = await open();
    await store.save(record);
    await store.save(next);
    expect(await store.delete(record)).toBe(false);
    expect(await store.delete(next)).toBe(true);
    expect(await store.delete(next)).toBe(false);
    expect(await store.get('acme')).toBeUndefined();
    expect(await store.save(record)).toBe(true);
  });

  test(`${name} tells whoever watches of what is there, and of each change before it is answered`, async () => {
    const store = await open();
    const other = exampleTenant({ tenantId: 'other' });
    await store.save(record);
    const changes: TenantChange[] = [];
    await store.watch((change) => changes.push(change));
    expect(changes).toEqual([{ name: 'saved', record }]);
    await store.save(other);
    expect(changes.at(-1)).toEqual({ name: 'saved', record: other });
    await store.delete(record);
    expect(changes.at(-1)).toEqual({ name: 'deleted', tenantId: 'acme' });
    await store.save(next);
    expect(changes).toHaveLength(3);
  });
}
