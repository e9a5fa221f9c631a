/**
 * Every reason for which the cluster refuses or fails a call. docs/errors.md says the same, and
 * a test holds the two together. What a guest did wrong is not here: that is an outcome.
 */
import type { StatusName } from './status-code.ts';

interface CatalogueEntry {
  readonly status: StatusName;
  /** The same call may succeed later without any change. */
  readonly isRetryable: boolean;
}

export const errorCatalogue = {
  INVALID_EXECUTION: { status: 'INVALID_ARGUMENT', isRetryable: false },
  PROTOCOL_VIOLATION: { status: 'INVALID_ARGUMENT', isRetryable: false },
  INVALID_REQUEST: { status: 'INVALID_ARGUMENT', isRetryable: false },
  NOT_BUILT: { status: 'UNIMPLEMENTED', isRetryable: false },
  POSTURE_UNMET: { status: 'FAILED_PRECONDITION', isRetryable: false },
  FUNCTION_NOT_FOUND: { status: 'NOT_FOUND', isRetryable: false },
  FUNCTION_IN_USE: { status: 'FAILED_PRECONDITION', isRetryable: false },
  FUNCTION_LIMIT: { status: 'RESOURCE_EXHAUSTED', isRetryable: false },
  SESSION_LIMIT: { status: 'RESOURCE_EXHAUSTED', isRetryable: true },
  STORE_UNAVAILABLE: { status: 'UNAVAILABLE', isRetryable: true },
  STORE_DAMAGED: { status: 'DATA_LOSS', isRetryable: false },
  UNAUTHENTICATED: { status: 'UNAUTHENTICATED', isRetryable: false },
  PERMISSION_DENIED: { status: 'PERMISSION_DENIED', isRetryable: false },
  QUOTA_EXCEEDED: { status: 'RESOURCE_EXHAUSTED', isRetryable: true },
  TENANT_NOT_FOUND: { status: 'NOT_FOUND', isRetryable: false },
  TENANT_EXISTS: { status: 'ALREADY_EXISTS', isRetryable: false },
  TENANT_CHANGED: { status: 'ABORTED', isRetryable: false },
  TENANT_LIMIT: { status: 'RESOURCE_EXHAUSTED', isRetryable: false },
  API_KEY_NOT_FOUND: { status: 'NOT_FOUND', isRetryable: false },
  QUEUE_FULL: { status: 'RESOURCE_EXHAUSTED', isRetryable: true },
  OVERLOADED: { status: 'RESOURCE_EXHAUSTED', isRetryable: true },
  NODE_NOT_FOUND: { status: 'NOT_FOUND', isRetryable: false },
  NODE_REMOVED: { status: 'FAILED_PRECONDITION', isRetryable: true },
  TOO_MANY_EXECUTIONS: { status: 'RESOURCE_EXHAUSTED', isRetryable: true },
  TOO_MANY_WATCHES: { status: 'RESOURCE_EXHAUSTED', isRetryable: true },
  ALERT_SILENCE_NOT_FOUND: { status: 'NOT_FOUND', isRetryable: false },
  BREAKER_NOT_FOUND: { status: 'NOT_FOUND', isRetryable: false },
  METADATA_TOO_LARGE: { status: 'RESOURCE_EXHAUSTED', isRetryable: false },
  READER_TOO_SLOW: { status: 'RESOURCE_EXHAUSTED', isRetryable: false },
  CIRCUIT_OPEN: { status: 'UNAVAILABLE', isRetryable: true },
  NO_NODE: { status: 'UNAVAILABLE', isRetryable: true },
  SHUTTING_DOWN: { status: 'UNAVAILABLE', isRetryable: true },
  UNREACHABLE: { status: 'UNAVAILABLE', isRetryable: true },
  DEADLINE_EXCEEDED: { status: 'DEADLINE_EXCEEDED', isRetryable: false },
  CANCELLED: { status: 'CANCELLED', isRetryable: false },
  INTERNAL: { status: 'INTERNAL', isRetryable: false },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorReason = keyof typeof errorCatalogue;

export function isErrorReason(text: string): text is ErrorReason {
  return Object.hasOwn(errorCatalogue, text);
}
