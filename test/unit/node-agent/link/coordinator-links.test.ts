import type { LookupAddress } from 'node:dns';
import { expect, test } from 'vitest';
import { CoordinatorLinks } from '../../../../node-agent/link/coordinator-links.ts';
import { silentLogger } from '../../../../shared/telemetry/logger.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

type Replacement = Parameters<ConstructorParameters<typeof CoordinatorLinks>[0]['open']>[2];

class ScriptedLink {
  readonly address: string;
  readonly coordinator: string;
  readonly replacement: Replacement;
  isDraining = false;
  isClosed = false;

  constructor(address: string, coordinator: string, replacement: Replacement) {
    this.address = address;
    this.coordinator = coordinator;
    this.replacement = replacement;
  }

  drain(): void {
    this.isDraining = true;
  }

  close(): void {
    this.isClosed = true;
  }
}

/** Names, what they resolve to now, and the links that were opened. */
function scenario(coordinators: string[], names: Record<string, LookupAddress[]> = {}) {
  const clock = new VirtualClock();
  const opened: ScriptedLink[] = [];
  const links = new CoordinatorLinks({
    coordinators,
    open: (address, coordinator, replacement) => {
      const link = new ScriptedLink(address, coordinator, replacement);
      opened.push(link);
      return link;
    },
    lookup: async (host) => {
      if (host === 'hangs') return new Promise(() => {});
      const found = names[host];
      if (!found) throw new Error(`no such name: ${host}`);
      return found;
    },
    clock,
    logger: silentLogger,
  });
  const addresses = (): string[] => opened.map(({ address }) => address);
  return { clock, opened, links, names, addresses };
}

function v4(...addresses: string[]): LookupAddress[] {
  return addresses.map((address) => ({ address, family: 4 }));
}

test('CoordinatorLinks opens a link to each address that is named', async () => {
  const { clock, addresses } = scenario(['127.0.0.1:1', '[::1]:2', '127.0.0.1:1']);
  await clock.advance(0);
  expect(addresses()).toEqual(['127.0.0.1:1', '[::1]:2']);
});

test('CoordinatorLinks opens a link to every address of a name', async () => {
  const names = { pods: [...v4('10.0.0.1', '10.0.0.2'), { address: 'fd00::1', family: 6 }] };
  const { clock, addresses } = scenario(['pods:50051'], names);
  await clock.advance(0);
  expect(addresses()).toEqual(['10.0.0.1:50051', '10.0.0.2:50051', '[fd00::1]:50051']);
});

test('CoordinatorLinks resolves again every 30 s, and drains what is gone', async () => {
  const { clock, opened, names, addresses } = scenario(['pods:1'], { pods: v4('10.0.0.1') });
  await clock.advance(29_999);
  names['pods'] = v4('10.0.0.2');
  expect(addresses()).toHaveLength(1);
  await clock.advance(1);
  expect(addresses()).toEqual(['10.0.0.1:1', '10.0.0.2:1']);
  expect(opened.map(({ isDraining }) => isDraining)).toEqual([true, false]);
});

test('CoordinatorLinks opens a link anew to an address that is back, once the old one closed', async () => {
  const { clock, opened, names, addresses } = scenario(['pods:1'], { pods: v4('10.0.0.1') });
  await clock.advance(0);
  names['pods'] = [];
  await clock.advance(30_000);
  names['pods'] = v4('10.0.0.1');
  await clock.advance(30_000);
  expect(addresses()).toHaveLength(1);
  opened[0]?.close();
  await clock.advance(30_000);
  expect(addresses()).toEqual(['10.0.0.1:1', '10.0.0.1:1']);
});

test('CoordinatorLinks keeps what it has while a name does not resolve, and tries sooner', async () => {
  const { clock, opened, names, addresses } = scenario(['pods:1', '127.0.0.1:1'], {
    pods: v4('10.0.0.1'),
  });
  await clock.advance(0);
  delete names['pods'];
  await clock.advance(30_000);
  expect(opened.some(({ isDraining }) => isDraining)).toBe(false);
  names['pods'] = v4('10.0.0.1', '10.0.0.2');
  await clock.advance(1_000);
  expect(addresses().toSorted()).toEqual(['10.0.0.1:1', '10.0.0.2:1', '127.0.0.1:1']);
});

test('CoordinatorLinks does not wait with one name for another', async () => {
  const { clock, addresses } = scenario(['hangs:1', 'pods:1'], { pods: v4('10.0.0.1') });
  await clock.advance(0);
  expect(addresses()).toEqual(['10.0.0.1:1']);
});

test('CoordinatorLinks that drains waits for every link', async () => {
  const { clock, opened, links } = scenario(['127.0.0.1:1', '127.0.0.1:2']);
  await clock.advance(0);
  let isDrained = false;
  const drained = links.drain(10_000).then(() => {
    isDrained = true;
  });
  expect(opened.map(({ isDraining }) => isDraining)).toEqual([true, true]);
  opened[0]?.close();
  await clock.advance(1_000);
  expect(isDrained).toBe(false);
  opened[1]?.close();
  await clock.advance(20);
  await drained;
  expect(clock.timersPending).toBe(0);
});

test('CoordinatorLinks closes what has not finished after the grace', async () => {
  const { clock, opened, links } = scenario(['127.0.0.1:1']);
  await clock.advance(0);
  const drained = links.drain(500);
  await clock.advance(520);
  await drained;
  expect(opened[0]?.isClosed).toBe(true);
});

test('CoordinatorLinks that drains while it resolves opens nothing more', async () => {
  const { clock, links, addresses } = scenario(['pods:1'], { pods: v4('10.0.0.1') });
  await links.drain(0);
  await clock.advance(60_000);
  expect(addresses()).toEqual([]);
  expect(clock.timersPending).toBe(0);
});

test('CoordinatorLinks opens a link in the place of one, which drains when that has joined', async () => {
  const { clock, opened } = scenario(['pod:1'], { pod: v4('10.0.0.1') });
  await clock.advance(0);
  const [older] = opened;
  older?.replacement.replaceMe();
  const [, newer] = opened;
  expect(newer).toMatchObject({ address: '10.0.0.1:1', coordinator: 'pod:1' });
  expect([older?.replacement.isRenewal(), newer?.replacement.isRenewal()]).toEqual([false, true]);
  expect(older?.isDraining).toBe(false);
  newer?.replacement.joined();
  expect(older?.isDraining).toBe(true);
  older?.close();
  expect(newer?.replacement.isRenewal()).toBe(false);
  await clock.advance(60_000);
  expect(opened).toHaveLength(2);
});

test('CoordinatorLinks that drains waits for links whose places were taken, too', async () => {
  const { clock, opened, links } = scenario(['127.0.0.1:1']);
  await clock.advance(0);
  opened[0]?.replacement.replaceMe();
  const drained = links.drain(1_000);
  expect(opened.map(({ isDraining }) => isDraining)).toEqual([true, true]);
  opened[1]?.replacement.replaceMe();
  expect(opened).toHaveLength(2);
  await clock.advance(1_020);
  await drained;
  expect(opened.map(({ isClosed }) => isClosed)).toEqual([true, true]);
});
