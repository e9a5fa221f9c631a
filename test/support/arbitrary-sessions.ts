/** Sessions with arbitrary terms, for property tests. */
import fc from 'fast-check';
import {
  type SessionTerms,
  sessionCeilings,
  sessionFloors,
  sessionIdOf,
} from '../../shared/sessions/session-terms.ts';

function within(name: keyof SessionTerms): fc.Arbitrary<number> {
  return fc.integer({ min: sessionFloors[name], max: sessionCeilings[name] });
}

export const arbitraryTerms: fc.Arbitrary<SessionTerms> = fc.record({
  ttlMs: within('ttlMs'),
  idleMs: within('idleMs'),
  memoryBytesMax: within('memoryBytesMax'),
});

export const arbitraryNodeId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

export const arbitrarySessionId = fc
  .tuple(arbitraryNodeId, fc.stringMatching(/^[A-Za-z0-9_-]{22,64}$/))
  .map(([nodeId, secret]) => sessionIdOf(nodeId, secret));
