/**
 * The life of a program that serves: it runs until it is told to stop, by a signal or by the end
 * of its parent, or ends by itself; it stops once and in order, and exits with status 0. A second
 * signal does not wait.
 */
import { endWithParent } from './end-with-parent.ts';

interface ProgramLife {
  /** A pipe from a supervisor, see end-with-parent.ts. */
  readonly parentFd: number | undefined;
  stop(why: string): Promise<void>;
}

/** What shells call the end by SIGINT. */
const interruptedExitCode = 130;

/** Returns what ends the program as a signal would. */
export function runUntilTold({ parentFd, stop }: ProgramLife): (why: string) => void {
  let isStopping = false;
  let wasSignalled = false;
  const stopOnce = (why: string): void => {
    if (isStopping) return;
    isStopping = true;
    // What fails here is nobody's to catch: Node prints it, and the exit status says so.
    void stop(why).then(() => process.exit());
  };
  const signalled = (signal: string): void => {
    if (wasSignalled) process.exit(interruptedExitCode);
    wasSignalled = true;
    stopOnce(signal);
  };
  process.on('SIGTERM', signalled);
  process.on('SIGINT', signalled);
  endWithParent(parentFd, () => stopOnce('the parent is gone'));
  return stopOnce;
}
