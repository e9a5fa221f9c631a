import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockdownLayers } from '../../node-agent/frames/lockdown.ts';
import { isRoot, ProbeHosts } from '../support/hosts/probe-host-client.ts';
import { announced } from '../support/hosts/probes.ts';

describe('HostProcess, over a real process,', () => {
  let hosts: ProbeHosts;
  beforeAll(async () => {
    hosts = await ProbeHosts.open();
  });
  afterAll(() => hosts.close());

  test('shows nothing of itself on its command line but how it is locked', async () => {
    const host = hosts.start();
    await host.ready;
    const words = readFileSync(`/proc/${host.process.pid}/cmdline`, 'utf8').split('\0');
    const own = words.slice(words.findIndex((word) => word.endsWith('probe-host.ts')) + 1, -1);
    const ids = hosts.uids?.idsOf(0);
    expect(own).toEqual([
      '--lockdown=required',
      ...(ids ? [`--uid=${ids.uid}`, `--gid=${ids.gid}`] : []),
    ]);
  });

  test('reads what the host announces, also when the host is wedged and when it is dead', async () => {
    const host = hosts.start();
    await host.ready;
    expect(host.process.announcement()).toBeUndefined();
    await host.ask('announce run 7');
    host.tell('spin');
    expect(host.process.announcement()).toEqual(announced);
    host.process.kill();
    await host.exited;
    expect(host.process.announcement()).toBeUndefined();
  });

  test('reads the processor time and the memory of a host that is busy and will not say', async () => {
    const host = hosts.start();
    await host.ready;
    const before = host.process.cpuUs() ?? 0;
    host.tell('spin');
    await expect.poll(() => (host.process.cpuUs() ?? 0) - before).toBeGreaterThan(100_000);
    expect(host.process.residentBytes()).toBeGreaterThan(20_000_000);
    host.process.kill();
    await host.exited;
    expect(host.process.cpuUs()).toBeUndefined();
    expect(host.process.residentBytes()).toBeUndefined();
  });

  test('tells a host that it killed, though the host was wedged', async () => {
    const host = hosts.start();
    await host.ready;
    host.tell('spin');
    host.process.kill();
    expect(await host.exited).toMatchObject({ killedBy: 'OWNER', signal: 'SIGKILL' });
  });

  test('kills a host that sends what is no frame', async () => {
    const host = hosts.start();
    await host.ready;
    host.tell('send garbage');
    expect(await host.exited).toMatchObject({ killedBy: 'BAD_FRAME' });
  });

  test('tells a host that aborted', async () => {
    const host = hosts.start();
    await host.ready;
    host.tell('abort');
    expect(await host.exited).toMatchObject({ killedBy: 'NOBODY', signal: 'SIGABRT' });
  });

  test('tells the last words of a host that ended by an uncaught error', async () => {
    const host = hosts.start();
    await host.ready;
    host.tell('throw');
    const exit = await host.exited;
    expect(exit).toMatchObject({ killedBy: 'NOBODY', signal: 'SIGKILL' });
    expect(exit.detail).toContain('Error: last words');
  });

  test('listens to a babbler on stderr no longer than it must', async () => {
    const host = hosts.start();
    await host.ready;
    host.tell('say something for ever');
    // Its writes fail from then on, which it does not mind: it spins.
    await expect.poll(() => host.process.cpuUs() ?? 0).toBeGreaterThan(500_000);
    host.process.kill();
    const { detail } = await host.exited;
    expect(detail.length).toBeLessThanOrEqual(4096);
    expect(detail).not.toContain('\u001b');
  });
});

describe('a host that cannot be started', () => {
  test('is reported as never ready, with its last words', async () => {
    const hosts = await ProbeHosts.open({ program: '/nowhere/host.ts' });
    const exit = await hosts.start().exited;
    expect(exit).toMatchObject({ killedBy: 'NEVER_READY', exitCode: 1 });
    expect(exit.detail).toContain('Cannot find module');
    await hosts.close();
  });
});

describe('a lockdown that lacks a layer', () => {
  // Root that has no user to hand over is a lack that can be had on every machine; for who is
  // not root it is none.
  const lack = isRoot ? 'The host could not be locked: own-ids' : 'it serves';

  test(`in mode required, started ${isRoot ? 'by root' : 'not by root'}: ${lack}`, async () => {
    const hosts = await ProbeHosts.open({ withoutUids: true });
    const host = hosts.start();
    const outcome = await host.ready.then(() => 'it serves', String);
    expect(outcome).toContain(lack);
    await hosts.close();
  });

  test('is reported, and the host serves, where it is done by best effort', async () => {
    const hosts = await ProbeHosts.open({ withoutUids: true, lockdown: 'best-effort' });
    const host = hosts.start();
    expect(await host.ready).toEqual(lockdownLayers.filter((layer) => layer !== 'own-ids'));
    expect(await host.ask('read a file')).toBe('EPERM');
    await hosts.close();
  });
});

test('hosts that are closed leave neither process nor cgroup', async () => {
  const hosts = await ProbeHosts.open();
  const started = [hosts.start(), hosts.start()];
  await Promise.all(started.map((host) => host.ready));
  const pids = started.map((host) => host.process.pid);
  await hosts.close();
  expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
});
