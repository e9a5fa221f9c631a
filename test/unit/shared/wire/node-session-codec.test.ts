import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type SessionAnswer,
  type SessionCall,
  sessionAnswerFromWire,
  sessionAnswerToWire,
  sessionCallFromWire,
  sessionCallToWire,
  sessionRefusals,
} from '../../../../shared/wire/node-session-codec.ts';
import { WireError } from '../../../../shared/wire/wire-error.ts';
import { arbitraryRunId } from '../../../support/arbitrary-executions.ts';
import { arbitrarySessionId, arbitraryTerms } from '../../../support/arbitrary-sessions.ts';
import {
  connectRequestThroughWire,
  connectResponseThroughWire,
} from '../../../support/through-wire.ts';

type WireCall = Parameters<typeof connectResponseThroughWire>[0]['sessionCall'];
type WireAnswer = Parameters<typeof connectRequestThroughWire>[0]['sessionAnswer'];

function callThroughWire(call: WireCall) {
  const { sessionCall } = connectResponseThroughWire({ sessionCall: call ?? {} });
  if (!sessionCall) throw new Error('the call is gone');
  return sessionCall;
}

function answerThroughWire(answer: WireAnswer) {
  const { sessionAnswer } = connectRequestThroughWire({ sessionAnswer: answer ?? {} });
  if (!sessionAnswer) throw new Error('the answer is gone');
  return sessionAnswer;
}

const tenantId = fc.stringMatching(/^[a-z]{1,20}$/);
const namedTerms = fc
  .tuple(arbitraryTerms, arbitrarySessionId)
  .map(([terms, sessionId]) => ({ ...terms, sessionId }));

const arbitraryCall: fc.Arbitrary<SessionCall> = fc.oneof(
  fc.record({ name: fc.constant('open' as const), tenantId, terms: namedTerms }),
  fc.record({ name: fc.constant('close' as const), tenantId, sessionId: arbitrarySessionId }),
  fc.record({ name: fc.constant('list' as const), tenantId }),
);

const arbitraryAnswer: fc.Arbitrary<SessionAnswer> = fc.record(
  {
    refusal: fc.constantFrom(...sessionRefusals),
    wasOpen: fc.boolean(),
    sessions: fc.array(
      fc.record({
        terms: namedTerms,
        openedMsAgo: fc.nat(),
        idleForMs: fc.nat(),
        runsEnded: fc.nat(),
      }),
      { maxLength: 4 },
    ),
  },
  { requiredKeys: ['wasOpen', 'sessions'] },
);

test('a call about sessions reaches its node as it is, with its number', () => {
  fc.assert(
    fc.property(arbitraryRunId, arbitraryCall, (callId, call) => {
      const wire = callThroughWire(sessionCallToWire(callId, call));
      expect([wire.callId, sessionCallFromWire(wire)]).toEqual([callId, call]);
    }),
  );
});

test('an answer about sessions reaches the coordinator as it is, with its number', () => {
  fc.assert(
    fc.property(arbitraryRunId, arbitraryAnswer, (callId, answer) => {
      const wire = answerThroughWire(sessionAnswerToWire(callId, answer));
      expect([wire.callId, sessionAnswerFromWire(wire)]).toEqual([callId, answer]);
    }),
  );
});

test('a refusal for a reason that is not known is no session', () => {
  const wire = answerThroughWire({ callId: 1, refusal: 77 as never });
  expect(sessionAnswerFromWire(wire).refusal).toBe('NODE_FULL');
});

test('a call of no tenant, and a session without terms, cannot be', () => {
  expect(() => sessionCallFromWire(callThroughWire({ callId: 1, list: {} }))).toThrow(WireError);
  const bare = answerThroughWire({ callId: 1, sessions: [{}] });
  expect(() => sessionAnswerFromWire(bare)).toThrow(WireError);
});
