import { expect, test } from 'vitest';
import { NodeAdmission } from '../../../../coordinator/transport/node-admission.ts';
import { makeJoinToken, rejoinTokenMs } from '../../../../shared/nodes/join-token.ts';

const nodeToken = 'the secret of all nodes';
const agent = { isAgent: true, isClient: false, nodeIds: [], tenantIds: [] };
const client = { isAgent: false, isClient: true, nodeIds: [], tenantIds: [] };

function admission(given: string | undefined = nodeToken, nowMs = 0): NodeAdmission {
  return new NodeAdmission({ nodeToken: given, nowEpochMs: () => nowMs });
}

test('NodeAdmission takes the node token, as any node and for good', () => {
  const admitted = admission().admit(undefined, `Bearer ${nodeToken}`);
  expect(admitted?.isFor('any')).toBe(true);
  expect(admitted?.isTemporary).toBe(false);
});

test.each([undefined, '', nodeToken, 'Bearer ', 'Bearer another', `bearer ${nodeToken}`])(
  'NodeAdmission turns away whoever shows "%s"',
  (authorization) => {
    expect(admission().admit(undefined, authorization)).toBeUndefined();
  },
);

test('NodeAdmission takes a join token as the nodes that it is for, for a while', () => {
  const token = makeJoinToken(nodeToken, { nodes: 'edge-*', expiresAtMs: 10 });
  const admitted = admission().admit(undefined, `Bearer ${token}`);
  expect(admitted?.isTemporary).toBe(true);
  expect(['edge-1', 'core-1'].map((nodeId) => admitted?.isFor(nodeId))).toEqual([true, false]);
  expect(admission(nodeToken, 10).admit(undefined, `Bearer ${token}`)).toBeUndefined();
});

test('NodeAdmission gives tokens to come back by, for the one node', () => {
  const token = admission().nextToken('edge-1');
  const later = admission(nodeToken, rejoinTokenMs - 1).admit(undefined, `Bearer ${token}`);
  expect(['edge-1', 'edge-12'].map((nodeId) => later?.isFor(nodeId))).toEqual([true, false]);
  expect(admission(nodeToken, rejoinTokenMs).admit(undefined, `Bearer ${token}`)).toBeUndefined();
});

test("NodeAdmission takes an agent's certificate without a token, as the nodes that it names", () => {
  expect(admission('').admit(agent, undefined)?.isFor('any')).toBe(true);
  const named = admission('').admit({ ...agent, nodeIds: ['n-1'] }, undefined);
  expect(['n-1', 'n-2'].map((nodeId) => named?.isFor(nodeId))).toEqual([true, false]);
});

test("NodeAdmission does not take a client's certificate", () => {
  expect(admission().admit(client, undefined)).toBeUndefined();
});

test('NodeAdmission without a node token takes no token at all', () => {
  const none = new NodeAdmission({ nodeToken: undefined, nowEpochMs: () => 0 });
  const token = makeJoinToken('', { nodes: '*', expiresAtMs: 10 });
  for (const shown of ['', 'undefined', token])
    expect(none.admit(undefined, `Bearer ${shown}`)).toBeUndefined();
});
