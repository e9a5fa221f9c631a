/**
 * The life of a program that serves: it runs until it is told to stop, by a signal or by the end
 * of its parent, stops once and in order, and exits. A second signal does not wait.
 */
import { endWithParent } from './end-with-parent.ts';

interface ProgramLife {
  /** A pipe from a supervisor, see end-with-parent.ts. */
  readonly parentFd: number | undefined;
  stop(why: string): Promise<void>;
}

/** What shells call the end by SIGINT. */
const interruptedExitCode = 130;

export function runUntilTold({ parentFd, stop }: ProgramLife): void {
  let isStopping = false;
  const stopOnce = (why: string): void => {
    if (isStopping) process.exit(interruptedExitCode);
    isStopping = true;
    // What fails here is nobody's to catch: Node prints it, and the exit status says so.
    void stop(why).then(() => process.exit());
  };
  process.on('SIGTERM', () => stopOnce('SIGTERM'));
  process.on('SIGINT', () => stopOnce('SIGINT'));
  endWithParent(parentFd, () => {
    if (!isStopping) stopOnce('the parent is gone');
  });
}
