import { expect, test } from 'vitest';
import { endingOf, stopped } from '../../../../../node-agent/host/runs/ending.ts';
import { defaultLimits } from '../../../../../shared/execution/limits.ts';

const takeBytes = (): Uint8Array => Uint8Array.of(1, 2, 3, 4);
const limits = { ...defaultLimits, resultBytesMax: 4 };

test('an ending is read from the report of a run that is over', () => {
  expect(endingOf('u-', limits, takeBytes)).toEqual({ word: 'SUCCEEDED' });
  expect(endingOf('r-[1]', limits, takeBytes)).toEqual({ word: 'SUCCEEDED', resultJson: '[1]' });
  const error = { name: 'E', message: 'm', stack: '' };
  const json = JSON.stringify(error);
  expect(endingOf(`e+${json}`, limits, takeBytes)).toEqual({ word: 'SCRIPT_THREW', error });
  expect(endingOf(`o-${json}`, limits, takeBytes)).toEqual({ word: 'OUTPUT_EXCEEDED', error });
});

test('a report of a run that goes on is no ending', () => {
  for (const report of ['p-', 'w-12', 'n-', ''])
    expect(endingOf(report, limits, takeBytes)).toBeUndefined();
});

test('a result is measured in bytes', () => {
  expect(endingOf('r-"ää"', limits, takeBytes)).toMatchObject({
    word: 'OUTPUT_EXCEEDED',
    error: { message: 'The result is longer than 4 bytes: 6' },
  });
});

test('a limit that was passed is named with its value', () => {
  expect(stopped('CPU_EXCEEDED', limits).error?.message).toMatch(/: 5000 ms$/);
  expect(stopped('WALL_EXCEEDED', limits).error?.message).toMatch(/: 10000 ms$/);
  expect(stopped('MEMORY_EXCEEDED', limits).error?.message).toMatch(/: 67108864 bytes$/);
});

test('a result of bytes is taken, and is an OUTPUT_EXCEEDED where there are too many', () => {
  const resultBytes = Uint8Array.of(1, 2, 3, 4);
  expect(endingOf('b-', limits, takeBytes)).toEqual({ word: 'SUCCEEDED', resultBytes });
  expect(endingOf('b-', { ...limits, resultBytesMax: 3 }, takeBytes)).toMatchObject({
    word: 'OUTPUT_EXCEEDED',
    error: { message: 'The result is longer than 3 bytes: 4' },
  });
});
