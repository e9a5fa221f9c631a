import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockdownLayers } from '../../node-agent/frames/lockdown.ts';
import { leakedDescriptorMin } from '../support/hosts/leaked-descriptor.ts';
import {
  isRoot,
  type ProbeHost,
  ProbeHosts,
  threadStatuses,
  withLeakedDescriptor,
} from '../support/hosts/probe-host-client.ts';

describe('a locked host', () => {
  let hosts: ProbeHosts;
  let host: ProbeHost;
  let layers: readonly string[];

  beforeAll(async () => {
    hosts = await ProbeHosts.open();
    host = withLeakedDescriptor(() => hosts.start());
    layers = await host.ready;
  });
  afterAll(() => hosts.close());

  test('names every layer in force, its own ids where the agent is root', () => {
    expect(layers).toEqual(lockdownLayers.filter((layer) => isRoot || layer !== 'own-ids'));
  });

  test('was started with an empty environment and has one', async () => {
    expect(await host.ask('before')).toMatchObject({ environment: '' });
    expect(await host.ask('environment now')).toEqual({});
  });

  test('has closed a descriptor that leaked into it', async () => {
    expect(await host.ask('before')).toMatchObject({ hadLeakedDescriptor: true });
    expect(await host.ask('open descriptors')).not.toContain(leakedDescriptorMin);
  });

  test('holds the frame socket, the announcement, stdio and what its event loops wait on', async () => {
    const open = (await host.ask('open descriptors')) as number[];
    expect(open.slice(0, 5)).toEqual([0, 1, 2, 3, 4]);
    expect(open.length).toBeLessThan(32);
  });

  test.each([
    'read a file',
    'list a folder',
    'read its own environment',
    'read the memory of the agent',
    'read the status of the agent',
    'connect by network',
    'connect by path',
    'start a program',
    'kill the agent',
    'kill its group',
    'become root',
    'grow the announcement',
  ])('may not %s', async (probe) => {
    expect(await host.ask(probe)).toBe('EPERM');
  });

  test('is refused every system call that is not on the list', async () => {
    const answers = (await host.ask('every other system call')) as Record<string, string>;
    expect(Object.keys(answers).length).toBeGreaterThan(400);
    expect(new Set(Object.values(answers))).toEqual(new Set(['EPERM']));
  });

  test('is refused calls on the list with arguments that reach outside', async () => {
    const { 'clone3, which cannot be examined': clone3, ...others } = (await host.ask(
      'other arguments',
    )) as Record<string, string>;
    expect(clone3).toBe('ENOSYS');
    expect(Object.keys(others)).toHaveLength(7);
    expect(new Set(Object.values(others))).toEqual(new Set(['EPERM']));
  });

  test('does all that an engine does', async () => {
    expect(await host.ask('workloads')).toEqual({
      manyIsolates: 100,
      inPoolThreads: Array.from({ length: 8 }, () => 1e12),
      collected: 20_000,
      webAssembly: 5,
      webAssemblyTrap: 'memory access out of bounds',
      timeout: 'Script execution timed out.',
      disposed: 'Isolate was disposed during execution',
      heapLimit: 'Isolate was disposed during execution due to memory limit',
      intl: '50\u00a0%',
      timeZone: '9:00 AM',
      hmac: '6afa9046',
      uuidLength: 36,
      curves: true,
      pbkdf2: '653cc888',
      gzip: 'text',
      brotli: 'text',
      stripped: 'const a         = 1',
      cpuUs: true,
    });
  });

  test('is under both filters in each of its threads, those of the pools included', async () => {
    await host.ask('workloads');
    const threads = threadStatuses(host.process.pid);
    expect(threads.length).toBeGreaterThan(6);
    for (const status of threads) {
      expect(status.get('Seccomp')).toBe('2');
      expect(Number(status.get('Seccomp_filters'))).toBeGreaterThanOrEqual(2);
      expect(status.get('NoNewPrivs')).toBe('1');
    }
  });

  test('has no capability, and no user or group but its own, in each of its threads', () => {
    // Who is not root has no other ids to give than those it has.
    const uid = hosts.uids?.first ?? process.getuid?.();
    const gid = hosts.uids?.first ?? process.getgid?.();
    const groups = hosts.uids ? ' ' : threadStatuses(process.pid)[0]?.get('Groups');
    const own = {
      CapEff: '0000000000000000',
      CapPrm: '0000000000000000',
      Uid: `${uid}\t${uid}\t${uid}\t${uid}`,
      Gid: `${gid}\t${gid}\t${gid}\t${gid}`,
      Groups: groups,
    };
    for (const status of threadStatuses(host.process.pid)) {
      expect(Object.fromEntries(status)).toMatchObject(own);
    }
  });
});

describe('hosts', () => {
  let hosts: ProbeHosts;
  beforeAll(async () => {
    hosts = await ProbeHosts.open();
  });
  afterAll(() => hosts.close());

  test('are killed for a call of the x32 ABI', async () => {
    const host = hosts.start();
    await host.ready;
    host.tell('another ABI');
    expect(await host.exited).toMatchObject({ killedBy: 'NOBODY', signal: 'SIGSYS' });
  });

  test('that live at the same time have different users, where the agent has some to give', async () => {
    const started = [hosts.start(), hosts.start()];
    await Promise.all(started.map((host) => host.ready));
    const users = new Set(started.map((host) => threadStatuses(host.process.pid)[0]?.get('Uid')));
    expect(users.size).toBe(isRoot ? 2 : 1);
  });
});
