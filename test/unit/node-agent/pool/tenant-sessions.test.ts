import { expect, test } from 'vitest';
import { sessionYieldMs } from '../../../../node-agent/pool/hosting-config.ts';
import { busyLooksWithSessions } from '../../../../node-agent/pool/idle-watch.ts';
import type { OpenTerms } from '../../../../node-agent/pool/session-port.ts';
import { ScriptedNode, type ScriptedRun, words } from '../../../support/scripted-node.ts';

const hour = 3_600_000;

/** Opens sessions of tenant `a` by their names, and runs in them. */
async function nodeWith(...sessionIds: string[]) {
  const node = await ScriptedNode.ready({ hostsMax: 3, hostsPerTenantMax: 2 });
  const open = (sessionId: string, more: Partial<OpenTerms> = {}) =>
    node.executor.sessions.open({
      ...{ tenantId: 'a', sessionId, ttlMs: hour, idleMs: hour },
      memoryBytesMax: 64 * 2 ** 20,
      ...more,
    });
  for (const sessionId of sessionIds) expect(open(sessionId)).toBeUndefined();
  const run = (sessionId: string, source: string): ScriptedRun => node.run(source, { sessionId });
  /** The one that has had runs. */
  const host = () => {
    const found = node.hosts.hosts.find(({ runsSent }) => runsSent.length > 0);
    if (!found) throw new Error('no host had a run');
    return found;
  };
  const idsOf = (tenantId: string) =>
    node.executor.sessions.list(tenantId).map(({ terms }) => terms.sessionId);
  return { node, open, run, host, idsOf };
}

test('TenantSessions gives a session one run at a time, in order, in the same place', async () => {
  const { node, run, host } = await nodeWith('one');
  const runs = [run('one', 'ok 10'), run('one', 'ok 11'), run('one', 'ok 12')];
  await node.clock.advance(5);
  expect(host().sources).toEqual(['ok 10']);
  await node.clock.advance(100);
  expect(words(runs)).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
  expect(runs.map(({ endedAtMs }) => endedAtMs)).toEqual(
    runs.map(({ endedAtMs }) => endedAtMs).toSorted((a, b) => a - b),
  );
  expect(host().runsSent.map(({ sessionId }) => sessionId)).toEqual([1, 1, 1]);
  const opened = node.hosts.hosts
    .flatMap(({ sent }) => sent)
    .filter((it) => it.name === 'open-session');
  expect(opened).toHaveLength(1);
});

test('TenantSessions has sessions of the same host run side by side', async () => {
  const { node, run, idsOf } = await nodeWith('one', 'two');
  const parked = run('one', 'park 1000');
  await node.clock.advance(5);
  const other = run('two', 'ok 5');
  const behind = run('one', 'ok 5');
  await node.clock.advance(100);
  expect(words([parked, other, behind])).toEqual([undefined, 'SUCCEEDED', undefined]);
  expect(idsOf('a')).toEqual(['one', 'two']);
  expect(idsOf('b')).toEqual([]);
});

test('TenantSessions loses what runs and what waits when a session is closed', async () => {
  const { node, run, idsOf } = await nodeWith('one');
  const runs = [run('one', 'loop'), run('one', 'ok 5')];
  await node.clock.advance(5);
  const { sessions } = node.executor;
  expect(sessions.close('b', 'one')).toBe(false);
  expect(sessions.close('a', 'one')).toBe(true);
  expect(words(runs)).toEqual(['SESSION_LOST', 'SESSION_LOST']);
  expect(idsOf('a')).toEqual([]);
  expect(sessions.close('a', 'one')).toBe(false);
  await node.clock.advance(500);
  expect(runs.map(({ answers }) => answers)).toEqual([1, 1]);
  expect(node.lost).toEqual([]);
});

test('TenantSessions never begins a session anew: not after its host, not for an unknown id', async () => {
  const { node, run, host, idsOf } = await nodeWith('one', 'two');
  const first = [run('one', 'park 1000'), run('two', 'ok 1')];
  await node.clock.advance(20);
  host().die();
  await node.clock.advance(5);
  expect(words(first)).toEqual(['SESSION_LOST', 'SUCCEEDED']);
  expect(idsOf('a')).toEqual([]);
  const after = [run('one', 'ok 1'), run('two', 'ok 1'), run('never opened', 'ok 1')];
  await node.clock.advance(50);
  expect(words(after)).toEqual(['SESSION_LOST', 'SESSION_LOST', 'SESSION_LOST']);
});

test('TenantSessions lets a run go that is cancelled before its turn, and nothing else', async () => {
  const { node, run } = await nodeWith('one');
  const runs = [run('one', 'ok 50'), run('one', 'ok 5'), run('one', 'ok 6')];
  await node.clock.advance(5);
  runs[1]?.handle.cancel();
  await node.clock.advance(200);
  expect(words(runs)).toEqual(['SUCCEEDED', 'CANCELLED', 'SUCCEEDED']);
});

test('TenantSessions begins a session in its turn while other runs want all hosts', async () => {
  const { node, run } = await nodeWith('one');
  const others = Array.from({ length: 20 }, () => node.run('ok 50'));
  const more = async (ms: number) => {
    for (let passedMs = 0; passedMs < ms; passedMs += 50) {
      for (let count = 0; count < 4; count++) others.push(node.run('ok 50'));
      await node.clock.advance(50);
    }
  };
  await more(100);
  const first = run('one', 'ok 1');
  const before = others.length;
  await more(2_000);
  expect(words([first, ...others.slice(0, before)])).toEqual(
    Array.from({ length: before + 1 }, () => 'SUCCEEDED'),
  );
  expect(words(others)).toContain(undefined);
});

test('TenantSessions ends a session that is idle, and one whose time is over, but not while it runs', async () => {
  const { node, open, run, idsOf } = await nodeWith();
  open('idle', { idleMs: 1_000 });
  open('busy', { idleMs: 1_000 });
  open('short', { ttlMs: 2_000 });
  const busy = run('busy', 'park 3000');
  const short = run('short', 'park 3000');
  await node.clock.advance(900);
  expect(idsOf('a')).toEqual(['idle', 'busy', 'short']);
  await node.clock.advance(200);
  expect(idsOf('a')).toEqual(['busy', 'short']);
  await node.clock.advance(2_100);
  expect(words([busy, short])).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  expect(idsOf('a')).toEqual(['busy']);
  await node.clock.advance(1_100);
  expect(idsOf('a')).toEqual([]);
});

test('TenantSessions gives way to another tenant when it was not used of late', async () => {
  const { node, run, idsOf } = await nodeWith('one');
  run('one', 'ok 1');
  await node.clock.advance(100);
  const limits = { cpuUsMax: 300_000_000, wallUsMax: 300_000_000 };
  const others = ['b', 'c'].map((tenantId) => node.run('loop', { tenantId, limits }));
  await node.clock.advance(1_000);
  const waiting = node.run('ok 1', { tenantId: 'd' });
  await node.clock.advance(sessionYieldMs - 5_000);
  expect(waiting.outcome).toBeUndefined();
  expect(idsOf('a')).toEqual(['one']);
  await node.clock.advance(6_000);
  expect(idsOf('a')).toEqual([]);
  expect(words([waiting])).toEqual(['SUCCEEDED']);
  for (const { handle } of others) handle.cancel();
  await node.clock.advance(100);
});

test('TenantSessions loses the sessions of a host that goes on computing while they rest', async () => {
  const { node, run, host, idsOf } = await nodeWith('one');
  run('one', 'ok 1');
  await node.clock.advance(100);
  await node.clock.advance(60_000);
  expect(node.lost).toEqual([]);
  host().neverRests = true;
  await node.clock.advance((busyLooksWithSessions - 2) * 1_000);
  expect(idsOf('a')).toEqual(['one']);
  await node.clock.advance(4_000);
  expect(node.lost).toEqual(['it computed for 1000 ms though idle']);
  expect(idsOf('a')).toEqual([]);
});
