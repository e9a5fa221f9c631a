/** Who calls, and until when he waits, as far as a call's metadata tell. */
import type { Metadata } from '@grpc/grpc-js';
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Clock } from '../../shared/time/clock.ts';

const tenantKey = 'isopod-tenant';
const tenantPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const defaultTenantId = 'default';

/**
 * The tenant a caller names. It is believed: while there is no client authentication, the
 * coordinator listens on loopback only unless it was told `--insecure`.
 */
export function readTenantId(metadata: Metadata): string {
  const value = metadata.get(tenantKey)[0];
  if (value === undefined) return defaultTenantId;
  const tenantId = value.toString();
  if (tenantPattern.test(tenantId)) return tenantId;
  throw new IsopodError(
    'INVALID_EXECUTION',
    `Could not read the tenant: ${tenantKey} must be 1 to 64 of A-Z a-z 0-9 . _ -`,
    { fieldViolations: [{ field: tenantKey, description: 'must match its pattern' }] },
  );
}

/** A call's deadline on the monotonic clock; Infinity for none. */
export function readDeadlineMs(deadline: Date | number, clock: Clock): number {
  return Number(deadline) - clock.epochMs() + clock.nowMs();
}
