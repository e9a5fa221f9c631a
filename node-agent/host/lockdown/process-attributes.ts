/** Two attributes of a process that Node has no function for. */
import { constants } from 'node:os';
import { prctl } from '../../kernel/libc.ts';

const setParentDeathSignal = 1; // PR_SET_PDEATHSIG
const getDumpable = 3; // PR_GET_DUMPABLE
const setDumpable = 4; // PR_SET_DUMPABLE

/**
 * No process of the same user may trace this one or read its memory, its environment or its
 * descriptors. What the agent watches, /proc/PID/stat and statm, stays readable for everybody.
 */
export function becomeUndumpable(): void {
  prctl(setDumpable, 0);
  if (prctl(getDumpable, 0) !== 0) throw new Error('the process is still dumpable');
}

/**
 * The kernel kills this process when the thread that started it ends, however that ends. An
 * agent that ended earlier than this call has closed the frame socket, which ends a host too.
 */
export function dieWithAgent(): void {
  prctl(setParentDeathSignal, constants.signals.SIGKILL);
}
