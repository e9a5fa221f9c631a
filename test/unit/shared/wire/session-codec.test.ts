import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldViolation } from '../../../../shared/errors/isopod-error.ts';
import type { CreateSessionRequest } from '../../../../shared/generated/isopod/v1/CreateSessionRequest.ts';
import {
  defaultSessionTerms,
  type SessionTerms,
  sessionCeilings,
  sessionFloors,
} from '../../../../shared/sessions/session-terms.ts';
import {
  readSessionId,
  readTerms,
  sessionFromWire,
  sessionToWire,
  termsToWire,
} from '../../../../shared/wire/session-codec.ts';
import {
  arbitraryNodeId,
  arbitrarySessionId,
  arbitraryTerms,
} from '../../../support/arbitrary-sessions.ts';
import {
  createSessionRequestThroughWire,
  createSessionResponseThroughWire,
} from '../../../support/through-wire.ts';

function read(request: CreateSessionRequest) {
  const violations: FieldViolation[] = [];
  const terms = readTerms(createSessionRequestThroughWire(request), violations);
  return { terms, fields: violations.map(({ field }) => field) };
}

const names = Object.keys(defaultSessionTerms) as (keyof SessionTerms)[];

test('terms of a session are those that were asked for, and the defaults for the rest', () => {
  fc.assert(
    fc.property(arbitraryTerms, fc.subarray(names), (terms, asked) => {
      const given = Object.fromEntries(asked.map((name) => [name, terms[name]]));
      const expected = { ...defaultSessionTerms, ...given };
      expect(read(termsToWire(given))).toEqual({ terms: expected, fields: [] });
    }),
  );
});

test.each([
  ['ttlMs', 'ttl'],
  ['idleMs', 'idle_time'],
  ['memoryBytesMax', 'memory_bytes'],
] as const)('%s has a floor and a ceiling, both of which may be had', (name, field) => {
  for (const bound of [sessionFloors[name], sessionCeilings[name]])
    expect(read(termsToWire({ [name]: bound })).fields).toEqual([]);
  for (const beyond of [sessionFloors[name] - 1, sessionCeilings[name] + 1, 0])
    expect(read(termsToWire({ [name]: beyond })).fields).toEqual([field]);
});

test.each([
  ['seconds and nanos that are not of one sign', { seconds: 5, nanos: -1 }],
  ['nanos beyond a second', { seconds: 5, nanos: 1_000_000_000 }],
  ['nothing at all', { seconds: 0, nanos: 0 }],
  ['a time before now', { seconds: -5, nanos: 0 }],
])('a session does not live for %s', (_what, ttl) => {
  expect(read({ ttl }).fields).toEqual(['ttl']);
});

const arbitrarySession = fc
  .record({
    terms: arbitraryTerms,
    sessionId: arbitrarySessionId,
    nodeId: arbitraryNodeId,
    createdAtMs: fc.integer({ min: 0, max: 4e12 }),
    idleForMs: fc.nat(),
    executionCount: fc.nat(),
  })
  .map(({ terms, ...rest }) => ({
    ...terms,
    ...rest,
    expiresAtMs: rest.createdAtMs + terms.ttlMs,
  }));

test('a session is described to its owner as it is', () => {
  fc.assert(
    fc.property(arbitrarySession, (session) => {
      const wire = createSessionResponseThroughWire({ session: sessionToWire(session) });
      expect(sessionFromWire(wire.session)).toEqual(session);
    }),
  );
});

test('readSessionId takes ids of sessions, and nothing else', () => {
  fc.assert(
    fc.property(arbitrarySessionId, (sessionId) => {
      expect(readSessionId(sessionId)).toBe(sessionId);
    }),
  );
  const secret = 's'.repeat(43);
  for (const no of [
    '',
    'node',
    secret,
    `.${secret}`,
    'node.short',
    `a/b.${secret}`,
    `n.${secret}\n`,
  ])
    expect(() => readSessionId(no)).toThrow(expect.objectContaining({ reason: 'INVALID_REQUEST' }));
});
