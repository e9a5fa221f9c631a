import { expect, test } from 'vitest';
import { cleanStack } from '../../../../../node-agent/host/runtime/clean-stack.ts';

test('cleanStack leaves the frames of the author, without the error they belong to', () => {
  const stack = [
    'TypeError: a message',
    'of two lines',
    '    at inner (a.js:1:2)',
    '    at eval (a.js:2:3)',
    '    at async eval (a.js:4:5)',
    '    at eval (eval at f (a.js), <anonymous>:1:1)',
    '    at Array.map (<anonymous>)',
    '    at eval (<anonymous>)',
    '    at runScript (isopod:runtime:9:9)',
    '    at dispatch (isopod:runtime:8:8)',
    '    at (<isolated-vm boundary>)',
    '    at main (/srv/main.ts:1:1)',
  ].join('\n');
  expect(cleanStack(stack).split('\n')).toEqual([
    '    at inner (a.js:1:2)',
    '    at a.js:2:3',
    '    at a.js:4:5',
    '    at eval (eval at f (a.js), <anonymous>:1:1)',
    '    at Array.map (<anonymous>)',
  ]);
});

test('cleanStack makes nothing of what has no frames', () => {
  for (const stack of ['', 'Error: none', 'no\nstack\n  at all'])
    expect(cleanStack(stack)).toBe('');
  expect(cleanStack('    at a.js:1:1')).toBe('    at a.js:1:1');
});
