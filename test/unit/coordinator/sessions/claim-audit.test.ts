import { expect, test } from 'vitest';
import { ClaimAudit } from '../../../../coordinator/sessions/claim-audit.ts';

/** So many runs, all given to the node before anything was heard of it. */
const old = (size: number) => ({ size, begunBefore: () => size });

test('ClaimAudit finds what a node has told too few of for five seconds', () => {
  const audit = new ClaimAudit();
  const forgotten = [0, 1, 2, 3, 4, 5].map((second) => audit.heard(2, old(5), second * 1_000));
  expect(forgotten).toEqual([0, 0, 0, 0, 0, 3]);
});

test('ClaimAudit begins anew with a heartbeat that tells enough', () => {
  const audit = new ClaimAudit();
  for (let second = 0; second < 60; second++)
    expect(audit.heard(second % 5 === 0 ? 5 : 0, old(5), second * 1_000)).toBe(0);
});

test('ClaimAudit accuses nobody of runs that are given and ended all the time', () => {
  const audit = new ClaimAudit();
  const busy = { size: 100, begunBefore: () => 0 };
  for (let second = 0; second < 60; second++) expect(audit.heard(90, busy, second * 1_000)).toBe(0);
});
