import { expect, test } from 'vitest';
import { LoopWatch } from '../../../../coordinator/health/loop-watch.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

function watched() {
  const clock = new VirtualClock({ nowMs: 1_000 });
  const lateMs: number[] = [];
  const loop = new LoopWatch({ clock, turned: (late) => lateMs.push(late) });
  return { clock, loop, lateMs };
}

test('LoopWatch goes with the clock while the loop turns', async () => {
  const { clock, loop, lateMs } = watched();
  loop.start();
  await clock.advance(10_000);
  expect(loop.nowMs()).toBe(11_000);
  expect(new Set(lateMs)).toEqual(new Set([0]));
});

test('LoopWatch stands still while the loop does, also before that is noticed', async () => {
  const { clock, loop, lateMs } = watched();
  loop.start();
  await clock.advance(1_050);
  clock.stall(5_000);
  // The timer is overdue: whoever is called first already sees the truth.
  expect(loop.nowMs()).toBe(2_100);
  await clock.advance(1_000);
  expect(Math.max(...lateMs)).toBe(4_950);
  expect(loop.nowMs()).toBe(3_100);
});

test('LoopWatch that is stopped leaves no timer, and goes on with the clock', async () => {
  const { clock, loop } = watched();
  loop.start();
  loop.start();
  expect(clock.timersPending).toBe(1);
  loop.stop();
  expect(clock.timersPending).toBe(0);
  await clock.advance(5_000);
  expect(loop.nowMs()).toBe(6_000);
});
