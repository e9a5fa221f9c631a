import { expect, test } from 'vitest';
import { endingOf, stopped } from '../../../../../node-agent/host/runs/ending.ts';
import { defaultLimits } from '../../../../../shared/execution/limits.ts';

const limits = { ...defaultLimits, resultBytesMax: 4 };

test('an ending is read from the report of a run that is over', () => {
  expect(endingOf('u-', limits)).toEqual({ word: 'SUCCEEDED' });
  expect(endingOf('r-[1]', limits)).toEqual({ word: 'SUCCEEDED', resultJson: '[1]' });
  const error = { name: 'E', message: 'm', stack: '' };
  const json = JSON.stringify(error);
  expect(endingOf(`e+${json}`, limits)).toEqual({ word: 'SCRIPT_THREW', error });
  expect(endingOf(`o-${json}`, limits)).toEqual({ word: 'OUTPUT_EXCEEDED', error });
});

test('a report of a run that goes on is no ending', () => {
  for (const report of ['p-', 'w-12', 'n-', '']) expect(endingOf(report, limits)).toBeUndefined();
});

test('a result is measured in bytes', () => {
  expect(endingOf('r-"ää"', limits)).toMatchObject({
    word: 'OUTPUT_EXCEEDED',
    error: { message: 'The result is longer than 4 bytes: 6' },
  });
});

test('a limit that was passed is named with its value', () => {
  expect(stopped('CPU_EXCEEDED', limits).error?.message).toMatch(/: 5000 ms$/);
  expect(stopped('WALL_EXCEEDED', limits).error?.message).toMatch(/: 10000 ms$/);
  expect(stopped('MEMORY_EXCEEDED', limits).error?.message).toMatch(/: 67108864 bytes$/);
});
