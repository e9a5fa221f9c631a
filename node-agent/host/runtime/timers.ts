/**
 * setTimeout and its kin, kept inside the context. Those that wait form a list in the order in
 * which they are due; the host is told when the first one is, and calls back. Each callback is
 * an entry of its own, so that, as everywhere, microtasks run between two timers.
 */
import {
  apply,
  isArray,
  MapConstructor,
  mapDelete,
  mapGet,
  mapSet,
  mathFloor,
  mathMax,
  RangeErrorConstructor,
  TypeErrorConstructor,
  toNumber,
} from './intrinsics.ts';
import { runMsNow, runState } from './run-state.ts';
import { fail } from './settle.ts';

interface WaitingTimer {
  readonly id: number;
  readonly callback: (...args: unknown[]) => unknown;
  readonly args: unknown[];
  /** Of an interval; undefined for a timer that fires once. */
  readonly everyMs: number | undefined;
  dueMs: number;
  before: WaitingTimer | undefined;
  after: WaitingTimer | undefined;
}

/** As in Node and browsers: less than one, more than this, or no number, is one. */
const delayMsMax = 2 ** 31 - 1;

const list = {
  __proto__: null,
  first: undefined as WaitingTimer | undefined,
  last: undefined as WaitingTimer | undefined,
  count: 0,
  ids: 0,
  byId: new MapConstructor<unknown, WaitingTimer>(),
};

export function forgetTimers(): void {
  if (list.count === 0) return;
  list.first = undefined;
  list.last = undefined;
  list.count = 0;
  list.byId = new MapConstructor<unknown, WaitingTimer>();
}

/**
 * Milliseconds until a timer is due, 0 when one is; undefined when none waits. A deterministic
 * run does not wait: its clock goes to where the timer is due.
 */
export function nextTimerInMs(): number | undefined {
  if (list.first !== undefined && runState.virtualMs !== undefined) return 0;
  return list.first && mathMax(0, list.first.dueMs - runMsNow());
}

/** Runs the callback of the first timer, if it is due. Never throws. */
export function runDueTimer(): void {
  const timer = list.first;
  if (timer === undefined) return;
  if (runState.virtualMs !== undefined) {
    runState.virtualMs = mathMax(runState.virtualMs, timer.dueMs);
  }
  if (timer.dueMs > runMsNow()) return;
  remove(timer);
  try {
    apply(timer.callback, undefined, timer.args);
  } catch (error) {
    fail(error);
    return;
  }
  if (timer.everyMs === undefined || mapGet(list.byId, timer.id) !== timer) {
    mapDelete(list.byId, timer.id);
    return;
  }
  timer.dueMs = runMsNow() + timer.everyMs;
  insert(timer);
}

export function setTimeout(callback: unknown, delay?: unknown, ...args: unknown[]): number {
  return start(callback, delay, false, args);
}

export function setInterval(callback: unknown, delay?: unknown, ...args: unknown[]): number {
  return start(callback, delay, true, args);
}

export function clearTimer(id?: unknown): void {
  const timer = mapGet(list.byId, id);
  if (timer === undefined) return;
  mapDelete(list.byId, id);
  // An interval that is cleared by its own callback waits no more.
  if (timer.before !== undefined || timer.after !== undefined || list.first === timer) {
    remove(timer);
  }
}

function start(callback: unknown, delay: unknown, isRepeated: boolean, args: unknown[]): number {
  if (typeof callback !== 'function') {
    const kind = isArray(callback) ? 'array' : typeof callback;
    throw new TypeErrorConstructor(`The timer could not be set: its callback is of type ${kind}`);
  }
  // A delay that is an object is asked what it is worth, and may itself set timers meanwhile.
  const wantedMs = mathFloor(toNumber(delay));
  const delayMs = wantedMs >= 1 && wantedMs <= delayMsMax ? wantedMs : 1;
  if (list.count >= runState.timersMax) {
    throw new RangeErrorConstructor(
      `The timer could not be set: ${list.count} are waiting, which is the limit`,
    );
  }
  const timer: WaitingTimer = {
    // @ts-expect-error -- so that nothing the guest does to Object.prototype is seen through it
    __proto__: null,
    id: ++list.ids,
    callback: callback as (...callbackArgs: unknown[]) => unknown,
    args,
    everyMs: isRepeated ? delayMs : undefined,
    dueMs: runMsNow() + delayMs,
    before: undefined,
    after: undefined,
  };
  mapSet(list.byId, timer.id, timer);
  insert(timer);
  return timer.id;
}

/** From the end, where a timer that was set last mostly belongs. */
function insert(timer: WaitingTimer): void {
  let before = list.last;
  while (before !== undefined && before.dueMs > timer.dueMs) before = before.before;
  const after = before === undefined ? list.first : before.after;
  timer.before = before;
  timer.after = after;
  if (before === undefined) list.first = timer;
  else before.after = timer;
  if (after === undefined) list.last = timer;
  else after.before = timer;
  list.count++;
}

function remove(timer: WaitingTimer): void {
  if (timer.before === undefined) list.first = timer.after;
  else timer.before.after = timer.after;
  if (timer.after === undefined) list.last = timer.before;
  else timer.after.before = timer.before;
  timer.before = undefined;
  timer.after = undefined;
  list.count--;
}
