/** Waits for work only so long. What comes too late is passed over; the work itself goes on. */
import type { Clock } from '../../shared/time/clock.ts';

/** Rejects with `late()` when the time is over. */
export function withinTime<Result>(
  work: Promise<Result>,
  msMax: number,
  clock: Clock,
  late: () => Error,
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const timer = clock.setTimer(msMax, () => reject(late()));
  work.then(resolve, reject).finally(() => timer.cancel());
  return promise;
}
