import { expect, test } from 'vitest';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

test('VirtualClock stands still until it is told to move', async () => {
  const clock = new VirtualClock({ nowMs: 100, epochMs: 5_000 });
  expect([clock.nowMs(), clock.epochMs()]).toEqual([100, 5_000]);
  await clock.advance(7);
  expect([clock.nowMs(), clock.epochMs()]).toEqual([107, 5_007]);
});

test('VirtualClock fires timers in the order of their time, then of their setting', async () => {
  const clock = new VirtualClock();
  const fired: string[] = [];
  for (const [name, delayMs] of [
    ['c', 20],
    ['a', 10],
    ['b', 10],
    ['late', 31],
  ] as const)
    clock.setTimer(delayMs, () => fired.push(`${name} ${clock.nowMs()}`));
  await clock.advance(30);
  expect(fired).toEqual(['a 10', 'b 10', 'c 20']);
  expect(clock.timersPending).toBe(1);
});

test('VirtualClock fires what a timer sets, when it falls due on the way', async () => {
  const clock = new VirtualClock();
  const fired: number[] = [];
  const again = (): void => {
    fired.push(clock.nowMs());
    clock.setTimer(10, again);
  };
  clock.setTimer(10, again);
  await clock.advance(35);
  expect(fired).toEqual([10, 20, 30]);
});

test('VirtualClock lets promises settle between two timers', async () => {
  const clock = new VirtualClock();
  const events: string[] = [];
  clock.setTimer(1, () => void Promise.resolve().then(() => events.push('settled')));
  clock.setTimer(2, () => events.push('next'));
  await clock.advance(2);
  expect(events).toEqual(['settled', 'next']);
});

test('VirtualClock does not fire what was cancelled, as late as by the timer before it', async () => {
  const clock = new VirtualClock();
  const fired: string[] = [];
  const second = clock.setTimer(1, () => fired.push('second'));
  const first = clock.setTimer(0, () => second.cancel());
  await clock.advance(5);
  first.cancel();
  expect(fired).toEqual([]);
  expect(clock.timersPending).toBe(0);
});

test('VirtualClock takes a delay below 0 for none', async () => {
  const clock = new VirtualClock();
  let firedAtMs: number | undefined;
  clock.setTimer(-5, () => {
    firedAtMs = clock.nowMs();
  });
  await clock.advance(0);
  expect(firedAtMs).toBe(0);
});

test('VirtualClock that stalls fires late what fell due meanwhile', async () => {
  const clock = new VirtualClock();
  const fired: string[] = [];
  for (const delayMs of [20, 10])
    clock.setTimer(delayMs, () => fired.push(`${delayMs} at ${clock.nowMs()}`));
  clock.stall(100);
  expect(fired).toEqual([]);
  await clock.advance(0);
  expect(fired).toEqual(['10 at 100', '20 at 100']);
});
