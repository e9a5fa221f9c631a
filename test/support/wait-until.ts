/**
 * For conditions that nobody announces, such as a process of somebody else's being gone. Where
 * there is an event, wait for the event.
 */
import type { Clock } from '../../shared/time/clock.ts';

const pollEveryMs = 20;

/** Whether `condition` came true within `waitMsMax`. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  waitMsMax: number,
  clock: Clock,
): Promise<boolean> {
  const deadlineMs = clock.nowMs() + waitMsMax;
  for (;;) {
    if (await condition()) return true;
    if (clock.nowMs() >= deadlineMs) return false;
    await new Promise<void>((resolve) => clock.setTimer(pollEveryMs, resolve));
  }
}
