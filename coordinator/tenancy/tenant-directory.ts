/**
 * All tenants and keys, in memory, as the store has them at every moment: calls look them up without
 * waiting, and streams hear when what they came in with is worth nothing any more.
 */
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { ApiKey } from '../../shared/tenants/api-key.ts';
import { TenantAccount } from './tenant-account.ts';
import type { TenantMeter } from './tenant-meter.ts';
import type { TenantChange, TenantRecord, TenantStore } from './tenant-store.ts';

interface KnownKey extends ApiKey {
  readonly tenantId: string;
}

/** What a stream came in with, and who hears of the end of that. */
interface Admission {
  readonly tenantId: string;
  /** Absent for callers who are believed. */
  readonly keyId?: string;
  revoked(error: IsopodError): void;
}

interface TenantDirectoryParts {
  readonly store: Pick<TenantStore, 'watch'>;
  readonly newMeter: (tenantId: string) => TenantMeter;
}

export class TenantDirectory {
  readonly #parts: TenantDirectoryParts;
  readonly #accounts = new Map<string, TenantAccount>();
  readonly #keys = new Map<string, KnownKey>();
  /** By tenant. */
  readonly #admissions = new Map<string, Set<Admission>>();

  constructor(parts: TenantDirectoryParts) {
    this.#parts = parts;
  }

  /** Resolves when everything that is kept is known. */
  async open(): Promise<void> {
    await this.#parts.store.watch((change) => this.#changed(change));
  }

  get count(): number {
    return this.#accounts.size;
  }

  /** Undefined for one that nobody has made. */
  account(tenantId: string): TenantAccount | undefined {
    return this.#accounts.get(tenantId);
  }

  key(keyId: string): KnownKey | undefined {
    return this.#keys.get(keyId);
  }

  /** Its share of a busy cluster is this over the sum of the weights of all who wait. */
  weightOf(tenantId: string): number {
    return this.#accounts.get(tenantId)?.record.policy.weight ?? 1;
  }

  /** By id, those after `afterId`. */
  list(afterId: string, countMax: number): TenantRecord[] {
    return [...this.#accounts.values()]
      .map(({ record }) => record)
      .filter(({ tenantId }) => tenantId > afterId)
      .toSorted((a, b) => (a.tenantId < b.tenantId ? -1 : 1))
      .slice(0, countMax);
  }

  /** Returns how to leave. `revoked` is called at most once, and not after that. */
  admit(admission: Admission): () => void {
    const { tenantId } = admission;
    const ofTenant = this.#admissions.get(tenantId) ?? new Set();
    ofTenant.add(admission);
    this.#admissions.set(tenantId, ofTenant);
    return () => this.#leave(admission);
  }

  #changed(change: TenantChange): void {
    if (change.name === 'saved') this.#save(change.record);
    else this.#delete(change.tenantId);
  }

  #save(record: TenantRecord): void {
    const { tenantId, keys } = record;
    const account = this.#accounts.get(tenantId);
    this.#forgetKeys(account);
    if (account) account.change(record);
    else this.#accounts.set(tenantId, new TenantAccount(record, this.#parts.newMeter(tenantId)));
    for (const { keyId, secretHash } of keys)
      this.#keys.set(keyId, { keyId, secretHash, tenantId });
    const isRevoked = ({ keyId }: Admission): boolean =>
      keyId !== undefined && this.#keys.get(keyId)?.tenantId !== tenantId;
    this.#end(tenantId, isRevoked, 'its API key was revoked');
  }

  #delete(tenantId: string): void {
    this.#forgetKeys(this.#accounts.get(tenantId));
    this.#accounts.delete(tenantId);
    this.#end(tenantId, () => true, 'its tenant was deleted');
  }

  #forgetKeys(account: TenantAccount | undefined): void {
    for (const { keyId } of account?.record.keys ?? []) this.#keys.delete(keyId);
  }

  #end(tenantId: string, isOver: (admission: Admission) => boolean, why: string): void {
    for (const admission of [...(this.#admissions.get(tenantId) ?? [])].filter(isOver)) {
      this.#leave(admission);
      const message = `Could not go on with the stream: ${why}`;
      admission.revoked(new IsopodError('UNAUTHENTICATED', message));
    }
  }

  #leave(admission: Admission): void {
    const ofTenant = this.#admissions.get(admission.tenantId);
    ofTenant?.delete(admission);
    if (ofTenant?.size === 0) this.#admissions.delete(admission.tenantId);
  }
}
