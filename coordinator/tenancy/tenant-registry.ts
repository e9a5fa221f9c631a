/**
 * What administrators do with tenants and keys, over a store that others may share: each change is
 * worked out on the record as it is, and worked out anew when somebody was faster.
 */
import { newApiKey } from '../../shared/tenants/api-key.ts';
import { type TenantPolicy, tenantLimits } from '../../shared/tenants/tenant-policy.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { storeContended } from '../storage/store-errors.ts';
import type { TenantDirectory } from './tenant-directory.ts';
import { noApiKey, noTenant, tenantChanged, tenantExists, tenantLimit } from './tenant-errors.ts';
import type { KeyRecord, TenantRecord, TenantStore } from './tenant-store.ts';

interface TenantRegistryParts {
  readonly store: TenantStore;
  readonly directory: TenantDirectory;
  readonly clock: Clock;
  /** 256 bits from a source for secrets, in base64url. */
  readonly newSecret: () => string;
  /** Deletes what a tenant has elsewhere. May be repeated. */
  readonly deleteBelongings: (tenantId: string) => Promise<void>;
}

export interface CreatedKey {
  readonly record: KeyRecord;
  /** The key itself, which is not kept. */
  readonly text: string;
}

/** Each attempt fails only where another change has succeeded meanwhile. */
const attemptsMax = 20;

export class TenantRegistry {
  readonly #parts: TenantRegistryParts;

  constructor(parts: TenantRegistryParts) {
    this.#parts = parts;
  }

  /** Throws TENANT_EXISTS or TENANT_LIMIT. */
  async create(tenantId: string, policy: TenantPolicy): Promise<TenantRecord> {
    const { store, directory, clock } = this.#parts;
    const { tenantsMax } = tenantLimits;
    if (directory.count >= tenantsMax) throw tenantLimit(`there are ${directory.count}`);
    const nowMs = clock.epochMs();
    const times = { createdAtMs: nowMs, updatedAtMs: nowMs };
    const record = { tenantId, revision: 1, policy, keys: [], ...times };
    if (!(await store.save(record))) throw tenantExists(tenantId);
    return record;
  }

  /** Throws TENANT_NOT_FOUND. */
  async get(tenantId: string): Promise<TenantRecord> {
    const record = await this.#parts.store.get(tenantId);
    if (!record) throw noTenant(tenantId);
    return record;
  }

  /** `revision` is what the change was made for; absent for any. Throws TENANT_CHANGED. */
  update(tenantId: string, policy: TenantPolicy, revision?: number): Promise<TenantRecord> {
    return this.#change(tenantId, (before) => {
      if (revision !== undefined && revision !== before.revision)
        throw tenantChanged(tenantId, before.revision);
      return { policy };
    });
  }

  /** First nobody comes in any more, then what there is goes; the name is free at the end. */
  async delete(tenantId: string): Promise<void> {
    const { store, deleteBelongings } = this.#parts;
    await this.#change(tenantId, () => ({ keys: [] }));
    await deleteBelongings(tenantId);
    for (let attempt = 0; attempt < attemptsMax; attempt++)
      if (await store.delete(await this.get(tenantId))) return;
    throw contended(tenantId);
  }

  /** Throws TENANT_NOT_FOUND or TENANT_LIMIT. */
  async createKey(tenantId: string, description: string): Promise<CreatedKey> {
    const { clock, newSecret } = this.#parts;
    const { keyId, secretHash, text } = newApiKey(newSecret());
    const record = { keyId, secretHash, description, createdAtMs: clock.epochMs() };
    await this.#change(tenantId, ({ keys }) => {
      if (keys.length >= tenantLimits.apiKeysPerTenantMax)
        throw tenantLimit(`${tenantId} has ${keys.length} API keys`);
      return { keys: [...keys, record] };
    });
    return { record, text };
  }

  /** Throws API_KEY_NOT_FOUND. */
  async revokeKey(keyId: string): Promise<void> {
    const tenantId = this.#parts.directory.key(keyId)?.tenantId;
    if (tenantId === undefined) throw noApiKey(keyId);
    await this.#change(tenantId, ({ keys }) => {
      const left = keys.filter((key) => key.keyId !== keyId);
      if (left.length === keys.length) throw noApiKey(keyId);
      return { keys: left };
    });
  }

  /** `work` is asked again with what is there when its change came too late. */
  async #change(
    tenantId: string,
    work: (before: TenantRecord) => Partial<Pick<TenantRecord, 'policy' | 'keys'>>,
  ): Promise<TenantRecord> {
    const { store, clock } = this.#parts;
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      const before = await this.get(tenantId);
      const revision = before.revision + 1;
      const record = { ...before, ...work(before), revision, updatedAtMs: clock.epochMs() };
      if (await store.save(record)) return record;
    }
    throw contended(tenantId);
  }
}

function contended(tenantId: string) {
  return storeContended(`the tenant ${tenantId}`);
}
