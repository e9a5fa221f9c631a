import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IsopodError } from '../../../../shared/errors/isopod-error.ts';
import { failureFromWire, failureToWire } from '../../../../shared/wire/failure-codec.ts';
import { arbitraryError } from '../../../support/arbitrary-executions.ts';
import { eventThroughWire } from '../../../support/through-wire.ts';

function failureThroughWire(failure: ReturnType<typeof failureToWire>) {
  const event = eventThroughWire({ executionId: 1, failure });
  if (!event.failure) throw new Error('the failure is gone');
  return event.failure;
}

test('a failure gives back the error', () => {
  fc.assert(
    fc.property(arbitraryError, (error) => {
      expect(failureFromWire(failureThroughWire(failureToWire(error)))).toMatchObject({
        reason: error.reason,
        message: error.message,
        fieldViolations: error.fieldViolations,
        quotaViolations: error.quotaViolations,
        retryAfterMs: error.retryAfterMs,
      });
    }),
  );
});

test('a failure carries the code that a unary call would have ended with', () => {
  expect(failureToWire(new IsopodError('QUEUE_FULL', 'm'))).toMatchObject({ code: 8 });
});

test('a failure for a reason of a later version is INTERNAL', () => {
  const wire = { ...failureToWire(new IsopodError('QUEUE_FULL', 'm')), reason: 'QUEUE_COLD' };
  expect(failureFromWire(failureThroughWire(wire))).toMatchObject({
    reason: 'INTERNAL',
    message: 'm',
  });
});
