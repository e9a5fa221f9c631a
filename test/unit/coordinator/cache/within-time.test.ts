import { expect, test } from 'vitest';
import { withinTime } from '../../../../coordinator/cache/within-time.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

const late = () => new Error('late');

test('withinTime gives what comes in time, and leaves no timer', async () => {
  const clock = new VirtualClock();
  expect(await withinTime(Promise.resolve(1), 100, clock, late)).toBe(1);
  await clock.advance(0);
  expect(clock.timersPending).toBe(0);
});

test('withinTime gives up when the time is over, and passes over what comes then', async () => {
  const clock = new VirtualClock();
  const work = Promise.withResolvers<number>();
  const waited = withinTime(work.promise, 100, clock, late).catch((error: unknown) => error);
  await clock.advance(100);
  work.resolve(1);
  expect(await waited).toEqual(late());
});

test('withinTime hears what came while its own process was busy', async () => {
  const clock = new VirtualClock();
  const work = Promise.withResolvers<number>();
  const waited = withinTime(work.promise, 100, clock, late);
  clock.stall(300);
  await clock.advance(0);
  work.resolve(1);
  expect(await waited).toBe(1);
  const other = withinTime(new Promise(() => {}), 100, clock, late).catch(
    (error: unknown) => error,
  );
  clock.stall(300);
  await clock.advance(25);
  expect(await other).toEqual(late());
});
