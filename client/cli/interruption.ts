/**
 * Ctrl-C, SIGTERM, SIGHUP, and the end of the process that started this one: all of them ask to
 * stop in order. Asked again a while later, the process ends at once; its children follow.
 */
import { endWithParent } from '../../shared/process/end-with-parent.ts';
import type { Clock } from '../../shared/time/clock.ts';

/** One Ctrl-C can arrive several times: from the terminal, and passed on by npm. */
const sameRequestMs = 1_000;
const interruptedExitCode = 130;

/** Aborted with the first request. */
export function processInterruption(clock: Clock): AbortSignal {
  const controller = new AbortController();
  let firstMs: number | undefined;
  const interrupt = (): void => {
    const nowMs = clock.nowMs();
    firstMs ??= nowMs;
    if (nowMs - firstMs > sameRequestMs) process.exit(interruptedExitCode);
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  const launcherFd = process.env['ISOPOD_LAUNCHER_FD'];
  endWithParent(launcherFd ? Number(launcherFd) : undefined, interrupt);
  return controller.signal;
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
