import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cacheUses } from '../../../../shared/execution/outcome.ts';
import {
  logEntryFromWire,
  logEntryToWire,
  outcomeFromWire,
  outcomeToWire,
} from '../../../../shared/wire/outcome-codec.ts';
import { arbitraryLogEntry, arbitraryOutcome } from '../../../support/arbitrary-executions.ts';
import { exampleOutcome } from '../../../support/example-execution.ts';
import { executeResponseThroughWire } from '../../../support/through-wire.ts';

test('an outcome and its logs reach a client as they are', () => {
  fc.assert(
    fc.property(arbitraryOutcome, fc.array(arbitraryLogEntry), (outcome, logs) => {
      const response = executeResponseThroughWire({
        outcome: outcomeToWire(outcome),
        logs: logs.map(logEntryToWire),
      });
      expect(outcomeFromWire(response.outcome)).toEqual(outcome);
      expect(response.logs.map(logEntryFromWire)).toEqual(logs);
    }),
  );
});

test('a run that never started was neither cold nor warm', () => {
  const never = exampleOutcome({ word: 'CANCELLED', usage: { attempts: 0 } });
  expect(outcomeToWire(never).usage?.startKind).toBe('START_KIND_UNSPECIFIED');
  expect(outcomeToWire(exampleOutcome()).usage?.startKind).toBe('START_KIND_COLD');
});

test('a result of undefined and an empty one are told apart', () => {
  const read = (resultJson?: string) => {
    const outcome = exampleOutcome(resultJson === undefined ? {} : { resultJson });
    return outcomeFromWire(executeResponseThroughWire({ outcome: outcomeToWire(outcome) }).outcome);
  };
  expect(read()).not.toHaveProperty('resultJson');
  expect(read('')).toHaveProperty('resultJson', '');
});

test.each([
  ['none', {}],
  ['an unknown one', { outcome: { word: 77 as never, usage: {} } }],
  ['one without usage', { outcome: { word: 'OUTCOME_WORD_SUCCEEDED' as const } }],
])('outcomeFromWire throws INTERNAL for %s', (_what, response) => {
  expect(() => outcomeFromWire(executeResponseThroughWire(response).outcome)).toThrow(
    expect.objectContaining({ reason: 'INTERNAL' }),
  );
});

test('a line of a level that is not known is an ordinary one', () => {
  const { logs } = executeResponseThroughWire({ logs: [{ level: 77 as never, text: 'x' }] });
  expect(logs.map(logEntryFromWire)).toMatchObject([{ level: 'LOG', text: 'x' }]);
});

test.each(cacheUses)('that an outcome is by %s of a cache reaches a client', (cacheUse) => {
  const outcome = exampleOutcome({ usage: { cacheUse } });
  const { outcome: wire } = executeResponseThroughWire({ outcome: outcomeToWire(outcome) });
  expect(outcomeFromWire(wire)).toEqual(outcome);
});
