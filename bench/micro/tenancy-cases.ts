/** What each execution pays for its tenant: who calls, and whether its quotas have room. */
import { MemoryTenantStore } from '../../coordinator/tenancy/memory-tenant-store.ts';
import { Tenancy } from '../../coordinator/tenancy/tenancy.ts';
import { newApiKey } from '../../shared/tenants/api-key.ts';
import { type TenantQuotas, usualPolicy } from '../../shared/tenants/tenant-policy.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import type { MicroCase } from './micro-case.ts';

const tenants = 1_000;
/** More than can be asked for: this asks for more than a client could. */
const plenty: TenantQuotas = {
  callsPerSecondMax: 1e9,
  callBurstMax: 1e9,
  executionsMax: 1e9,
  cpuMsPerMinuteMax: 1e9,
};
const secretOf = (tenant: number): string => `${tenant}`.padStart(43, 's');

/** As many as a store brings at the start, each with a key. */
function manyTenants(): Tenancy {
  const newSecret = (): string => secretOf(0);
  const deleteBelongings = async (): Promise<void> => {};
  const clock = systemClock();
  const store = new MemoryTenantStore();
  const { secretHash } = newApiKey(secretOf(-1));
  const parts = { store, clock, newSecret, deleteBelongings };
  const tenancy = new Tenancy({ ...parts, adminKeyHashes: [secretHash] });
  void tenancy.directory.open();
  for (let tenant = 0; tenant < tenants; tenant++) {
    const { keyId, secretHash: hash } = newApiKey(secretOf(tenant));
    const key = { keyId, secretHash: hash, description: '', createdAtMs: 0 };
    const policy = { ...usualPolicy, quotas: plenty };
    const times = { createdAtMs: 0, updatedAtMs: 0 };
    void store.save({ tenantId: `t${tenant}`, revision: 1, policy, keys: [key], ...times });
  }
  return tenancy;
}

const byKey: MicroCase = {
  name: 'tenant_by_key',
  setUp() {
    const { authenticator } = manyTenants();
    const shown = Array.from({ length: tenants }, (_, tenant) => ({
      authorization: `Bearer ${newApiKey(secretOf(tenant)).text}`,
      tenantId: undefined,
    }));
    let at = 0;
    return () => {
      at = (at + 7) % tenants;
      const credentials = shown[at];
      return credentials && authenticator.tenant(credentials);
    };
  },
};

const metered: MicroCase = {
  name: 'tenant_quotas_of_run',
  setUp() {
    const account = manyTenants().directory.account('t7');
    if (!account) throw new Error('a tenant of the bench is not there');
    return () => {
      const execution = account.meter.begin();
      execution.used(1);
      execution.end();
      return execution;
    };
  },
};

export const tenancyCases: readonly MicroCase[] = [byKey, metered];
