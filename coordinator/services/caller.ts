/** Who calls, and until when he waits, as far as a call's metadata tell. */
import type { Metadata } from '@grpc/grpc-js';
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Credentials } from '../tenancy/authenticator.ts';

/** More than twice what gRPC has others expect, which is 8 KB. */
const metadataCharsMax = 16 * 1024;

/** What a caller shows, for coordinator/tenancy to judge. Throws METADATA_TOO_LARGE. */
export function credentialsOf(metadata: Metadata): Credentials {
  refuseTooMuch(metadata);
  return {
    authorization: metadata.get('authorization')[0]?.toString(),
    tenantId: metadata.get('isopod-tenant')[0]?.toString(),
  };
}

/** A call's deadline on the monotonic clock; Infinity for none. */
export function readDeadlineMs(deadline: Date | number, clock: Clock): number {
  return Number(deadline) - clock.epochMs() + clock.nowMs();
}

function refuseTooMuch(metadata: Metadata): void {
  const entries = metadata.toJSON();
  let chars = 0;
  for (const key in entries)
    for (const value of entries[key] ?? []) chars += key.length + value.length;
  if (chars > metadataCharsMax)
    throw new IsopodError(
      'METADATA_TOO_LARGE',
      `Could not accept the call: it has ${chars} bytes of metadata, and ${metadataCharsMax} are the most`,
    );
}
