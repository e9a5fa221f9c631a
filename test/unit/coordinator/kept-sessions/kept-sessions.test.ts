import { expect, test } from 'vitest';
import {
  KeptSessions,
  type SessionNode,
} from '../../../../coordinator/kept-sessions/kept-sessions.ts';
import { defaultSessionTerms, nodeIdOfSession } from '../../../../shared/sessions/session-terms.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import type {
  SessionAnswer,
  SessionCall,
  SessionInfo,
} from '../../../../shared/wire/node-session-codec.ts';

const opened: SessionAnswer = { wasOpen: false, sessions: [] };
const full: SessionAnswer = { ...opened, refusal: 'NODE_FULL' };

interface ScriptedNode extends SessionNode {
  readonly calls: SessionCall[];
  answer: SessionAnswer | undefined;
}

function node(nodeId: string, answer?: SessionAnswer, layers: string[] = []): ScriptedNode {
  const calls: SessionCall[] = [];
  return {
    nodeId,
    calls,
    answer,
    layers: new Set(layers),
    callSessions(call) {
      calls.push(call);
      return Promise.resolve(this.answer);
    },
  };
}

function over(all: ScriptedNode[], active = all, home?: ScriptedNode) {
  const clock = new VirtualClock({ epochMs: 50_000 });
  let secrets = 0;
  const newSecret = () => `${++secrets}`.padStart(43, 's');
  return new KeptSessions({ nodes: { all, active }, pickHome: () => home, clock, newSecret });
}

const callsOf = (nodes: ScriptedNode[]) => nodes.map(({ calls }) => calls.length);

test('KeptSessions opens a session on one node, which its id names', async () => {
  const nodes = ['a', 'b', 'c'].map((nodeId) => node(nodeId, opened));
  const session = await over(nodes).create('acme', defaultSessionTerms);
  const home = nodes.find(({ calls }) => calls.length > 0);
  expect(nodes.filter(({ calls }) => calls.length > 0)).toEqual([home]);
  expect(session).toEqual({
    ...defaultSessionTerms,
    sessionId: session.sessionId,
    nodeId: home?.nodeId,
    createdAtMs: 50_000,
    expiresAtMs: 50_000 + defaultSessionTerms.ttlMs,
    idleForMs: 0,
    executionCount: 0,
  });
  expect(nodeIdOfSession(session.sessionId)).toBe(home?.nodeId);
  const terms = { ...defaultSessionTerms, sessionId: session.sessionId };
  expect(home?.calls).toEqual([{ name: 'open', tenantId: 'acme', terms }]);
});

test('KeptSessions opens a session where the balancer says, and elsewhere when that is full', async () => {
  const nodes = ['a', 'b', 'c'].map((nodeId) => node(nodeId, opened));
  const [, home] = nodes;
  const sessions = over(nodes, nodes, home);
  for (let count = 0; count < 5; count++)
    expect((await sessions.create('acme', defaultSessionTerms)).nodeId).toBe('b');
  if (home) home.answer = full;
  expect((await sessions.create('acme', defaultSessionTerms)).nodeId).not.toBe('b');
});

test('KeptSessions spreads sessions over the nodes', async () => {
  const nodes = ['a', 'b', 'c'].map((nodeId) => node(nodeId, opened));
  const sessions = over(nodes);
  for (let count = 0; count < 60; count++) await sessions.create('acme', defaultSessionTerms);
  for (const count of callsOf(nodes)) expect(count).toBeGreaterThan(5);
});

test('KeptSessions asks the next node where one is full or does not answer, with an id of its own', async () => {
  const nodes = [node('a', full), node('b'), node('c', opened)];
  const sessions = over(nodes);
  for (let count = 0; count < 10; count++) {
    const { nodeId, sessionId } = await sessions.create('acme', defaultSessionTerms);
    expect([nodeId, nodeIdOfSession(sessionId)]).toEqual(['c', 'c']);
  }
  expect(callsOf(nodes)[2]).toBe(10);
});

test('KeptSessions ends a session that a node may have opened without saying so in time', async () => {
  const silent = node('a');
  await expect(over([silent]).create('acme', defaultSessionTerms)).rejects.toMatchObject({
    reason: 'NO_NODE',
  });
  const [open, close] = silent.calls;
  const sessionId = open?.name === 'open' ? open.terms.sessionId : undefined;
  expect(close).toEqual({ name: 'close', tenantId: 'acme', sessionId });
});

test.each([
  ['none is connected', [], 'NO_NODE'],
  ['none answers', [node('a'), node('b')], 'NO_NODE'],
  ['all are full', [node('a', full), node('b', full)], 'SESSION_LIMIT'],
  ['those that answer are full', [node('a', full), node('b')], 'SESSION_LIMIT'],
])('KeptSessions says why there is no session where %s', async (_why, nodes, reason) => {
  await expect(over(nodes).create('acme', defaultSessionTerms)).rejects.toMatchObject({ reason });
});

test('KeptSessions opens a session only on a node with every layer that is required', async () => {
  const strong = node('strong', opened, ['own-ids', 'undumpable']);
  const weak = node('weak', opened, ['own-ids']);
  const sessions = over([weak, strong]);
  for (let count = 0; count < 10; count++)
    await sessions.create('acme', defaultSessionTerms, { layersRequired: ['undumpable'] });
  expect(callsOf([weak, strong])).toEqual([0, 10]);
  const unmet = sessions.create('acme', defaultSessionTerms, { layersRequired: ['cgroup-v2'] });
  await expect(unmet).rejects.toMatchObject({ reason: 'POSTURE_UNMET' });
});

test('KeptSessions closes a session where its id says, also on a node that takes no new ones', async () => {
  const draining = node('a', { wasOpen: true, sessions: [] });
  const other = node('b', opened);
  const sessions = over([draining, other], [other]);
  const sessionId = `a.${'s'.repeat(43)}`;
  expect(await sessions.close('acme', sessionId)).toBe(true);
  expect(draining.calls).toEqual([{ name: 'close', tenantId: 'acme', sessionId }]);
  expect(other.calls).toEqual([]);
  expect(await sessions.close('acme', `gone.${'s'.repeat(43)}`)).toBe(false);
  draining.answer = undefined;
  expect(await sessions.close('acme', sessionId)).toBe(false);
});

test('KeptSessions lists the sessions of all nodes that answer, the oldest first', async () => {
  const info = (sessionId: string, openedMsAgo: number): SessionInfo => ({
    ...{ terms: { ...defaultSessionTerms, sessionId }, openedMsAgo },
    ...{ idleForMs: 5, runsEnded: 3 },
  });
  const answer = (...sessions: SessionInfo[]) => ({ wasOpen: false, sessions });
  const nodes = [
    node('a', answer(info('a.1', 10), info('a.2', 3_000))),
    node('silent'),
    node('b', answer(info('b.1', 100))),
  ];
  const list = await over(nodes, []).list('acme');
  expect(
    list.map(({ sessionId, nodeId, createdAtMs }) => [sessionId, nodeId, createdAtMs]),
  ).toEqual([
    ['a.2', 'a', 47_000],
    ['b.1', 'b', 49_900],
    ['a.1', 'a', 49_990],
  ]);
  expect(list[0]).toMatchObject({ idleForMs: 5, executionCount: 3 });
  expect(nodes[0]?.calls).toEqual([{ name: 'list', tenantId: 'acme' }]);
});
