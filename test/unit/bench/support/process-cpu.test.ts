import { expect, test } from 'vitest';
import {
  descendantsCpuUs,
  parseProcessTimes,
  processCpuUs,
} from '../../../../bench/support/process-cpu.ts';

test('parseProcessTimes reads past a name that looks like fields', () => {
  const stat =
    '42 (a) R 9 (b)) S 7 42 42 0 -1 4194560 100 0 0 0 150 50 30 20 20 0 11 0 249661 3133440 362';
  expect(parseProcessTimes(stat)).toEqual({
    parentPid: 7,
    ownTicks: 200,
    endedChildrenTicks: 50,
  });
});

test('processCpuUs reads a process that is there, and 0 for one that is not', () => {
  expect(processCpuUs(process.pid)).toBeGreaterThan(0);
  // Above the largest id that Linux gives.
  expect(processCpuUs(2 ** 22 + 1)).toBe(0);
});

test('descendantsCpuUs of a parent holds at least the time of its child', () => {
  const childUs = processCpuUs(process.pid);
  expect(descendantsCpuUs(process.ppid)).toBeGreaterThanOrEqual(childUs);
});
