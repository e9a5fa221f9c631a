import { expect, test } from 'vitest';
import { NodeBusy } from '../../../../node-agent/pool/run-request.ts';
import { ScriptedNode, tally, words } from '../../../support/scripted-node.ts';

test('HostedExecutor runs a program in a host and answers with what the host said', async () => {
  const node = await ScriptedNode.ready();
  const run = node.run('ok 5', { inputJson: '{"a":1}' });
  expect(run.outcome).toBeUndefined();
  await node.clock.advance(10);
  expect(run.outcome).toMatchObject({ word: 'SUCCEEDED', resultJson: '{"a":1}' });
  expect(run.outcome?.usage).toMatchObject({
    wallUs: 5000,
    cpuUs: 5000,
    attempts: 1,
    inputBytes: 7,
    resultBytes: 7,
    nodeId: '',
  });
  expect(run.answers).toBe(1);
  expect(node.executor.load()).toMatchObject({ runsExecuting: 0, runsWaiting: 0, hostsBusy: 0 });
});

test('HostedExecutor counts as queued what passed before the guest began', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  const runs = [node.run('ok 40'), node.run('ok 10'), node.run('ok 10')];
  await node.clock.advance(100);
  const queuedMs = runs.map((run) => Math.round((run.outcome?.usage.queuedUs ?? -1) / 1000));
  expect(queuedMs).toEqual([0, 40, 50]);
});

test('HostedExecutor hands on logs with the attempt that wrote them', async () => {
  const node = await ScriptedNode.ready();
  const run = node.run('log 3');
  await node.clock.advance(10);
  expect(run.logs).toHaveLength(3);
  expect(run.logs[0]).toEqual({ level: 'LOG', text: 'a line', sinceStartUs: 0, attempt: 1 });
});

test('HostedExecutor refuses what is beyond its bounds, by reason', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1, runsMax: 8, runsBytesMax: 1000 });
  const reasonOf = (begin: () => unknown): string => {
    try {
      begin();
      return 'STARTED';
    } catch (error) {
      return error instanceof NodeBusy ? error.reason : String(error);
    }
  };
  expect(reasonOf(() => node.run('loop', { inputJson: 'x'.repeat(2000) }))).toBe('BYTES_FULL');
  for (let count = 0; count < 6; count++) node.run('loop');
  expect(reasonOf(() => node.run('loop'))).toBe('TENANT_QUEUE_FULL');
  expect(reasonOf(() => node.run('loop', { tenantId: 'b' }))).toBe('STARTED');
  expect(reasonOf(() => node.run('loop', { tenantId: 'c' }))).toBe('STARTED');
  expect(reasonOf(() => node.run('loop', { tenantId: 'd' }))).toBe('QUEUE_FULL');
});

test('HostedExecutor cancels a run that waits, that executes and that is parked', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  const executing = node.run('loop');
  const behind = node.run('ok 1');
  const waiting = node.run('ok 1');
  await node.clock.advance(10);
  waiting.handle.cancel();
  expect(waiting.outcome).toBeUndefined();
  behind.handle.cancel();
  executing.handle.cancel();
  executing.handle.cancel();
  await node.clock.advance(5);
  expect(words([executing, behind, waiting])).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
  const parked = node.run('park 1000');
  await node.clock.advance(5);
  parked.handle.cancel();
  await node.clock.advance(5);
  expect(parked.outcome).toMatchObject({ word: 'CANCELLED', error: { name: 'Cancelled' } });
  expect(node.hosts.hosts.some((host) => host.wasKilled)).toBe(false);
});

test('HostedExecutor does not spin when hosts cannot be started, and says so', async () => {
  const node = new ScriptedNode({ hostsMax: 2 });
  node.hosts.neverReady = true;
  const waiting = node.run('ok 1', { deadlineMs: 60_000 });
  await node.clock.advance(10_000);
  expect(node.hosts.hosts.length).toBeLessThan(12);
  expect(node.notStarted.length).toBeGreaterThan(3);
  node.hosts.neverReady = false;
  await node.clock.advance(15_000);
  expect(waiting.outcome?.word).toBe('SUCCEEDED');
});

test('HostedExecutor drains: takes nothing new, finishes what it has, ends its hosts', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  const runs = [node.run('ok 50'), node.run('park 80'), node.run('ok 10')];
  let isDrained = false;
  void node.executor.drain().then(() => {
    isDrained = true;
  });
  expect(() => node.run('ok 1')).toThrow(NodeBusy);
  await node.clock.advance(60);
  expect(isDrained).toBe(false);
  await node.clock.advance(200);
  expect(isDrained).toBe(true);
  expect(tally(runs)).toEqual({ SUCCEEDED: 3 });
  expect(node.hosts.live).toEqual([]);
  expect(node.clock.timersPending).toBe(0);
});

test('HostedExecutor closes at once: begun runs are lost, the others rejected', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  const runs = [node.run('loop'), node.run('ok 1'), node.run('ok 1')];
  await node.clock.advance(5);
  const closed = node.executor.close();
  expect(words(runs)).toEqual(['NODE_LOST', 'NODE_LOST', 'REJECTED']);
  await node.clock.advance(50);
  await closed;
  expect(node.hosts.live).toEqual([]);
});

test('HostedExecutor leaves no timer behind when it has nothing to do, but one an idle host', async () => {
  const node = await ScriptedNode.ready();
  const before = node.clock.timersPending - node.hosts.live.length;
  node.run('ok 5');
  await node.clock.advance(200);
  expect(node.clock.timersPending).toBe(before + node.hosts.live.length);
});

test('HostedExecutor does not wait, when it closes, for a host that forgets a tenant', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  node.run('ok 1', { tenantId: 'a' });
  await node.clock.advance(5);
  const [host] = node.hosts.live;
  if (host) host.ignoresReset = true;
  node.run('ok 1', { tenantId: 'b' });
  await node.clock.advance(5);
  expect(host?.sent.at(-1)?.name).toBe('reset');
  let isClosed = false;
  void node.executor.close().then(() => {
    isClosed = true;
  });
  await node.clock.advance(20);
  expect(isClosed).toBe(true);
  expect(node.clock.timersPending).toBe(0);
});
