import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IsopodError } from '../../../../shared/errors/isopod-error.ts';
import { decodeStatusDetails, encodeStatusDetails } from '../../../../shared/wire/rpc-status.ts';
import { arbitraryError } from '../../../support/arbitrary-executions.ts';

test('status details give back the error', () => {
  fc.assert(
    fc.property(arbitraryError, (error) => {
      const read = decodeStatusDetails(encodeStatusDetails(error));
      expect(read).toMatchObject({
        reason: error.reason,
        message: error.message,
        fieldViolations: error.fieldViolations,
        quotaViolations: error.quotaViolations,
        retryAfterMs: error.retryAfterMs,
      });
    }),
  );
});

test('status details are google.rpc.Status, field by field', () => {
  // Written by hand after google/rpc/status.proto: code 8, message "m", one Any.
  const info = Buffer.concat([field(1, 'QUEUE_FULL'), field(2, 'isopod.v1')]);
  const any = Buffer.concat([field(1, 'type.googleapis.com/google.rpc.ErrorInfo'), field(2, info)]);
  const status = Buffer.concat([Buffer.from([0x08, 8]), field(2, 'm'), field(3, any)]);
  expect(encodeStatusDetails(new IsopodError('QUEUE_FULL', 'm'))).toEqual(status);
});

test('status details of another domain, or without a reason of ours, are not ours', () => {
  const ours = encodeStatusDetails(new IsopodError('QUEUE_FULL', 'm'));
  const ofOthers = Buffer.from(ours.toString('latin1').replace('isopod.v1', 'example.x'), 'latin1');
  const ofLater = Buffer.from(
    ours.toString('latin1').replace('QUEUE_FULL', 'QUEUE_COLD'),
    'latin1',
  );
  expect(decodeStatusDetails(ofOthers)).toBeUndefined();
  expect(decodeStatusDetails(ofLater)).toBeUndefined();
  expect(decodeStatusDetails(Buffer.alloc(0))).toBeUndefined();
});

/** A field of length-delimited wire type, shorter than 128 bytes. */
function field(number: number, value: string | Buffer): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([(number << 3) | 2, bytes.length]), bytes]);
}
