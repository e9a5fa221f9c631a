/**
 * Makes every end of this process a SIGKILL from its own hand. The C library's exit() and Node's
 * teardown make calls that a locked process is refused, and they hang or abort.
 */
import { writeSync } from 'node:fs';

export function endByOwnHand(): void {
  // Node would print it after `exit`, which is too late here. Who catches it says it himself.
  process.on('uncaughtExceptionMonitor', (error) => {
    if (process.listenerCount('uncaughtException') > 0) return;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    writeSync(2, `${text}\n`);
  });
  // Said on process.exit(), on an uncaught error, and when there is nothing left to wait for.
  process.on('exit', () => process.kill(process.pid, 'SIGKILL'));
}
