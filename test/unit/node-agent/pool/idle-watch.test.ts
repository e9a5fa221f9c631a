import { expect, test } from 'vitest';
import { excessAtRest, IdleWatch } from '../../../../node-agent/pool/idle-watch.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

function watched(busyLooks = 1) {
  const clock = new VirtualClock({ nowMs: 1_000 });
  const host = { cpuUs: 0 as number | undefined, excess: undefined as string | undefined };
  const found: string[] = [];
  const watch = new IdleWatch(clock, {
    cpuUs: () => host.cpuUs,
    excess: () => host.excess,
    found: (what) => found.push(what),
    busyLooks,
  });
  return { clock, host, found, watch };
}

test('IdleWatch finds a host that goes on computing, once', async () => {
  const { clock, host, found, watch } = watched();
  watch.begin();
  for (let second = 0; second < 5; second++) {
    host.cpuUs = (host.cpuUs ?? 0) + 900_000;
    await clock.advance(1_000);
  }
  expect(found).toEqual(['computed for 900 ms']);
  expect(clock.timersPending).toBe(0);
});

test('IdleWatch that is patient finds what computes at so many looks in a row', async () => {
  const { clock, host, found, watch } = watched(3);
  const lookAfter = async (cpuUs: number) => {
    host.cpuUs = (host.cpuUs ?? 0) + cpuUs;
    await clock.advance(1_000);
  };
  watch.begin();
  for (const cpuUs of [0, 900_000, 900_000, 100_000, 900_000, 900_000]) await lookAfter(cpuUs);
  expect(found).toEqual([]);
  await lookAfter(900_000);
  expect(found).toEqual(['computed for 900 ms']);
});

test('IdleWatch lets a host finish what it had begun, and prepare', async () => {
  const { clock, host, found, watch } = watched();
  watch.begin();
  host.cpuUs = 900_000;
  await clock.advance(1_500);
  for (let second = 0; second < 5; second++) {
    host.cpuUs += 400_000;
    await clock.advance(1_000);
  }
  expect(found).toEqual([]);
});

test('IdleWatch looks no more when the host is used or gone', async () => {
  const { clock, host, found, watch } = watched();
  watch.begin();
  host.cpuUs = undefined;
  await clock.advance(2_500);
  watch.end();
  host.cpuUs = 10_000_000;
  await clock.advance(5_000);
  expect(found).toEqual([]);
  expect(clock.timersPending).toBe(0);
});

test('IdleWatch finds a host that holds too much once it has rested', async () => {
  const { clock, host, found, watch } = watched();
  host.excess = 'held 200 MB';
  watch.begin();
  await clock.advance(9_000);
  expect(found).toEqual([]);
  await clock.advance(2_000);
  expect(found).toEqual(['held 200 MB']);
  expect(clock.timersPending).toBe(0);
});

test('IdleWatch counts the rest of a host anew each time it is used', async () => {
  const { clock, host, found, watch } = watched();
  host.excess = 'held 200 MB';
  for (let use = 0; use < 5; use++) {
    watch.begin();
    await clock.advance(8_000);
    watch.end();
  }
  expect(found).toEqual([]);
});

test('excessAtRest lets a host keep what its warm isolates may take', () => {
  const megabyte = 2 ** 20;
  expect(excessAtRest(90 * megabyte, 0)).toBeUndefined();
  expect(excessAtRest(150 * megabyte, 0)).toBe('held 150 MB');
  expect(excessAtRest(150 * megabyte, 40 * megabyte)).toBeUndefined();
});
