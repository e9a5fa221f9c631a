/**
 * From what a program came to, to how its run ended. A promise is awaited; anything else is the
 * result. The result leaves as JSON text, or as bytes, whose length was looked at while it was still
 * inside.
 */
import { copyOf, extentOf } from './bytes.ts';
import { describeThrown, errorJson, guestError } from './describe-thrown.ts';
import { stringifyJson } from './intrinsics.ts';
import { end, hasEnded, isOver, runState } from './run-state.ts';
import { reports } from './runtime-protocol.ts';

/** Never throws. */
export function settle(value: unknown): void {
  try {
    if (!isThenable(value)) finish(value);
    else void settleLater(value);
  } catch (error) {
    fail(error);
  }
}

/**
 * Never throws. What was thrown is described when the guest's code has come back: here the stack
 * may be at its end, and nothing of an error can be read.
 */
export function fail(thrown: unknown): void {
  if (hasEnded()) return;
  end(reports.threw);
  runState.thrown = thrown;
}

/** Whether it threw, and its error was not looked at yet. */
export function isUndescribed(): boolean {
  return runState.ending === reports.threw;
}

/**
 * To be called with the stack unwound, before the ending leaves. Never throws. The guest's own
 * getters and traps run here.
 */
export function describeEnding(): void {
  if (!isUndescribed()) return;
  const { thrown } = runState;
  runState.thrown = undefined;
  runState.ending += errorJson(describeThrown(thrown));
}

/**
 * `await` goes by the language's own promises: no method that a guest could have replaced. A run
 * that a timer's error or its logs have ended leaves its promise behind in a module that lives on;
 * when a later run of that module settles it, nobody waits for it any more.
 */
async function settleLater(value: PromiseLike<unknown>): Promise<void> {
  const { runNumber } = runState;
  try {
    const settled = await value;
    if (runState.runNumber === runNumber) finish(settled);
  } catch (error) {
    if (runState.runNumber === runNumber) fail(error);
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return false;
  return typeof (value as { then?: unknown }).then === 'function';
}

function finish(value: unknown): void {
  if (finishAsBytes(value)) return;
  // As JSON it is longer still, and might not fit into the memory that is left.
  if (typeof value === 'string' && value.length > runState.resultCharsMax) {
    return tooLong(value.length);
  }
  let text: unknown;
  try {
    text = stringifyJson(value);
  } catch (error) {
    const { name, message, stack } = describeThrown(error);
    const why = `The result could not be written as JSON: ${message}`;
    end(reports.threw, errorJson(guestError(name, why, stack)));
    return;
  }
  if (typeof text !== 'string') end(reports.nothing);
  else if (text.length > runState.resultCharsMax) tooLong(text.length);
  else end(reports.result, text);
}

/** False where it is no bytes. */
function finishAsBytes(value: unknown): boolean {
  try {
    const extent = extentOf(value);
    if (extent === undefined) return false;
    if (extent.length > runState.resultCharsMax) tooLong(extent.length);
    else {
      const buffer = copyOf(extent);
      end(reports.bytes);
      if (isOver(reports.bytes)) runState.resultBuffer = buffer;
    }
  } catch (error) {
    const { name, message, stack } = describeThrown(error);
    const why = `The result could not be read as bytes: ${message}`;
    end(reports.threw, errorJson(guestError(name, why, stack)));
  }
  return true;
}

function tooLong(length: number): void {
  const why = `The result is longer than ${runState.resultCharsMax} bytes: ${length}`;
  end(reports.tooMuch, errorJson(guestError('OutputExceeded', why)));
}
