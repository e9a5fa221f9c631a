import { status } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { errorCatalogue, isErrorReason } from '../../../../shared/errors/error-catalogue.ts';
import {
  IsopodError,
  invalidExecution,
  toIsopodError,
} from '../../../../shared/errors/isopod-error.ts';
import { statusCodes, statusName } from '../../../../shared/errors/status-code.ts';

test('IsopodError has the status and retryability of its reason', () => {
  const error = new IsopodError('QUEUE_FULL', 'm', { retryAfterMs: 5 });
  expect(error).toMatchObject({
    name: 'IsopodError',
    status: 'RESOURCE_EXHAUSTED',
    statusCode: 8,
    isRetryable: true,
    retryAfterMs: 5,
    fieldViolations: [],
  });
});

test('IsopodError has a message of whole characters, which a header can carry', () => {
  const { message } = new IsopodError('INTERNAL', 'half of one: \ud83d');
  expect(message).toBe('half of one: \ufffd');
  expect(() => encodeURI(message)).not.toThrow();
});

test('toIsopodError leaves what is one, and calls the rest INTERNAL with its cause', () => {
  const ours = new IsopodError('NO_NODE', 'm');
  expect(toIsopodError(ours)).toBe(ours);
  const cause = new TypeError('x is not a function');
  expect(toIsopodError(cause)).toMatchObject({
    reason: 'INTERNAL',
    message: 'Could not finish the call: x is not a function',
    cause,
  });
  expect(toIsopodError('a string')).toMatchObject({ reason: 'INTERNAL', cause: 'a string' });
});

test('invalidExecution shows the first violation and counts the others', () => {
  const violations = [
    { field: 'source.text', description: 'must not be empty' },
    { field: 'input_json', description: 'must be JSON text' },
  ];
  expect(invalidExecution(violations)).toMatchObject({
    reason: 'INVALID_EXECUTION',
    message: 'Could not accept the execution: source.text: must not be empty (and 1 more)',
    fieldViolations: violations,
  });
  expect(invalidExecution(violations.slice(0, 1)).message).not.toContain('more');
});

test('isErrorReason knows the catalogue, and no name that every object has', () => {
  expect(Object.keys(errorCatalogue).every(isErrorReason)).toBe(true);
  expect(isErrorReason('QUEUE_COLD')).toBe(false);
  expect(isErrorReason('constructor')).toBe(false);
});

test('statusCodes are those of gRPC', () => {
  for (const [name, code] of Object.entries(statusCodes)) {
    expect(status[code]).toBe(name);
    expect(statusName(code)).toBe(name);
  }
  expect(Object.keys(statusCodes)).toHaveLength(17);
  expect(statusName(99)).toBe('UNKNOWN');
});
