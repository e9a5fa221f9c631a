import { expect, test } from 'vitest';
import type { Bench } from '../../../../bench/support/bench.ts';
import { benchUsage, readBenchArguments } from '../../../../bench/support/bench-arguments.ts';

const noop: Bench = {
  name: 'noop',
  summary: 'nothing at all',
  open: () => Promise.resolve({ round: () => Promise.resolve({}) }),
};

test('readBenchArguments takes a name and fills in the defaults', () => {
  expect(readBenchArguments(['noop'], [noop])).toEqual({
    bench: noop,
    seconds: 3,
    rounds: 5,
    isJson: false,
    given: '',
  });
});

test('readBenchArguments reads seconds, rounds and json', () => {
  const args = ['noop', '--seconds', '0.5', '--rounds=7', '--json'];
  expect(readBenchArguments(args, [noop])).toMatchObject({ seconds: 0.5, rounds: 7, isJson: true });
});

test.each([
  [[], 'could not find the bench: no name'],
  [['nope'], 'could not find the bench: nope'],
  [['noop', 'noop'], 'could not find the bench: noop noop'],
  [['noop', '--seconds', '0'], '--seconds must be above 0, at most 600: 0'],
  [['noop', '--rounds', '1.5'], '--rounds must be a whole number from 1 to 1000: 1.5'],
  [['noop', '--fast'], "Unknown option '--fast'"],
])('readBenchArguments says what is wrong with %j', (args, problem) => {
  const said: unknown = expect.stringContaining(problem);
  expect(readBenchArguments(args, [noop])).toEqual({ problem: said });
});

test('readBenchArguments takes one word more for a bench that needs it', () => {
  const reader = { ...noop, name: 'reader', takes: 'DIR' };
  expect(readBenchArguments(['reader', 'folder'], [reader])).toMatchObject({ given: 'folder' });
  expect(readBenchArguments(['reader'], [reader])).toEqual({ problem: 'reader needs DIR' });
  expect(benchUsage([reader])).toContain('  reader DIR  nothing at all\n');
});

test('benchUsage lists every bench', () => {
  expect(benchUsage([noop])).toContain('  noop  nothing at all\n');
});
