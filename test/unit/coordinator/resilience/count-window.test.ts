import { expect, test } from 'vitest';
import { CountWindow } from '../../../../coordinator/resilience/count-window.ts';
import { seededRandom } from '../../../../shared/random/random.ts';

test('CountWindow holds the last so many calls, whatever they were', () => {
  const window = new CountWindow(7);
  const random = seededRandom(3);
  const calls: { isFault: boolean; isSlow: boolean }[] = [];
  for (let call = 0; call < 500; call++) {
    const made = { isFault: random.next() < 0.5, isSlow: random.next() < 0.5 };
    calls.push(made);
    window.record(made.isFault, made.isSlow);
    const last = calls.slice(-7);
    expect(window.calls).toBe(last.length);
    expect(window.faults).toBe(last.filter(({ isFault }) => isFault).length);
    expect(window.slow).toBe(last.filter(({ isSlow }) => isSlow).length);
  }
  window.clear();
  expect([window.calls, window.faults, window.slow]).toEqual([0, 0, 0]);
});
