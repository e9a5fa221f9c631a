import { expect, test } from 'vitest';
import { parseMemoryUse, treeMemory } from '../../../../bench/support/process-memory.ts';

test('parseMemoryUse reads what a process takes, and what it has', () => {
  const rollup = `55f0-7fff ---p 00000000 00:00 0    [rollup]
Rss:               52340 kB
Pss:               17234 kB
Pss_Dirty:         12000 kB
Shared_Clean:      30000 kB
`;
  expect(parseMemoryUse(rollup)).toEqual({ rssBytes: 52_340 * 1024, pssBytes: 17_234 * 1024 });
});

test('parseMemoryUse takes an ending process, which has none, for nothing', () => {
  expect(parseMemoryUse('')).toEqual({ rssBytes: 0, pssBytes: 0 });
});

test('treeMemory of a process is what it takes at least', () => {
  const { pssBytes, rssBytes } = treeMemory(process.pid);
  expect(pssBytes).toBeGreaterThan(2 ** 20);
  expect(rssBytes).toBeGreaterThanOrEqual(pssBytes);
});
