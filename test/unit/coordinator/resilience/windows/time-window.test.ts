import { expect, test } from 'vitest';
import { TimeWindow } from '../../../../../coordinator/resilience/windows/time-window.ts';

test('TimeWindow holds a call for nine to ten tenths of its time', () => {
  const window = new TimeWindow(10_000);
  window.record(true, false, 1_700);
  window.record(false, true, 1_900);
  window.advance(10_900);
  expect([window.calls, window.faults, window.slow]).toEqual([2, 1, 1]);
  window.advance(11_000);
  expect([window.calls, window.faults, window.slow]).toEqual([0, 0, 0]);
});

test('TimeWindow forgets everything when nothing was heard for longer than it lasts', () => {
  const window = new TimeWindow(1_000);
  for (let call = 0; call < 100; call++) window.record(true, true, call * 10);
  window.record(false, false, 1_000_000_000);
  expect([window.calls, window.faults, window.slow]).toEqual([1, 0, 0]);
});

test('TimeWindow counts right at any rate', () => {
  const window = new TimeWindow(1_000);
  const atMs: number[] = [];
  for (let nowMs = 0; nowMs < 20_000; nowMs += 7 + (nowMs % 50)) {
    window.record(nowMs % 3 === 0, false, nowMs);
    atMs.push(nowMs);
    const slice = Math.floor(nowMs / 100);
    const held = atMs.filter((at) => Math.floor(at / 100) > slice - 10);
    expect(window.calls).toBe(held.length);
    expect(window.faults).toBe(held.filter((at) => at % 3 === 0).length);
  }
});
