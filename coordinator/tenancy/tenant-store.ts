/**
 * Where tenants are kept: the port. A tenant is kept whole, with its keys, so that a change of both
 * is one. Several coordinators may share a store: what is changed is changed by its revision, and
 * each hears of what the others have changed.
 */
import type { TenantPolicy } from '../../shared/tenants/tenant-policy.ts';

/** A key as it is kept: nobody can make the key of it. */
export interface KeyRecord {
  readonly keyId: string;
  readonly secretHash: string;
  readonly description: string;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
}

export interface TenantRecord {
  readonly tenantId: string;
  /** Counts up from 1 with every change. */
  readonly revision: number;
  readonly policy: TenantPolicy;
  /** The oldest first. */
  readonly keys: readonly KeyRecord[];
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

export type TenantChange =
  | { readonly name: 'saved'; readonly record: TenantRecord }
  | { readonly name: 'deleted'; readonly tenantId: string };

/** Rejects with STORE_UNAVAILABLE, or STORE_DAMAGED where what is there cannot be read. */
export interface TenantStore {
  /**
   * Calls back with every tenant that there is before it resolves, and after that with every change,
   * whoever has made it: those of this store's own before `save` or `delete` resolve. Once.
   */
  watch(changed: (change: TenantChange) => void): Promise<void>;
  get(tenantId: string): Promise<TenantRecord | undefined>;
  /**
   * For good when it resolves. False, and nothing is changed, unless the record that is there is of
   * the revision before this one's; of none, for revision 1.
   */
  save(record: TenantRecord): Promise<boolean>;
  /** False unless what is there is this revision. */
  delete(record: TenantRecord): Promise<boolean>;
  close(): Promise<void>;
}
