import { expect, test } from 'vitest';
import { ScriptedNode, tally, words } from '../../../support/scripted-node.ts';

test('HostedExecutor has patience with a host that has as many parked runs as it takes', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  const limits = { wallUsMax: 60_000_000 };
  const runs = Array.from({ length: 40 }, () => node.run('park 15000', { limits }));
  await node.clock.advance(14_000);
  expect(node.executor.load()).toMatchObject({ runsParked: 32 });
  await node.clock.advance(30_000);
  expect(tally(runs)).toEqual({ SUCCEEDED: 40 });
  expect(node.hosts.hosts[0]?.wasKilled).toBe(false);
});

test('HostedExecutor kills the host of a run that does not obey, and moves its neighbours', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  const wedged = node.run('wedge');
  const neighbour = node.run('ok 5');
  await node.clock.advance(10);
  wedged.handle.cancel();
  await node.clock.advance(130);
  expect(wedged.outcome?.word).toBe('CANCELLED');
  expect(neighbour.outcome).toBeUndefined();
  await node.clock.advance(100);
  expect(neighbour.outcome).toMatchObject({ word: 'SUCCEEDED', usage: { attempts: 2 } });
});

test('HostedExecutor ends a run whose deadline passes, wherever it is', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  const executing = node.run('loop', { deadlineMs: 300 });
  const wedged = node.run('wedge', { deadlineMs: 600 });
  const waiting = node.run('ok 1', { deadlineMs: 200 });
  await node.clock.advance(2000);
  expect(words([executing, wedged, waiting])).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
  expect(executing.outcome?.error?.name).toBe('DeadlineExceeded');
  const lateMs = [executing, wedged, waiting].map((run, index) => {
    return run.endedAtMs - 1_000_100 - ([300, 600, 200][index] ?? 0);
  });
  expect(lateMs[0]).toBeLessThanOrEqual(30);
  expect(lateMs[1]).toBeLessThanOrEqual(160);
  expect(lateMs[2]).toBeLessThanOrEqual(30);
});

test('HostedExecutor answers for a run over its limits at once when the host does not', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  const cpu = node.run('wedge', { limits: { cpuUsMax: 300_000 } });
  await node.clock.advance(500);
  expect(cpu.outcome).toMatchObject({ word: 'CPU_EXCEEDED', error: { name: 'CpuExceeded' } });
  expect(cpu.endedAtMs - 1_000_100).toBeLessThanOrEqual(300 + 150 + 50);
  expect(cpu.outcome?.usage.cpuUs).toBeGreaterThan(300_000);
  const wall = node.run('wedge', { limits: { wallUsMax: 300_000 } });
  await node.clock.advance(500);
  expect(wall.outcome?.word).toBe('WALL_EXCEEDED');
  expect(node.executor.load().hostsLive).toBeGreaterThanOrEqual(1);
});

test('HostedExecutor gives a host time to read a long program, beyond the limit of its run', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  const limits = { wallUsMax: 50_000 };
  // Reading has the host announced as executing, as computing has.
  const long = node.run(`ok 1500 0 ${'x'.repeat(1_000_000)}`, { limits });
  const endless = node.run(`wedge ${'x'.repeat(200_000)}`, { limits });
  await node.clock.advance(1_000);
  expect(endless.outcome?.word).toBe('WALL_EXCEEDED');
  expect(endless.endedAtMs - 1_000_100).toBeGreaterThan(400 + 50);
  await node.clock.advance(1_000);
  expect(long.outcome?.word).toBe('SUCCEEDED');
});

test('HostedExecutor ends a SLICE run soon after its limit, and its neighbours begin again', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  await node.prove('warm 10');
  node.hosts.slicesHang = true;
  const limits = { cpuUsMax: 100_000 };
  const runs = Array.from({ length: 5 }, () => {
    return node.run('warm 10', { isolation: 'POOLED', limits });
  });
  const beganAtMs = node.clock.nowMs();
  await node.clock.advance(190);
  expect((runs[0]?.endedAtMs ?? 0) - beganAtMs).toBeLessThanOrEqual(100 + 50 + 25);
  await node.clock.advance(300);
  expect(tally(runs)).toEqual({ CPU_EXCEEDED: 1, SUCCEEDED: 4 });
});

test('HostedExecutor answers for a cancelled run that a long slice keeps from being ended', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  await node.prove('warm 10');
  node.hosts.slicesHang = true;
  const [long, behind] = [
    node.run('warm 10', { isolation: 'POOLED' }),
    node.run('warm 10', { isolation: 'POOLED' }),
  ];
  await node.clock.advance(50);
  behind.handle.cancel();
  await node.clock.advance(130);
  expect(words([long, behind])).toEqual([undefined, 'CANCELLED']);
  expect(node.hosts.live[0]?.wasKilled).toBe(false);
});

test('HostedExecutor obeys a host that says its guest is wedged', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  const run = node.run('wedge');
  await node.clock.advance(10);
  const host = node.hosts.withRun('wedge');
  host.say({ name: 'wedged', runId: host.runsSent[0]?.runId ?? 0, word: 'CPU_EXCEEDED' });
  expect(run.outcome?.word).toBe('CPU_EXCEEDED');
  expect(host.wasKilled).toBe(true);
});

test('HostedExecutor kills a host that burns processor time and says nothing', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  const mute = node.run('mute');
  await node.clock.advance(1200);
  expect(node.judged).toEqual(['RERUN_ALONE']);
  await node.clock.advance(1500);
  expect(mute.outcome?.word).toBe('CRASHED');
  expect(node.lost[0]).toMatch(/silent for/);
});

test('HostedExecutor raises a host ceiling with its runs and lowers it after', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  const megabyte = 2 ** 20;
  node.run('loop', { limits: { memoryBytesMax: 128 * megabyte } });
  node.run('ok 1', { limits: { memoryBytesMax: 64 * megabyte } });
  const [host] = node.hosts.live;
  expect(host?.ceilings).toEqual([(256 + 128) * megabyte, (256 + 192) * megabyte]);
});

test('a run that waits again after it was seen executing is parked again, and no stall', async () => {
  const node = await ScriptedNode.ready();
  const run = node.run('again 30000', { limits: { wallUsMax: 60_000_000 } });
  await node.clock.advance(50);
  expect(node.executor.load()).toMatchObject({ runsExecuting: 1, runsParked: 0 });
  await node.clock.advance(100);
  expect(node.executor.load()).toMatchObject({ runsExecuting: 0, runsParked: 1 });
  await node.clock.advance(31_000);
  expect(node.lost).toEqual([]);
  expect(words([run])).toEqual(['SUCCEEDED']);
});
