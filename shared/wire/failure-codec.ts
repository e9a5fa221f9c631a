/** Errors as items of a stream, where a unary call would have ended with a status. */
import { isErrorReason } from '../errors/error-catalogue.ts';
import { IsopodError } from '../errors/isopod-error.ts';
import type { Failure, Failure__Output } from '../generated/isopod/v1/Failure.ts';
import { durationFromUs, durationToUs } from './duration.ts';

export function failureToWire(error: IsopodError): Failure {
  return {
    code: error.statusCode,
    message: error.message,
    reason: error.reason,
    fieldViolations: [...error.fieldViolations],
    quotaViolations: [...error.quotaViolations],
    ...(error.retryAfterMs === undefined
      ? {}
      : { retryDelay: durationFromUs(error.retryAfterMs * 1000) }),
  };
}

/** A reason that this version does not know becomes INTERNAL. */
export function failureFromWire(wire: Failure__Output): IsopodError {
  const reason = isErrorReason(wire.reason) ? wire.reason : 'INTERNAL';
  return new IsopodError(reason, wire.message, {
    fieldViolations: wire.fieldViolations,
    quotaViolations: wire.quotaViolations,
    ...(wire.retryDelay ? { retryAfterMs: durationToUs(wire.retryDelay) / 1000 } : {}),
  });
}
