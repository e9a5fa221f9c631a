/** How a call that gRPC ended becomes an error with a reason. */
import type { Metadata, StatusObject } from '@grpc/grpc-js';
import type { ErrorReason } from '../../shared/errors/error-catalogue.ts';
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import { type StatusName, statusName } from '../../shared/errors/status-code.ts';
import { decodeStatusDetails, statusDetailsKey } from '../../shared/wire/rpc-status.ts';

/** For a status that carries no details of ours: it was made by a gRPC library or a proxy. */
const reasonByStatus: Partial<Record<StatusName, ErrorReason>> = {
  // Not by this client, which knows what it cancelled itself: the other side went away.
  CANCELLED: 'UNREACHABLE',
  INVALID_ARGUMENT: 'PROTOCOL_VIOLATION',
  DEADLINE_EXCEEDED: 'DEADLINE_EXCEEDED',
  UNIMPLEMENTED: 'NOT_BUILT',
  UNAVAILABLE: 'UNREACHABLE',
  UNAUTHENTICATED: 'UNAUTHENTICATED',
};

/** `address` is whom the call was for. */
export function errorOfCall(
  status: Pick<StatusObject, 'code' | 'details'> & { readonly metadata?: Metadata },
  address: string,
): IsopodError {
  const details = status.metadata?.get(statusDetailsKey)[0];
  const error = details instanceof Buffer ? readDetails(details) : undefined;
  if (error) return error;
  const name = statusName(status.code);
  const reason = reasonByStatus[name] ?? 'INTERNAL';
  const what = reason === 'UNREACHABLE' ? 'reach' : 'finish the call to';
  const why =
    reason === 'DEADLINE_EXCEEDED' ? 'its time limit has passed' : reasonGiven(status, name);
  return new IsopodError(reason, `Could not ${what} ${address}: ${why}`, { cause: status });
}

/** Without the remarks that gRPC adds about its own work. */
function reasonGiven({ details }: Pick<StatusObject, 'details'>, name: StatusName): string {
  const lastError = /Last error: (?:Error: )?(.+?)\s*\. Resolution note: /s.exec(details)?.[1];
  return lastError ?? (details || name);
}

function readDetails(details: Buffer): IsopodError | undefined {
  try {
    return decodeStatusDetails(details);
  } catch {
    return undefined;
  }
}
