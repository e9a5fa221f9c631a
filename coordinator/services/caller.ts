/** Who calls, and until when he waits, as far as a call's metadata tell. */
import type { Metadata } from '@grpc/grpc-js';
import type { Clock } from '../../shared/time/clock.ts';
import type { Credentials } from '../tenancy/authenticator.ts';

/** What a caller shows, for coordinator/tenancy to judge. */
export function credentialsOf(metadata: Metadata): Credentials {
  return {
    authorization: metadata.get('authorization')[0]?.toString(),
    tenantId: metadata.get('isopod-tenant')[0]?.toString(),
  };
}

/** A call's deadline on the monotonic clock; Infinity for none. */
export function readDeadlineMs(deadline: Date | number, clock: Clock): number {
  return Number(deadline) - clock.epochMs() + clock.nowMs();
}
