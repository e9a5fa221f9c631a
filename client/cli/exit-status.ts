/** What the command's exit status says, for outcomes and for errors. client/README.md lists it. */
import type { ErrorReason } from '../../shared/errors/error-catalogue.ts';
import type { OutcomeWord } from '../../shared/execution/outcome.ts';

export const exitStatusOfWord: Readonly<Record<OutcomeWord, number>> = {
  SUCCEEDED: 0,
  SCRIPT_THREW: 1,
  SYNTAX_ERROR: 2,
  CPU_EXCEEDED: 3,
  WALL_EXCEEDED: 3,
  MEMORY_EXCEEDED: 4,
  OUTPUT_EXCEEDED: 5,
  HOST_CALL_LIMIT: 5,
  CRASHED: 6,
  CANCELLED: 7,
  SESSION_LOST: 8,
  NODE_LOST: 8,
  REJECTED: 9,
};

/** EX_USAGE, EX_SOFTWARE and EX_NOPERM of sysexits.h. */
export const usageExitStatus = 64;
export const internalExitStatus = 70;
const permissionExitStatus = 77;

export const exitStatusOfReason: Readonly<Record<ErrorReason, number>> = {
  INVALID_EXECUTION: usageExitStatus,
  INVALID_REQUEST: usageExitStatus,
  METADATA_TOO_LARGE: usageExitStatus,
  NOT_BUILT: usageExitStatus,
  UNAUTHENTICATED: permissionExitStatus,
  PERMISSION_DENIED: permissionExitStatus,
  // Never started, as far as anybody knows: the same call may succeed later.
  QUEUE_FULL: 9,
  OVERLOADED: 9,
  NODE_NOT_FOUND: 9,
  NODE_REMOVED: 9,
  TOO_MANY_EXECUTIONS: 9,
  TOO_MANY_WATCHES: 9,
  ALERT_SILENCE_NOT_FOUND: 9,
  QUOTA_EXCEEDED: 9,
  CIRCUIT_OPEN: 9,
  BREAKER_NOT_FOUND: 9,
  NO_NODE: 9,
  // Never started either; the cluster has to change first.
  POSTURE_UNMET: 9,
  FUNCTION_NOT_FOUND: 9,
  FUNCTION_IN_USE: 9,
  FUNCTION_LIMIT: 9,
  SESSION_LIMIT: 9,
  TENANT_NOT_FOUND: 9,
  TENANT_EXISTS: 9,
  TENANT_CHANGED: 9,
  TENANT_LIMIT: 9,
  API_KEY_NOT_FOUND: 9,
  STORE_UNAVAILABLE: 9,
  SHUTTING_DOWN: 9,
  UNREACHABLE: 9,
  // The caller's own time limit, as the limits of the run.
  DEADLINE_EXCEEDED: 3,
  CANCELLED: 7,
  PROTOCOL_VIOLATION: internalExitStatus,
  READER_TOO_SLOW: internalExitStatus,
  STORE_DAMAGED: internalExitStatus,
  INTERNAL: internalExitStatus,
};
