import { expect, test } from 'vitest';
import {
  findBase,
  HostUids,
  hostUidBase,
  mayKillOtherUsers,
  uidsPerAgent,
} from '../../../../node-agent/pool/host-uids.ts';

/** A base that no agent on this machine uses. */
const testBase = 3_000_000_000;

test('HostUids gives two agents of one machine different ranges', async () => {
  const one = await HostUids.claim(testBase);
  const other = await HostUids.claim(testBase);
  expect([one.first, other.first]).toEqual([testBase, testBase + uidsPerAgent]);
  await Promise.all([one.release(), other.release()]);
});

test('HostUids gives a range again that was released', async () => {
  const one = await HostUids.claim(testBase);
  await one.release();
  const again = await HostUids.claim(testBase);
  expect(again.first).toBe(testBase);
  await again.release();
});

test('HostUids has one user and group for each slot, and none beyond', async () => {
  const uids = await HostUids.claim(testBase);
  expect(uids.idsOf(3)).toEqual({ uid: uids.first + 3, gid: uids.first + 3 });
  expect(() => uids.idsOf(uidsPerAgent)).toThrow(RangeError);
  expect(() => uids.idsOf(-1)).toThrow(RangeError);
  await uids.release();
});

test('findBase takes the usual base where all users are mapped', () => {
  expect(findBase('         0          0 4294967295\n')).toBe(hostUidBase);
});

test('findBase takes the upper end of a smaller map', () => {
  const base = findBase('0 1000 1\n1 100000 65536\n');
  expect(base).toBe(65_537 - 64 * uidsPerAgent);
});

test('findBase refuses a namespace with hardly any users', () => {
  expect(() => findBase('0 1000 1\n')).toThrow('Too few users');
});

test('mayKillOtherUsers looks for CAP_KILL among what is in force', () => {
  const status = (capEff: string): string =>
    `Name:\tnode\nCapPrm:\t000001ffffffffff\nCapEff:\t${capEff}\nCapBnd:\t000001ffffffffff\n`;
  expect(mayKillOtherUsers(status('000001ffffffffff'))).toBe(true);
  expect(mayKillOtherUsers(status('0000000000000020'))).toBe(true);
  expect(mayKillOtherUsers(status('00000000000000c0'))).toBe(false);
  expect(mayKillOtherUsers(status('0000000000000000'))).toBe(false);
  expect(mayKillOtherUsers('')).toBe(false);
});
