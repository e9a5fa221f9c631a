/**
 * An error as google.rpc.Status with its standard details, as carried in the
 * `grpc-status-details-bin` trailer (AIP-193).
 */
import { isErrorReason } from '../errors/error-catalogue.ts';
import { IsopodError } from '../errors/isopod-error.ts';
import { durationFromUs, durationToUs } from './duration.ts';
import { readStatus, type StatusDetail, writeStatus } from './status-message.ts';

/** The domain of our reasons in google.rpc.ErrorInfo. */
export const errorDomain = 'isopod.v1';
export const statusDetailsKey = 'grpc-status-details-bin';

/** Encodes an error for the trailer. */
export function encodeStatusDetails(error: IsopodError): Buffer {
  const {
    statusCode: code,
    message,
    reason,
    fieldViolations,
    retryAfterMs,
    quotaViolations,
  } = error;
  const details: StatusDetail[] = [{ name: 'ErrorInfo', reason, domain: errorDomain }];
  if (fieldViolations.length > 0) details.push({ name: 'BadRequest', fieldViolations });
  if (retryAfterMs !== undefined)
    details.push({ name: 'RetryInfo', retryDelay: durationFromUs(retryAfterMs * 1000) });
  if (quotaViolations.length > 0)
    details.push({ name: 'QuotaFailure', violations: quotaViolations });
  return writeStatus({ code, message, details });
}

/**
 * Reads an error from a trailer; undefined where it holds none of ours. Throws WireError where it
 * is no status at all.
 */
export function decodeStatusDetails(bytes: Buffer): IsopodError | undefined {
  const { message, details } = readStatus(bytes);
  const info = details.find((detail) => detail.name === 'ErrorInfo');
  if (info?.domain !== errorDomain || !isErrorReason(info.reason)) return undefined;
  const badRequest = details.find((detail) => detail.name === 'BadRequest');
  const quota = details.find((detail) => detail.name === 'QuotaFailure');
  const retry = details.find((detail) => detail.name === 'RetryInfo');
  return new IsopodError(info.reason, message, {
    fieldViolations: badRequest?.fieldViolations ?? [],
    quotaViolations: quota?.violations ?? [],
    ...(retry ? { retryAfterMs: durationToUs(retry.retryDelay) / 1000 } : {}),
  });
}
