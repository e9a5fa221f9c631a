import { expect, test } from 'vitest';
import { chooseHost, fitOf, type HostOccupancy } from '../../../../node-agent/pool/placing-rule.ts';

const host = (threads: number, slices = 0, parked = 0, usEach = 10): HostOccupancy => {
  return { threads, slices, parked, sliceBacklogUs: slices * usEach };
};
const nobody = (): boolean => false;
const heldBy = (isHeldBy: (it: HostOccupancy) => boolean) => ({ isHeldBy, hasRoomIn: () => true });

test('fitOf lets a THREAD run begin in an empty host and wait behind one other', () => {
  expect(fitOf('THREAD', host(0))).toBe('FREE');
  expect(fitOf('THREAD', host(0, 0, 5))).toBe('FREE');
  expect(fitOf('THREAD', host(1))).toBe('BEHIND');
  expect(fitOf('THREAD', host(0, 100))).toBe('BEHIND');
  expect(fitOf('THREAD', host(2))).toBe('FULL');
});

test('fitOf pipelines SLICE runs, but not behind a THREAD run', () => {
  expect(fitOf('SLICE', host(0, 63))).toBe('FREE');
  expect(fitOf('SLICE', host(0, 64))).toBe('BEHIND');
  expect(fitOf('SLICE', host(0, 128))).toBe('FULL');
  expect(fitOf('SLICE', host(1))).toBe('BEHIND');
  expect(fitOf('SLICE', host(1, 1))).toBe('FULL');
});

test('fitOf bounds what the last of the SLICE runs waits for', () => {
  expect(fitOf('SLICE', host(0, 4, 0, 1_900))).toBe('FREE');
  expect(fitOf('SLICE', host(0, 8, 0, 1_900))).toBe('BEHIND');
  expect(fitOf('SLICE', host(0, 11, 0, 1_900))).toBe('FULL');
});

test('fitOf gives nothing to a host with as many parked runs as it takes', () => {
  expect(fitOf('THREAD', host(0, 0, 32))).toBe('FULL');
  expect(fitOf('SLICE', host(0, 0, 32))).toBe('FULL');
});

test('chooseHost prefers an idle host to one that holds the code', () => {
  const [busy, idle] = [host(1), host(0)];
  expect(
    chooseHost(
      'THREAD',
      [busy, idle],
      heldBy((it) => it === busy),
    ),
  ).toEqual({
    host: idle,
    fit: 'FREE',
  });
});

test('chooseHost prefers the code where the load is near equal, and only there', () => {
  const [warm, cold] = [host(0, 12), host(0, 0)];
  expect(
    chooseHost(
      'SLICE',
      [cold, warm],
      heldBy((it) => it === warm),
    )?.host,
  ).toBe(warm);
  const [crowded, empty] = [host(0, 40), host(0, 0)];
  expect(
    chooseHost(
      'SLICE',
      [crowded, empty],
      heldBy((it) => it === crowded),
    )?.host,
  ).toBe(empty);
});

test('chooseHost takes the least occupied, and none when all are full', () => {
  const hosts = [host(0, 50), host(0, 20), host(0, 30)];
  expect(chooseHost('SLICE', hosts, heldBy(nobody))?.host).toBe(hosts[1]);
  expect(chooseHost('THREAD', [host(2), host(2)], heldBy(nobody))).toBeUndefined();
  expect(chooseHost('THREAD', [], heldBy(nobody))).toBeUndefined();
});

test('chooseHost leaves out a host that has no room for the code', () => {
  const [full, roomy] = [host(0), host(1)];
  const code = { isHeldBy: nobody, hasRoomIn: (it: HostOccupancy) => it === roomy };
  expect(chooseHost('THREAD', [full, roomy], code)?.host).toBe(roomy);
  expect(chooseHost('THREAD', [full], code)).toBeUndefined();
});
