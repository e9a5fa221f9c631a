/**
 * What a tenant uses, counted against its quotas. The port: what several coordinators would have to
 * share is behind it. All of it answers at once, on the path of every call: one that shares its
 * counters takes a part of each quota beforehand, and settles in the background.
 */
import type { TenantQuotas, TenantUsage } from '../../shared/tenants/tenant-policy.ts';

/** An execution that has been let through. */
export interface MeteredExecution {
  /** Its program has used so much more. May come after its end: a run outlives a caller who left. */
  used(cpuUs: number): void;
  /** It has its answer, or will never have one. Idempotent. */
  end(): void;
}

export interface TenantMeter {
  readonly usage: TenantUsage;
  /** Other quotas, from now on; what was used of the old ones is used still. */
  change(quotas: TenantQuotas): void;
  /** For a call that runs nothing. Throws QUOTA_EXCEEDED. */
  call(): void;
  /** Throws QUOTA_EXCEEDED. */
  begin(): MeteredExecution;
}

/** Of a tenant that has no quotas, since nobody has made it. */
export const unmetered: MeteredExecution = { used: () => {}, end: () => {} };
