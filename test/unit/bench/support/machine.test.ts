import { expect, test } from 'vitest';
import { readMachineTicks } from '../../../../bench/support/machine.ts';

test('readMachineTicks counts everything but idle and iowait as busy, and guests only once', () => {
  const stat = 'cpu  100 5 50 800 40 1 2 3 70 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n';
  expect(readMachineTicks(stat)).toEqual({ busy: 161, all: 1001 });
});
