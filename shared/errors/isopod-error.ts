/**
 * The one error class. Its reason, not its message, is what code decides on.
 */
import { type ErrorReason, errorCatalogue } from './error-catalogue.ts';
import { type StatusName, statusCodes } from './status-code.ts';

/** One field at fault in a request: its path, and what is wrong with it. */
export interface FieldViolation {
  readonly field: string;
  readonly description: string;
}

/** A quota that is used up. */
export interface QuotaViolation {
  /** Whose, such as `tenant:acme`. */
  readonly subject: string;
  readonly description: string;
  /** Which, as the protocol has it: `calls_per_second`. */
  readonly quotaId: string;
}

interface ErrorDetails {
  readonly fieldViolations?: readonly FieldViolation[];
  /** When to try again. */
  readonly retryAfterMs?: number;
  readonly quotaViolations?: readonly QuotaViolation[];
  readonly cause?: unknown;
}

export class IsopodError extends Error {
  readonly reason: ErrorReason;
  readonly fieldViolations: readonly FieldViolation[];
  readonly retryAfterMs: number | undefined;
  readonly quotaViolations: readonly QuotaViolation[];

  /** `message` says what could not be done, a colon, and the current value. */
  constructor(reason: ErrorReason, message: string, details: ErrorDetails = {}) {
    // It becomes a header, which takes whole characters only; what it quotes may have been cut.
    super(message.toWellFormed(), { cause: details.cause });
    this.name = 'IsopodError';
    this.reason = reason;
    this.fieldViolations = details.fieldViolations ?? [];
    this.retryAfterMs = details.retryAfterMs;
    this.quotaViolations = details.quotaViolations ?? [];
  }

  get status(): StatusName {
    return errorCatalogue[this.reason].status;
  }

  get statusCode(): number {
    return statusCodes[this.status];
  }

  get isRetryable(): boolean {
    return errorCatalogue[this.reason].isRetryable;
  }
}

/** Anything that was thrown, as an IsopodError; what was not one is INTERNAL. */
export function toIsopodError(thrown: unknown): IsopodError {
  if (thrown instanceof IsopodError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new IsopodError('INTERNAL', `Could not finish the call: ${message}`, { cause: thrown });
}

/** All violations of one execution as one error. */
export function invalidExecution(violations: readonly FieldViolation[]): IsopodError {
  const message = `Could not accept the execution: ${summaryOf(violations)}`;
  return new IsopodError('INVALID_EXECUTION', message, { fieldViolations: violations });
}

/** All violations of a request that is not an execution. */
export function invalidRequest(violations: readonly FieldViolation[]): IsopodError {
  const message = `Could not accept the request: ${summaryOf(violations)}`;
  return new IsopodError('INVALID_REQUEST', message, { fieldViolations: violations });
}

function summaryOf([first, ...others]: readonly FieldViolation[]): string {
  const rest = others.length > 0 ? ` (and ${others.length} more)` : '';
  return `${first?.field}: ${first?.description}${rest}`;
}

/** A caller's own limit in time. */
export function deadlineExceeded(): IsopodError {
  return new IsopodError(
    'DEADLINE_EXCEEDED',
    'Could not finish the execution: its deadline has passed',
  );
}
