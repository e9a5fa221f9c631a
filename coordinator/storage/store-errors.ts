/** What is wrong with a store, whatever it keeps. */
import { IsopodError } from '../../shared/errors/isopod-error.ts';

const retryAfterMs = 1_000;

export function storeUnavailable(what: string, cause: unknown): IsopodError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `Could not ${what}: ${reason}`;
  return new IsopodError('STORE_UNAVAILABLE', message, { retryAfterMs, cause });
}

/** `what` was to be changed, and somebody was faster every time. */
export function storeContended(what: string): IsopodError {
  const message = `Could not change ${what}: others change it all the time`;
  return new IsopodError('STORE_UNAVAILABLE', message, { retryAfterMs });
}

export function storeDamaged(path: string, reason: string): IsopodError {
  return new IsopodError('STORE_DAMAGED', `Could not read ${path}: ${reason}`);
}

/** What the system says becomes STORE_UNAVAILABLE. */
export async function attempt<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof IsopodError ? error : storeUnavailable(what, error);
  }
}
