/** What becomes of an error: the caller gets its status and details, our own faults are logged. */
import { Metadata, type ServiceError } from '@grpc/grpc-js';
import { IsopodError, toIsopodError } from '../../shared/errors/isopod-error.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
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

/**
 * Anything thrown as an IsopodError; one that is our own fault is logged, with its stack. What was
 * not meant for callers is not told them: it may quote a path, or what is another's.
 */
export function explained(thrown: unknown, logger: Logger): IsopodError {
  const error = toIsopodError(thrown);
  if (error.reason !== 'INTERNAL') return error;
  logger.error({ err: error }, 'a call failed by our own fault');
  return error === thrown ? error : unexplained();
}

function unexplained(): IsopodError {
  const message = 'Could not finish the call: a mistake of the coordinator, whose log tells of it';
  return new IsopodError('INTERNAL', message);
}
