/** Runs of code that harms its neighbours, and what its tenant's other runs notice of it. */
import { expect, test } from 'vitest';
import { ScriptedNode, type ScriptedRun, tally } from '../../../support/scripted-node.ts';

const hungry = 'ok 2000';

/** Runs it until it is known for what it is, with nobody beside it. */
async function makeKnown(node: ScriptedNode, source: string, runMs: number): Promise<void> {
  for (let count = 0; count < 10; count++) {
    node.run(source, { limits: { wallUsMax: 3_000_000, cpuUsMax: 3_000_000 } });
    await node.clock.advance(runMs);
  }
}

/** How such a source was run by hosts, in order. */
function levelsOf(node: ScriptedNode, source: string): string[] {
  const codes = node.hosts.hosts.flatMap((host) => {
    const loads = host.sent.filter((frame) => frame.name === 'load' && frame.source === source);
    const ids = loads.map((frame) => (frame.name === 'load' ? frame.codeId : 0));
    return host.runsSent.filter((frame) => ids.includes(frame.codeId));
  });
  return codes.map((frame) => frame.isolation);
}

test('TenantHosts keeps code that takes long apart, and leaves the others a host', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 4, hostsPerTenantMax: 3 });
  await makeKnown(node, hungry, 2_100);
  // There was nobody to keep it from.
  expect(new Set(levelsOf(node, hungry))).toEqual(new Set(['FRESH']));
  const others = [node.run('ok 2')];
  await node.clock.advance(5);
  const hungries = Array.from({ length: 6 }, () => node.run(hungry));
  for (let step = 0; step < 600; step++) {
    others.push(node.run('ok 2'));
    await node.clock.advance(10);
    const withHungry = node.hosts.live.filter(({ sources }) => sources.includes(hungry));
    expect(withHungry.length).toBeLessThanOrEqual(2);
    for (const host of withHungry) expect(host.sources).toEqual([hungry]);
  }
  await node.clock.advance(1_000);
  expect(tally(hungries)).toEqual({ SUCCEEDED: 6 });
  expect(tally(others)).toEqual({ SUCCEEDED: 601 });
  // Nobody waited for a hungry one.
  expect(Math.max(...others.map((run) => run.outcome?.usage.queuedUs ?? 0))).toBeLessThan(20_000);
  expect(levelsOf(node, hungry).slice(-6)).toEqual(Array(6).fill('PROCESS'));
});

test('TenantHosts keeps code that cost two hosts from a third one with others in it', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 4, hostsPerTenantMax: 2 });
  const limits = { wallUsMax: 300_000, cpuUsMax: 300_000 };
  const wedge = async (): Promise<void> => {
    node.run('ok 1');
    node.run('wedge', { limits });
    await node.clock.advance(600);
  };
  await wedge();
  await wedge();
  expect(levelsOf(node, 'wedge')).toEqual(['FRESH', 'FRESH']);
  const parked = node.run('park 2000');
  await node.clock.advance(5);
  const neighbour = node.hosts.live.find((host) => host.runsSent.length > 0 && !host.wasKilled);
  await wedge();
  await wedge();
  expect(levelsOf(node, 'wedge').slice(2)).toEqual(['PROCESS', 'PROCESS']);
  expect(neighbour?.wasKilled).toBe(false);
  await node.clock.advance(2_000);
  expect(parked.outcome).toMatchObject({ word: 'SUCCEEDED', usage: { attempts: 1 } });
});

test('TenantHosts does not start hosts for a loop that its host ends at once', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 4, hostsPerTenantMax: 3 });
  const runs: ScriptedRun[] = [];
  for (let count = 0; count < 300; count++) {
    const run = node.run('loop');
    runs.push(node.run('ok 1'), run);
    await node.clock.advance(3);
    run.handle.cancel();
    await node.clock.advance(2);
  }
  expect(tally(runs)).toEqual({ SUCCEEDED: 300, CANCELLED: 300 });
  expect(new Set(levelsOf(node, 'loop'))).toEqual(new Set(['FRESH']));
  expect(node.hosts.hosts.length).toBeLessThanOrEqual(4);
});

test('TenantHosts keeps POOLED code in its warm isolate, however long it takes', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 4, hostsPerTenantMax: 3 });
  for (let count = 0; count < 10; count++) {
    node.run(hungry, { isolation: 'POOLED' });
    node.run('ok 1');
    await node.clock.advance(2_100);
  }
  expect(new Set(levelsOf(node, hungry))).toEqual(new Set(['POOLED']));
});

test('TenantHosts keeps nothing apart where a tenant may have but one host', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2, hostsPerTenantMax: 1 });
  await makeKnown(node, hungry, 2_100);
  const runs = [node.run('ok 1'), node.run(hungry), node.run('ok 1')];
  await node.clock.advance(2_200);
  expect(tally(runs)).toEqual({ SUCCEEDED: 3 });
  expect(new Set(levelsOf(node, hungry))).toEqual(new Set(['FRESH']));
});

test('TenantHosts forgives code that has become harmless', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 4, hostsPerTenantMax: 3 });
  const limits = { wallUsMax: 300_000, cpuUsMax: 300_000 };
  for (let count = 0; count < 2; count++) {
    node.run('wedge', { limits });
    await node.clock.advance(600);
  }
  for (let count = 0; count < 30; count++) {
    node.run('ok 1');
    const run = node.run('wedge', { limits });
    await node.clock.advance(60);
    // It ends by itself this time.
    node.hosts.withRun('wedge').finishNow();
    await node.clock.advance(100);
    expect(run.outcome?.word).toBe('SUCCEEDED');
  }
  const apart = levelsOf(node, 'wedge').filter((level) => level === 'PROCESS');
  expect(apart.length).toBeGreaterThan(5);
  expect(apart.length).toBeLessThan(20);
});
