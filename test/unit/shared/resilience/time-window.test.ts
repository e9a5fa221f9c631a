import { expect, test } from 'vitest';
import { TimeWindow } from '../../../../shared/resilience/time-window.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

function makeWindow(windowMs: number) {
  const clock = new VirtualClock();
  const window = new TimeWindow(windowMs, clock);
  const recordAt = (nowMs: number, isFault: boolean, isSlow = false): void => {
    clock.stall(nowMs - clock.nowMs());
    window.record(isFault, isSlow);
  };
  return { clock, window, recordAt };
}

test('TimeWindow holds a call for nine to ten tenths of its time', () => {
  const { clock, window, recordAt } = makeWindow(10_000);
  recordAt(1_700, true);
  recordAt(1_900, false, true);
  clock.stall(9_000);
  window.advance();
  expect([window.calls, window.faults, window.slow]).toEqual([2, 1, 1]);
  clock.stall(100);
  window.advance();
  expect([window.calls, window.faults, window.slow]).toEqual([0, 0, 0]);
});

test('TimeWindow forgets everything when nothing was heard for longer than it lasts', () => {
  const { window, recordAt } = makeWindow(1_000);
  for (let call = 0; call < 100; call++) recordAt(call * 10, true, true);
  recordAt(1_000_000_000, false);
  expect([window.calls, window.faults, window.slow]).toEqual([1, 0, 0]);
});

test('TimeWindow counts right at any rate', () => {
  const { window, recordAt } = makeWindow(1_000);
  const atMs: number[] = [];
  for (let nowMs = 0; nowMs < 20_000; nowMs += 7 + (nowMs % 50)) {
    recordAt(nowMs, nowMs % 3 === 0);
    atMs.push(nowMs);
    const slice = Math.floor(nowMs / 100);
    const held = atMs.filter((at) => Math.floor(at / 100) > slice - 10);
    expect(window.calls).toBe(held.length);
    expect(window.faults).toBe(held.filter((at) => at % 3 === 0).length);
  }
});
