import { expect, test } from 'vitest';
import { codeCharsPerHostMax } from '../../../../node-agent/pool/hosting-config.ts';
import { ScriptedNode, type ScriptedRun, tally, words } from '../../../support/scripted-node.ts';

test('TenantHosts sends a code to a host once', async () => {
  const node = await ScriptedNode.ready();
  for (let count = 0; count < 3; count++) {
    node.run('ok 1');
    await node.clock.advance(5);
  }
  const sent = node.hosts.hosts.flatMap((host) => host.sent);
  expect(sent.filter((frame) => frame.name === 'load')).toHaveLength(1);
  expect(sent.filter((frame) => frame.name === 'run')).toHaveLength(3);
});

test('TenantHosts gives THREAD runs hosts of their own while there are any', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 3, hostsSparesMin: 2 });
  const runs = [node.run('ok 50'), node.run('ok 50')];
  await node.clock.advance(10);
  expect(node.hosts.hosts.map((host) => host.sources.length)).toEqual([1, 1, 0]);
  await node.clock.advance(60);
  expect(words(runs)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
});

test('TenantHosts gives a host no more than one THREAD run beside the one executing', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  const runs = Array.from({ length: 8 }, () => node.run('ok 30'));
  for (let step = 0; step < 30; step++) {
    for (const host of node.hosts.live) expect(host.sources.length).toBeLessThanOrEqual(2);
    await node.clock.advance(10);
  }
  expect(tally(runs)).toEqual({ SUCCEEDED: 8 });
});

test('TenantHosts takes back a run stuck behind another when a host becomes free', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  node.hosts.readyMs = 100;
  const loop = node.run('loop');
  const stuck = node.run('ok 5');
  await node.clock.advance(2);
  expect(node.hosts.withRun('loop').sources).toEqual(['ok 5', 'loop']);
  await node.clock.advance(200);
  expect(stuck.outcome?.word).toBe('SUCCEEDED');
  expect(stuck.outcome?.usage.attempts).toBe(1);
  loop.handle.cancel();
  await node.clock.advance(10);
  expect(loop.outcome?.word).toBe('CANCELLED');
});

test('TenantHosts ends a run that is cancelled while it is being taken back', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  node.hosts.readyMs = 100;
  const loop = node.run('loop');
  const stuck = node.run('ok 5');
  await node.clock.advance(2);
  const host = node.hosts.withRun('loop');
  const send = host.send.bind(host);
  host.send = (frame) => {
    send(frame);
    if (frame.name === 'recall') stuck.handle.cancel();
  };
  await node.clock.advance(200);
  expect(host.sent.map((frame) => frame.name)).toContain('recall');
  expect(stuck.outcome?.word).toBe('CANCELLED');
  loop.handle.cancel();
  await node.clock.advance(10);
});

test('TenantHosts leaves the thread of a parked run to others', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  const parked = Array.from({ length: 10 }, () => node.run('park 500'));
  await node.clock.advance(50);
  expect(node.executor.load()).toMatchObject({ runsParked: 10, runsExecuting: 0, hostsBusy: 1 });
  const quick = node.run('ok 1');
  await node.clock.advance(5);
  expect(quick.outcome?.word).toBe('SUCCEEDED');
  await node.clock.advance(600);
  expect(tally(parked)).toEqual({ SUCCEEDED: 10 });
});

test('TenantHosts proves POOLED code short, pipelines it, and demotes it when it is slow', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  await node.prove('warm 100');
  const host = node.hosts.live[0];
  expect(host?.runsSent.every((frame) => frame.mode === 'THREAD')).toBe(true);
  const burst = Array.from({ length: 100 }, () => node.run('warm 100', { isolation: 'POOLED' }));
  expect(host?.runsSent.slice(20).map((frame) => frame.mode)).toEqual(Array(100).fill('SLICE'));
  await node.clock.advance(5);
  expect(tally(burst)).toEqual({ SUCCEEDED: 100 });
  node.hosts.live[0]?.sent.splice(0);
  const slow = node.run('warm 100', { isolation: 'POOLED' });
  await node.clock.advance(0);
  slow.handle.cancel();
  await node.clock.advance(5);
  node.run('warm 100', { isolation: 'FRESH' });
  expect(host?.runsSent.map((frame) => frame.mode)).toEqual(['SLICE', 'THREAD']);
});

test('TenantHosts never lets two tenants use a host without a reset between', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  const runs: ScriptedRun[] = [];
  for (let count = 0; count < 60; count++) {
    const tenantId = `t${count % 5}`;
    runs.push(node.run('ok 3', { tenantId, inputJson: `"${tenantId}"` }));
    await node.clock.advance(count % 4);
    for (const host of node.hosts.live) expect(new Set(host.inputsSinceReset).size).toBeLessThan(2);
  }
  await node.clock.advance(500);
  expect(tally(runs)).toEqual({ SUCCEEDED: 60 });
  expect(node.hosts.hosts).toHaveLength(2);
});

test('TenantHosts starts a new process for another tenant when told to', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1, tenantChange: 'new-process' });
  const first = node.run('ok 1', { tenantId: 'a' });
  await node.clock.advance(5);
  const second = node.run('ok 1', { tenantId: 'b' });
  await node.clock.advance(100);
  expect(words([first, second])).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  expect(node.hosts.hosts).toHaveLength(2);
  expect(node.hosts.hosts[0]?.sent.some((frame) => frame.name === 'reset')).toBe(false);
});

test('TenantHosts replaces a host that does not reset', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  node.run('ok 1', { tenantId: 'a' });
  await node.clock.advance(5);
  const [host] = node.hosts.live;
  if (host) host.ignoresReset = true;
  const second = node.run('ok 1', { tenantId: 'b' });
  await node.clock.advance(1200);
  expect(second.outcome?.word).toBe('SUCCEEDED');
  expect(host?.isDead).toBe(true);
});

test('TenantHosts shares a full node between a busy tenant and a quiet one', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  const busy = Array.from({ length: 300 }, () => node.run('ok 20', { tenantId: 'busy' }));
  await node.clock.advance(200);
  const quiet = node.run('ok 20', { tenantId: 'quiet' });
  await node.clock.advance(250);
  expect(quiet.outcome?.word).toBe('SUCCEEDED');
  expect(busy.some((run) => run.outcome === undefined)).toBe(true);
});

test('TenantHosts keeps a tenant to its number of hosts', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 4, hostsPerTenantMax: 2 });
  for (let count = 0; count < 20; count++) node.run('ok 100', { tenantId: 'a' });
  const other = node.run('ok 1', { tenantId: 'b' });
  await node.clock.advance(60);
  expect(other.outcome?.word).toBe('SUCCEEDED');
  const hostsOfA = node.hosts.live.filter((host) => host.sources.includes('ok 100'));
  expect(hostsOfA).toHaveLength(2);
});

test('TenantHosts gives a PROCESS run a new host and kills that after', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  node.run('ok 1');
  await node.clock.advance(30);
  const alone = node.run('ok 5', { isolation: 'PROCESS' });
  await node.clock.advance(1);
  const host = node.hosts.withRun('ok 5');
  expect(host.runsSent).toHaveLength(1);
  expect(host.runsSent[0]?.isolation).toBe('PROCESS');
  await node.clock.advance(50);
  expect(alone.outcome?.word).toBe('SUCCEEDED');
  expect(host.isDead).toBe(true);
});

test('TenantHosts finds a host for a PROCESS run of a tenant that keeps all hosts busy', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  const others = Array.from({ length: 100 }, () => node.run('ok 20'));
  await node.clock.advance(50);
  const alone = node.run('ok 5', { isolation: 'PROCESS' });
  await node.clock.advance(300);
  expect(alone.outcome?.word).toBe('SUCCEEDED');
  await node.clock.advance(2000);
  expect(tally(others)).toEqual({ SUCCEEDED: 100 });
});

test('TenantHosts replaces hosts of age, idle or busy, and no run notices', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 3, hostAgeMsMax: 10_000 });
  const patience = { wallUsMax: 20_000_000, cpuUsMax: 20_000_000 };
  const long = node.run('ok 15000', { limits: patience });
  const runs: ScriptedRun[] = [];
  for (let step = 0; step < 300; step++) {
    runs.push(node.run('ok 5'));
    await node.clock.advance(100);
  }
  const first = node.hosts.hosts[0];
  expect(first?.isDead).toBe(true);
  expect(node.hosts.hosts.length).toBeGreaterThanOrEqual(4);
  expect(node.hosts.hosts.length).toBeLessThan(15);
  expect(tally([...runs, long])).toEqual({ SUCCEEDED: 301 });
  expect([...runs, long].every((run) => run.outcome?.usage.attempts === 1)).toBe(true);
});

test('TenantHosts replaces a host that stays bloated', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  node.run('ok 5');
  await node.clock.advance(1);
  const host = node.hosts.withRun('ok 5');
  host.bytesResident = 500 * 2 ** 20;
  await node.clock.advance(20);
  expect(host.wasKilled).toBe(true);
});

test('TenantHosts replaces a host that says it is spent, and nobody else is to blame', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 1 });
  const runs = [node.run('spend'), node.run('ok 1')];
  await node.clock.advance(200);
  expect(words(runs)).toEqual(['SYNTAX_ERROR', 'SUCCEEDED']);
  expect(runs[1]?.outcome?.usage.attempts).toBe(2);
  expect(node.hosts.hosts.map((host) => host.isDead)).toEqual([true, false]);
});

test('TenantHosts gives code that spent a host one for itself from then on', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  node.run('spend');
  await node.clock.advance(200);
  const runs = [node.run('spend'), node.run('ok 1')];
  await node.clock.advance(200);
  expect(words(runs)).toEqual(['SYNTAX_ERROR', 'SUCCEEDED']);
  expect(runs[1]?.outcome?.usage.attempts).toBe(1);
});

test('TenantHosts gives a bloated host no more runs, however busy its tenant is', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  const runs = Array.from({ length: 40 }, () => node.run('ok 20'));
  await node.clock.advance(1);
  const host = node.hosts.withRun('ok 20');
  // What its runs may use is not held against it.
  host.bytesResident = 200 * 2 ** 20;
  await node.clock.advance(200);
  expect(host.wasKilled).toBe(false);
  host.bytesResident = 320 * 2 ** 20;
  await node.clock.advance(2_000);
  expect(host.wasKilled).toBe(true);
  expect(tally(runs)).toEqual({ SUCCEEDED: 40 });
  expect(runs.every((run) => run.outcome?.usage.attempts === 1)).toBe(true);
});

test('TenantHosts sends a host no more code at a time than was agreed, whatever its runs need', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2, hostsPerTenantMax: 1 });
  const longCodes = Array.from({ length: 20 }, (_, i) => `park 50 ${String(i).repeat(1_000_000)}`);
  const runs: ScriptedRun[] = [];
  for (const source of longCodes) {
    runs.push(node.run(source.slice(0, 1_000_000)));
    await node.clock.advance(1);
  }
  await node.clock.advance(500);
  expect(tally(runs)).toEqual({ SUCCEEDED: 20 });
  const [host] = node.hosts.hosts.filter(({ sent }) => sent.some(({ name }) => name === 'run'));
  const held = new Map<number, number>();
  let charsMost = 0;
  for (const frame of host?.sent ?? []) {
    if (frame.name === 'load') held.set(frame.codeId, frame.source.length);
    else if (frame.name === 'drop') held.delete(frame.codeId);
    charsMost = Math.max(
      charsMost,
      [...held.values()].reduce((sum, chars) => sum + chars, 0),
    );
  }
  expect(charsMost).toBeGreaterThan(10_000_000);
  expect(charsMost).toBeLessThanOrEqual(codeCharsPerHostMax);
});

test('TenantHosts leases the idle host that holds the code before the one used last', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 3, hostsSparesMin: 2 });
  const both = [node.run('ok 50'), node.run('ok 60')];
  await node.clock.advance(100);
  expect(words(both)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  for (const source of ['ok 50', 'ok 60', 'ok 50', 'ok 60']) {
    node.run(source);
    await node.clock.advance(100);
  }
  const loads = node.hosts.hosts.flatMap(({ sent }) => sent.filter(({ name }) => name === 'load'));
  expect(loads).toHaveLength(2);
});
