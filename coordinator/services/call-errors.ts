/** Ends a call with one of our errors: the status, and its details in the trailer. */
import { Metadata, type ServiceError } from '@grpc/grpc-js';
import { type IsopodError, toIsopodError } from '../../shared/errors/isopod-error.ts';
import { encodeStatusDetails, statusDetailsKey } from '../../shared/wire/rpc-status.ts';

/** What grpc-js takes as the error of a call. Anything thrown that is not ours becomes INTERNAL. */
export function toServiceError(thrown: unknown): ServiceError {
  const error: IsopodError = toIsopodError(thrown);
  const metadata = new Metadata();
  metadata.set(statusDetailsKey, encodeStatusDetails(error));
  return Object.assign(new Error(error.message), {
    code: error.statusCode,
    details: error.message,
    metadata,
  });
}
