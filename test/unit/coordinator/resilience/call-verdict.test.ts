import { expect, test } from 'vitest';
import {
  verdictOnError,
  verdictOnFunction,
  verdictOnNode,
} from '../../../../coordinator/resilience/call-verdict.ts';
import { IsopodError } from '../../../../shared/errors/isopod-error.ts';
import { outcomeWords } from '../../../../shared/execution/outcome.ts';
import { ScriptedBreaker } from '../../../support/scripted-breaker.ts';

test('a word that a node tells never counts against it', () => {
  expect(outcomeWords.filter((word) => (verdictOnNode[word] as string) === 'fault')).toEqual([]);
});

test('of the words that a caller hears, only NODE_LOST counts against the function', () => {
  expect(outcomeWords.filter((word) => verdictOnFunction[word] === 'fault')).toEqual(['NODE_LOST']);
});

test('10,000 guest faults never open a breaker', () => {
  const target = new ScriptedBreaker();
  const guestFaults = [
    'SCRIPT_THREW',
    'SYNTAX_ERROR',
    'CPU_EXCEEDED',
    'WALL_EXCEEDED',
    'MEMORY_EXCEEDED',
    'OUTPUT_EXCEEDED',
    'HOST_CALL_LIMIT',
    'CRASHED',
  ] as const;
  for (let run = 0; run < 10_000; run++)
    target.calls(1, verdictOnNode[guestFaults[run % guestFaults.length] ?? 'CRASHED']);
  expect(target.breaker.snapshot()).toMatchObject({ state: 'CLOSED', openings: 0 });
});

test.each([
  ['INTERNAL', 'fault'],
  ['UNREACHABLE', 'fault'],
  ['STORE_UNAVAILABLE', 'fault'],
  ['INVALID_EXECUTION', 'uncounted'],
  ['QUEUE_FULL', 'uncounted'],
  ['UNAUTHENTICATED', 'uncounted'],
  ['CANCELLED', 'uncounted'],
  ['DEADLINE_EXCEEDED', 'uncounted'],
] as const)('an error of reason %s is a %s', (reason, verdict) => {
  expect(verdictOnError(new IsopodError(reason, 'm'))).toBe(verdict);
});

test('what a library throws is a fault, unless the caller had stopped waiting', () => {
  expect(verdictOnError(new Error('ECONNREFUSED'))).toBe('fault');
  expect(verdictOnError('text')).toBe('fault');
  expect(verdictOnError(new DOMException('aborted', 'AbortError'))).toBe('uncounted');
});
