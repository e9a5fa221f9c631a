import fc from 'fast-check';
import protobuf from 'protobufjs';
import { expect, test } from 'vitest';
import {
  readStatus,
  type StatusDetail,
  type StatusMessage,
  writeStatus,
} from '../../../../shared/wire/status-message.ts';
import { WireError } from '../../../../shared/wire/wire-error.ts';

/** After google/rpc/status.proto and google/rpc/error_details.proto. */
const { root } = protobuf.parse(`
  syntax = "proto3";
  package google.rpc;
  message Any { string type_url = 1; bytes value = 2; }
  message Status { int32 code = 1; string message = 2; repeated Any details = 3; }
  message ErrorInfo { string reason = 1; string domain = 2; map<string, string> metadata = 3; }
  message BadRequest {
    message FieldViolation { string field = 1; string description = 2; string reason = 3; }
    repeated FieldViolation field_violations = 1;
  }
  message QuotaFailure {
    message Violation {
      string subject = 1; string description = 2; string api_service = 3; string quota_metric = 4;
      string quota_id = 5;
    }
    repeated Violation violations = 1;
  }
  message Duration { int64 seconds = 1; int32 nanos = 2; }
  message RetryInfo { Duration retry_delay = 1; }
  message DebugInfo { repeated string stack_entries = 1; string detail = 2; }
`);
const lookup = (name: string): protobuf.Type => root.lookupType(`google.rpc.${name}`);

const text = fc.string({ unit: 'binary', maxLength: 300 });
const arbitraryDetail: fc.Arbitrary<StatusDetail> = fc.oneof(
  fc.record({ name: fc.constant('ErrorInfo'), reason: text, domain: text }),
  fc.record({
    name: fc.constant('BadRequest'),
    fieldViolations: fc.array(fc.record({ field: text, description: text })),
  }),
  fc.record({
    name: fc.constant('QuotaFailure'),
    violations: fc.array(fc.record({ subject: text, description: text, quotaId: text })),
  }),
  fc.record({
    name: fc.constant('RetryInfo'),
    retryDelay: fc.record({
      seconds: fc.integer({ min: -1, max: 2 ** 40 }),
      nanos: fc.integer({ min: 0, max: 999_999_999 }),
    }),
  }),
);
const arbitraryStatus: fc.Arbitrary<StatusMessage> = fc.record({
  code: fc.integer({ min: 0, max: 16 }),
  message: text,
  details: fc.array(arbitraryDetail, { maxLength: 3 }),
});

function packed({ name, ...fields }: { readonly name: string }) {
  const type = lookup(name);
  const value = type.encode(type.fromObject(fields)).finish();
  return { typeUrl: `type.googleapis.com/google.rpc.${name}`, value };
}

function byProtobufjs(status: StatusMessage | object, details: readonly { name: string }[]) {
  const type = lookup('Status');
  return Buffer.from(
    type.encode(type.fromObject({ ...status, details: details.map(packed) })).finish(),
  );
}

test('a status is read as it was written, by protobufjs and by us', () => {
  fc.assert(
    fc.property(arbitraryStatus, (status) => {
      expect(readStatus(byProtobufjs(status, status.details))).toEqual(status);
      expect(readStatus(writeStatus(status))).toEqual(status);
    }),
  );
});

test('protobufjs reads a status of ours as one of its own', () => {
  fc.assert(
    fc.property(arbitraryStatus, (status) => {
      const read = (bytes: Buffer): unknown => lookup('Status').decode(bytes).toJSON();
      const ours = lookup('Status').decode(writeStatus(status)) as unknown as {
        details: { typeUrl: string; value: Uint8Array }[];
      };
      const details = ours.details.map(({ typeUrl, value }) => {
        const name = typeUrl.split('.').at(-1) ?? '';
        return { name, ...lookup(name).toObject(lookup(name).decode(value)) };
      });
      expect(read(byProtobufjs(status, details))).toEqual(
        read(byProtobufjs(status, status.details)),
      );
    }),
  );
});

test('what a status holds besides is passed over', () => {
  const info = { name: 'ErrorInfo', reason: 'R', domain: 'd', metadata: { a: 'b' } };
  const debug = { name: 'DebugInfo', detail: 'long' };
  const status = readStatus(byProtobufjs({ code: 3, message: 'm' }, [debug, info]));
  expect(status.details).toEqual([{ name: 'ErrorInfo', reason: 'R', domain: 'd' }]);
});

test('bytes that are no status are refused, and never more than that', () => {
  expect(() => readStatus(Buffer.from([0x12, 0x7f]))).toThrow(WireError);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      try {
        readStatus(Buffer.from(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(WireError);
      }
    }),
  );
});
