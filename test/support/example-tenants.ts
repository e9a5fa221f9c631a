/** Tenants in memory, and what calls as one of them. */
import { type Caller, TenantCaller } from '../../coordinator/tenancy/caller.ts';
import { MemoryTenantStore } from '../../coordinator/tenancy/memory-tenant-store.ts';
import { Tenancy } from '../../coordinator/tenancy/tenancy.ts';
import type { TenantStore } from '../../coordinator/tenancy/tenant-store.ts';
import { newToken } from '../../shared/random/system-random.ts';
import { type NewApiKey, newApiKey } from '../../shared/tenants/api-key.ts';
import { type TenantPolicy, usualPolicy } from '../../shared/tenants/tenant-policy.ts';
import { VirtualClock } from '../../shared/time/virtual-clock.ts';

export function examplePolicy(given: Partial<TenantPolicy> = {}): TenantPolicy {
  return { ...usualPolicy, ...given };
}

/** An administrator's, whose hash a coordinator may be given. */
export function exampleAdminKey(): NewApiKey {
  return newApiKey(newToken());
}

interface ExampleTenancy {
  readonly clock: VirtualClock;
  readonly store: TenantStore;
  readonly tenancy: Tenancy;
  /** Tenants whose belongings were deleted. */
  readonly cleared: readonly string[];
}

export async function exampleTenancy(
  given: { readonly adminKeyHashes?: readonly string[]; readonly store?: TenantStore } = {},
): Promise<ExampleTenancy> {
  const { adminKeyHashes = [], store = new MemoryTenantStore() } = given;
  const clock = new VirtualClock();
  const cleared: string[] = [];
  const deleteBelongings = async (tenantId: string): Promise<void> => {
    cleared.push(tenantId);
  };
  const parts = { store, adminKeyHashes, clock, newSecret: newToken, deleteBelongings };
  const tenancy = new Tenancy(parts);
  await tenancy.directory.open();
  return { clock, store, tenancy, cleared };
}

/** Whoever is believed to be a tenant that nobody has made. */
export function exampleCaller(tenantId = 'default'): Caller {
  const store = new MemoryTenantStore();
  const clock = new VirtualClock();
  const deleteBelongings = async (): Promise<void> => {};
  const parts = { store, adminKeyHashes: [], clock, newSecret: newToken, deleteBelongings };
  return new TenantCaller(tenantId, undefined, new Tenancy(parts).directory);
}
