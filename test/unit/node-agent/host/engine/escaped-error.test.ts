import { expect, test } from 'vitest';
import { escapedError } from '../../../../../node-agent/host/engine/escaped-error.ts';

test('a syntax error has its place in the stack, not in the message', () => {
  const error = new SyntaxError("Unexpected token ']' [a.js:3:7]");
  expect(escapedError(error)).toEqual({
    name: 'SyntaxError',
    message: "Unexpected token ']'",
    stack: '    at a.js:3:7',
  });
});

test("the texts of an error that got out are a guest's own, and cost no more than their length", () => {
  for (const message of [
    ' [:1:1'.repeat(200_000),
    ' ['.repeat(500_000),
    ` [${':1'.repeat(500_000)}`,
  ]) {
    expect(escapedError(new SyntaxError(message)).message).toBe(message.slice(0, 4_096));
  }
  const error = new Error('');
  error.stack = '    at x\n'.repeat(5_000_000);
  expect(escapedError(error).stack.length).toBeLessThanOrEqual(16_384);
});

test('an error that got out has no frame of the host', () => {
  const error = new TypeError('bad');
  error.stack = [
    'TypeError: bad',
    '    at f (a.js:1:2)',
    '    at (<isolated-vm boundary>)',
    '    at enter (/srv/isopod/engine.ts:9:9)',
  ].join('\n');
  expect(escapedError(error)).toEqual({
    name: 'TypeError',
    message: 'bad',
    stack: '    at f (a.js:1:2)',
  });
});

test('what got out and is no error is shown, and everything is cut', () => {
  expect(escapedError(42)).toEqual({
    name: 'NotAnError',
    message: 'A value that is no Error was thrown: 42',
    stack: '',
  });
  const object = new Error(
    'An object was thrown from supplied code within isolated-vm, but that object was not an instance of `Error`.',
  );
  expect(escapedError(object)).toEqual({
    name: 'NotAnError',
    message: 'An object that is no Error was thrown',
    stack: '',
  });
  expect(escapedError(new Error('m'.repeat(9_000))).message).toHaveLength(4_096);
});
