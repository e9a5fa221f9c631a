/**
 * `progress(value)`: how far the program says that it is. The sandbox passes on so many a second and
 * no more; of what comes between only the latest is kept, and told as soon as its turn comes: with
 * the next word, when the guest comes back, and at the end.
 */
import {
  progressBurstMax,
  progressBytesMax,
  progressEveryMs,
} from '../../../shared/execution/progress.ts';
import { utf8Bytes } from './console.ts';
import { mathMax, RangeErrorConstructor, stringifyJson } from './intrinsics.ts';
import { hasEnded, keepLog, realMsNow, runState } from './run-state.ts';
import { progressLevel } from './runtime-protocol.ts';

const state = {
  __proto__: null,
  /** As JSON; empty for none. */
  untold: '',
  /** How many may be told now; it grows with the run's own time. */
  turns: 0,
  countedAtMs: 0,
};

export function beginProgress(): void {
  state.untold = '';
  state.turns = progressBurstMax;
  state.countedAtMs = 0;
}

/** What JSON leaves out is told as null. Throws what JSON throws, and for what is too long. */
export function progress(value?: unknown): void {
  const text = stringifyJson(value);
  const json = typeof text === 'string' ? text : 'null';
  const bytes = json.length * 3 <= progressBytesMax ? 0 : utf8Bytes(json, 0, json.length);
  if (bytes > progressBytesMax) {
    throw new RangeErrorConstructor(
      `The progress could not be told: it is longer than ${progressBytesMax} bytes: ${bytes}`,
    );
  }
  if (hasEnded()) return;
  state.untold = json;
  if (runState.emit === undefined || !takeTurn()) return;
  state.untold = '';
  runState.emit(progressLevel, json, 0);
}

/** The guest has come back: what waits is kept with the log lines, if it is its turn or the end. */
export function keepProgress(isLast: boolean): void {
  const json = state.untold;
  if (json === '' || !(takeTurn() || isLast)) return;
  state.untold = '';
  keepLog(progressLevel, json, 0);
}

/** Milliseconds until what waits may be told; undefined when nothing waits. */
export function progressDueInMs(): number | undefined {
  if (state.untold === '') return undefined;
  countTurns();
  return mathMax(1, (1 - state.turns) * progressEveryMs);
}

function takeTurn(): boolean {
  countTurns();
  if (state.turns < 1) return false;
  state.turns--;
  return true;
}

function countTurns(): void {
  const nowMs = realMsNow();
  const turns = state.turns + mathMax(0, nowMs - state.countedAtMs) / progressEveryMs;
  state.turns = turns > progressBurstMax ? progressBurstMax : turns;
  state.countedAtMs = nowMs;
}
