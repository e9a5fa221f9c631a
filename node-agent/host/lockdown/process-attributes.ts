/** Attributes of a process that Node has no function for. */
import { constants } from 'node:os';
import { LibcError, leadProcessGroup, prctl } from '../../kernel/libc.ts';

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

/**
 * A process group, and not a session: Linux schedules each session as one where it groups tasks
 * by itself (sched_autogroup_enabled, on by default). A host in a session of its own would weigh
 * as much as its agent and all of the agent's other hosts together; and one that computes little
 * and wakes often, which is what a quiet tenant's does, would wait tens of milliseconds for its
 * turn beside one that computes on many threads.
 */
export function leaveAgentsProcessGroup(): void {
  try {
    leadProcessGroup();
  } catch (error) {
    // Who leads a session leads a process group too.
    if (!(error instanceof LibcError && error.code === 'EPERM')) throw error;
  }
}
