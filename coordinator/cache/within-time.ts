/** Waits for work only so long. What comes too late is passed over; the work itself goes on. */
import type { Clock } from '../../shared/time/clock.ts';

/** A timer that is so late says that this process was busy, and nothing about what it waited for. */
const lateMsMax = 25;
/** What has come meanwhile is then heard first. */
const extraMs = 25;

/** Rejects with `late()` when the time is over. */
export function withinTime<Result>(
  work: Promise<Result>,
  msMax: number,
  clock: Clock,
  late: () => Error,
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const dueMs = clock.nowMs() + msMax;
  const giveUp = (): void => reject(late());
  let timer = clock.setTimer(msMax, () => {
    if (clock.nowMs() - dueMs <= lateMsMax) giveUp();
    else timer = clock.setTimer(extraMs, giveUp);
  });
  work.then(resolve, reject).finally(() => timer.cancel());
  return promise;
}
