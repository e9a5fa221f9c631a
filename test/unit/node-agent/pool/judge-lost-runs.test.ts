import { expect, test } from 'vitest';
import { ScriptedNode, tally, words } from '../../../support/scripted-node.ts';

test('HostedExecutor calls a death by memory MEMORY_EXCEEDED and moves the innocent', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  const eater = node.run('eat');
  const neighbour = node.run('ok 1');
  await node.clock.advance(300);
  expect(words([eater, neighbour])).toEqual(['MEMORY_EXCEEDED', 'SUCCEEDED']);
  expect(eater.outcome?.usage.attempts).toBe(1);
});

test('HostedExecutor tries the suspect of an unexplained death once more, alone', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  const crasher = node.run('crash');
  const neighbour = node.run('ok 1');
  await node.clock.advance(500);
  expect(crasher.outcome).toMatchObject({ word: 'CRASHED', usage: { attempts: 2 } });
  expect(neighbour.outcome?.word).toBe('SUCCEEDED');
  expect(node.judged).toContain('RERUN_ALONE');
  const isolations = node.hosts.hosts.flatMap((host) =>
    host.runsSent.map((frame) => frame.isolation),
  );
  expect(isolations).toContain('PROCESS');
});

test('HostedExecutor runs code that crashed in a process of its own from then on', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  node.run('crash');
  await node.clock.advance(500);
  const again = node.run('crash');
  await node.clock.advance(5);
  const host = node.hosts.hosts.at(-1);
  await node.clock.advance(500);
  expect(again.outcome?.word).toBe('CRASHED');
  expect(host?.runsSent.every((frame) => frame.isolation === 'PROCESS')).toBe(true);
});

test('HostedExecutor answers rightly when a host is killed amid 200 runs', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 4, hostsSparesMin: 1 });
  const runs = Array.from({ length: 200 }, (_, index) =>
    node.run(index % 2 ? 'ok 5' : 'park 200', { inputJson: String(index) }),
  );
  await node.clock.advance(60);
  const victim = node.hosts.live.find((host) => host.sources.length > 0);
  victim?.die({ signal: 'SIGKILL' });
  await node.clock.advance(5000);
  expect(tally(runs)).toEqual({ SUCCEEDED: 200 });
  expect(runs.map((run) => run.outcome?.resultJson)).toEqual(runs.map((_, index) => `${index}`));
  expect(runs.every((run) => run.answers === 1)).toBe(true);
});

test('HostedExecutor replaces a lost host from its spares at once', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 3 });
  node.run('loop');
  await node.clock.advance(30);
  node.hosts.withRun('loop').die();
  const next = node.run('ok 1', { tenantId: 'b' });
  await node.clock.advance(50);
  expect(next.outcome?.word).toBe('SUCCEEDED');
  expect(node.executor.load().hostsLive).toBeGreaterThanOrEqual(2);
});

test('HostedExecutor kills a host that lies, and lets blame decide for its runs', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  const liar = node.run('lie');
  await node.clock.advance(500);
  expect(liar.outcome?.word).toBe('CRASHED');
  expect(node.lost[0]).toMatch(/it cannot be true that it says ended of run/);
});

test('HostedExecutor gives up on a run whose hosts are lost again and again', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  const unlucky = node.run('park 10000');
  for (let count = 0; count < 6; count++) {
    await node.clock.advance(500);
    node.hosts.live[0]?.die({ signal: 'SIGKILL' });
  }
  expect(unlucky.outcome).toBeDefined();
  expect(['NODE_LOST', 'CRASHED']).toContain(unlucky.outcome?.word);
});
