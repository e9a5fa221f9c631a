import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { CgroupInterface } from '../../../../node-agent/pool/cgroup-interface.ts';
import { CgroupMemoryCeilings } from '../../../../node-agent/pool/cgroup-memory-ceilings.ts';

const megabyte = 1024 * 1024;

/** A kernel that is asked for limits, in megabytes, and grants those of at least `needed`. */
function openCeiling(limitMegabytes: number, kernel: { needed: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'isopod-ceilings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const set: number[] = [];
  const files: CgroupInterface = {
    kind: 'cgroup-v1',
    usageFile: 'usage',
    prepare: (host) => writeFileSync(join(host, 'usage'), `${50 * megabyte}`),
    setLimit: (_host, bytes) => {
      set.push(bytes / megabyte);
      if (bytes < kernel.needed * megabyte) throw new Error('EBUSY: device or resource busy');
    },
    wasExceeded: () => false,
  };
  const ceilings = new CgroupMemoryCeilings(files, folder);
  const memoryBytesMax = limitMegabytes * megabyte;
  return { ceiling: ceilings.open({ slot: 0, memoryBytesMax, onExceeded: () => {} }), set };
}

test('CgroupMemoryCeilings lowers a ceiling to what the host does not hold, and raises it', () => {
  const { ceiling, set } = openCeiling(300, { needed: 0 });
  for (const megabytes of [200, 200, 40, 400]) ceiling.setLimit(megabytes * megabyte);
  expect(set).toEqual([300, 200, 400]);
});

test('CgroupMemoryCeilings keeps the ceiling that a host has outgrown while it was lowered', () => {
  const kernel = { needed: 0 };
  const { ceiling, set } = openCeiling(300, kernel);
  kernel.needed = 210;
  ceiling.setLimit(200 * megabyte);
  kernel.needed = 0;
  ceiling.setLimit(200 * megabyte);
  expect(set).toEqual([300, 200, 300, 200]);
});
