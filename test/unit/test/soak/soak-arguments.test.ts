import { expect, test } from 'vitest';
import { readSoakArguments } from '../../../soak/soak-arguments.ts';

test('readSoakArguments takes an hour, two at a time, where nothing is said', () => {
  const expected = { minutes: 60, seed: 1, parallel: 2, isJson: false };
  expect(readSoakArguments(['hostile'])).toEqual(expected);
});

test('readSoakArguments reads minutes, seed, parallel and json', () => {
  const args = ['hostile', '--minutes', '0.5', '--seed=7', '--parallel=3', '--json'];
  expect(readSoakArguments(args)).toEqual({ minutes: 0.5, seed: 7, parallel: 3, isJson: true });
});

test.each([
  [[], 'could not find the soak: no name'],
  [['friendly'], 'could not find the soak: friendly'],
  [['hostile', '--minutes', '0'], '--minutes must be above 0, at most a day: 0'],
  [['hostile', '--seed', '-1'], "'--seed' argument is ambiguous"],
  [['hostile', '--seed', '1.5'], '--seed must be a whole number'],
  [['hostile', '--parallel', '0'], '--parallel must be a whole number from 1 to 64: 0'],
])('readSoakArguments says what is wrong with %j', (args, problem) => {
  const said: unknown = expect.stringContaining(problem);
  expect(readSoakArguments(args)).toEqual({ problem: said });
});
