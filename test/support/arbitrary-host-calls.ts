/** Calls out of the sandbox and their replies, with arbitrary contents, for property tests. */
import fc from 'fast-check';
import type { HostCall, HostCallReply } from '../../shared/execution/host-call.ts';

const callId = fc.integer({ min: 1, max: 2 ** 32 - 1 });

export function arbitraryCall(text: fc.Arbitrary<string>): fc.Arbitrary<HostCall> {
  return fc.record(
    { callId, toolName: text, argumentJson: text },
    { requiredKeys: ['callId', 'toolName'] },
  );
}

export function arbitraryReply(text: fc.Arbitrary<string>): fc.Arbitrary<HostCallReply> {
  // Which have to be there: an error without a name is called Error, a code without text is none.
  const named = text.map((tail) => `n${tail}`);
  const returned = fc.record(
    { name: fc.constant('returned' as const), resultJson: text },
    { requiredKeys: ['name'] },
  );
  const error = fc.record(
    { name: named, message: text, code: named, dataJson: text },
    { requiredKeys: ['name', 'message'] },
  );
  const threw = fc.record({ name: fc.constant('threw' as const), error });
  return fc.record({ callId, result: fc.oneof(returned, threw) });
}
