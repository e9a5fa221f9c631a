import { expect, test } from 'vitest';
import { HostCeiling } from '../../../../node-agent/pool/host-ceiling.ts';
import type { HostPort } from '../../../../node-agent/pool/host-port.ts';

const megabyte = 2 ** 20;

function ceilingOf(megabytesMax: number) {
  const set: number[] = [];
  const port = { setMemoryCeiling: (bytes) => set.push(bytes / megabyte) } as Partial<HostPort>;
  return { set, ceiling: new HostCeiling(port as HostPort, megabytesMax * megabyte) };
}

test('HostCeiling is raised at once to what the runs need beside the process itself', () => {
  const { set, ceiling } = ceilingOf(1500);
  ceiling.raiseFor(64 * megabyte);
  ceiling.raiseFor(32 * megabyte);
  ceiling.raiseFor(128 * megabyte);
  expect(set).toEqual([320, 384]);
});

test('HostCeiling never goes above what a host may have', () => {
  const { set, ceiling } = ceilingOf(1500);
  ceiling.raiseFor(4096 * megabyte);
  expect(set).toEqual([1500]);
});

test('HostCeiling is lowered only when nothing has needed as much for a while', () => {
  const { set, ceiling } = ceilingOf(1500);
  ceiling.raiseFor(512 * megabyte);
  ceiling.lowerTo(64 * megabyte, 1_000);
  ceiling.lowerTo(64 * megabyte, 1_400);
  expect(set).toEqual([768]);
  ceiling.lowerTo(64 * megabyte, 1_500);
  expect(set).toEqual([768, 320]);
});
