import { expect, test } from 'vitest';
import { amissWith } from '../../../conformance/test262/judge.ts';

const typeError = { name: 'TypeError', message: 'x', stack: '' };

test('A test262 test passes when it ends as its file says, and not otherwise', () => {
  const mustThrow = { negative: { phase: 'runtime', type: 'TypeError' } } as const;
  const mustNotParse = { negative: { phase: 'parse', type: 'SyntaxError' } } as const;
  const syntaxError = { ...typeError, name: 'SyntaxError' };
  const cases = [
    amissWith({}, { word: 'SUCCEEDED' }),
    amissWith(mustThrow, { word: 'SCRIPT_THREW', error: typeError }),
    amissWith(mustNotParse, { word: 'SYNTAX_ERROR', error: syntaxError }),
  ];
  expect(cases).toEqual([undefined, undefined, undefined]);
  expect([
    amissWith({}, { word: 'SCRIPT_THREW', error: typeError }),
    amissWith(mustThrow, { word: 'SUCCEEDED' }),
    amissWith(mustThrow, { word: 'SCRIPT_THREW', error: syntaxError }),
    amissWith(mustNotParse, { word: 'SCRIPT_THREW', error: syntaxError }),
  ]).toEqual([
    'SCRIPT_THREW TypeError: x',
    'SUCCEEDED, not SCRIPT_THREW TypeError',
    'SCRIPT_THREW SyntaxError: x, not SCRIPT_THREW TypeError',
    'SCRIPT_THREW SyntaxError: x, not SYNTAX_ERROR SyntaxError',
  ]);
});
