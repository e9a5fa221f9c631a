import { existsSync, readdirSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { findMemoryCgroupMount } from '../../node-agent/pool/cgroup-folder.ts';
import { chooseMemoryCeilings } from '../../node-agent/pool/choose-memory-ceilings.ts';
import type { MemoryCeilings } from '../../node-agent/pool/memory-ceiling.ts';
import { ResidentMemoryCeilings } from '../../node-agent/pool/resident-memory-ceilings.ts';
import { newId } from '../../shared/random/system-random.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { ProbeHosts } from '../support/hosts/probe-host-client.ts';

const megabyte = 1024 * 1024;
const clock = systemClock();

/** The kind this machine offers, and the one that every machine does. */
const kinds: readonly (readonly [string, () => MemoryCeilings])[] = [
  ['the ceiling chosen on this machine', () => chooseMemoryCeilings(newId(), clock).ceilings],
  ['the ceiling that watches', () => new ResidentMemoryCeilings(clock)],
];

describe.each(kinds)('%s', (_name, makeCeilings) => {
  let hosts: ProbeHosts;
  afterEach(() => hosts.close());

  test('ends a host that eats memory, says so, and leaves its neighbour alone', async () => {
    hosts = await ProbeHosts.open({ ceilings: makeCeilings() });
    const [glutton, neighbour] = [hosts.start(), hosts.start()];
    await Promise.all([glutton.ready, neighbour.ready]);
    glutton.tell('eat memory');
    expect(await glutton.exited).toMatchObject({
      killedBy: 'MEMORY_CEILING',
      signal: 'SIGKILL',
    });
    expect(await neighbour.ask('read a file')).toBe('EPERM');
  });

  test('can be lowered and raised while the host runs', async () => {
    hosts = await ProbeHosts.open({ ceilings: makeCeilings() });
    const host = hosts.start();
    await host.ready;
    host.process.setMemoryCeiling(150 * megabyte);
    expect(await host.ask('hold 200 MB')).toMatchObject({ killedBy: 'MEMORY_CEILING' });

    const other = hosts.start();
    await other.ready;
    other.process.setMemoryCeiling(150 * megabyte);
    other.process.setMemoryCeiling(600 * megabyte);
    expect(await other.ask('hold 200 MB')).toBe(200 * megabyte);
  });

  test('is not set below what the host holds already', async () => {
    hosts = await ProbeHosts.open({ ceilings: makeCeilings() });
    const host = hosts.start();
    await host.ready;
    await host.ask('hold 200 MB');
    host.process.setMemoryCeiling(150 * megabyte);
    expect(await host.ask('read a file')).toBe('EPERM');
  });

  test('does not claim a host that was killed for another reason', async () => {
    hosts = await ProbeHosts.open({ ceilings: makeCeilings() });
    const host = hosts.start();
    await host.ready;
    host.process.kill();
    expect(await host.exited).toMatchObject({ killedBy: 'OWNER' });
  });
});

test('chooseMemoryCeilings says why it did not take a better kind, and leaves nothing behind', () => {
  const { ceilings, refusals } = chooseMemoryCeilings(newId(), clock);
  const order = ['cgroup-v2', 'cgroup-v1', 'resident-watch'];
  expect(refusals.map(({ kind }) => kind)).toEqual(order.slice(0, order.indexOf(ceilings.kind)));
  for (const { reason } of refusals) expect(reason).not.toBe('');
  ceilings.close();
  const folders = (['v1', 'v2'] as const)
    .flatMap((version) => findMemoryCgroupMount(version)?.candidates ?? [])
    .filter((folder) => existsSync(folder));
  const own = folders.flatMap((folder) => {
    return readdirSync(folder).filter((name) => name.startsWith(`isopod-${process.pid}-`));
  });
  expect(own).toEqual([]);
});
