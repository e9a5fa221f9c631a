import { expect, test } from 'vitest';
import { CacheStats } from '../../../../coordinator/cache/cache-stats.ts';
import { marksOf, tierKey } from '../../../../coordinator/cache/invalidation.ts';
import { MarkTable } from '../../../../coordinator/cache/mark-table.ts';
import { type MemoryEntry, MemoryTier } from '../../../../coordinator/cache/memory-tier.ts';

function scenario(bounds = { entriesMax: 64, bytesMax: 2 ** 20 }) {
  const marks = new MarkTable();
  const stats = new CacheStats();
  const tier = new MemoryTier(bounds, marks);
  const put = (key: string, given: Partial<MemoryEntry> = {}) => {
    const namespace = given.namespace ?? 'users';
    return tier.set({
      namespace,
      key,
      policyKey: tierKey(namespace, key),
      answer: { value: key, source: 'L1', isStale: false },
      bytes: 10,
      marks: marksOf(namespace, key, []),
      sequence: marks.sequence,
      freshUntilMs: 1_000,
      keptUntilMs: 1_000,
      madeInMs: 1,
      retryAtMs: 0,
      stats,
      ...given,
    });
  };
  return { tier, marks, counts: stats.tiers.L1, put };
}

test('MemoryTier keeps namespaces apart, also where a key holds what parts them', () => {
  const { tier, put } = scenario();
  put('a:b');
  put('b', { namespace: 'users-a' });
  expect(tier.get('users', 'a:b', 0)?.answer.value).toBe('a:b');
  expect(tier.get('users-a', 'b', 0)?.answer.value).toBe('b');
  expect(tier.get('users', 'b', 0)).toBeUndefined();
});

test('MemoryTier holds no more than its bounds, whatever its keys are like', () => {
  const { tier, counts, put } = scenario();
  for (let n = 0; n < 500; n++) put(`a:key:with:parts:${n}`);
  expect(tier.entries).toBe(64);
  expect(counts).toMatchObject({ entries: 64, bytes: 640 });
  expect(counts.evictions.CAPACITY).toBe(436);
  for (let n = 0; n < 100; n++) put(`large ${n}`, { bytes: 50_000 });
  expect(tier.bytes).toBeLessThanOrEqual(2 ** 20);
  expect(tier.entries).toBeLessThanOrEqual(20);
});

test('MemoryTier lets what is over a twentieth of it go round it', () => {
  const { tier, put } = scenario();
  expect(put('large', { bytes: 2 ** 20 / 20 })).toBe(false);
  expect(tier.entries).toBe(0);
});

test('MemoryTier takes nothing that is out of date already', () => {
  const { tier, marks, put } = scenario();
  const { sequence } = marks;
  marks.raise('n:users');
  expect(put('key', { sequence })).toBe(false);
  expect(tier.entries).toBe(0);
});

test('MemoryTier sweeps out what nobody can get any more, some at a time', () => {
  const { tier, marks, counts, put } = scenario({ entriesMax: 8_192, bytesMax: 2 ** 24 });
  for (let n = 0; n < 3_000; n++) put(`key ${n}`);
  put('gone', { namespace: 'others', keptUntilMs: 9_000 });
  put('stays', { keptUntilMs: 9_000 });
  marks.raise('n:others');
  tier.sweep(1_000);
  expect(tier.entries).toBe(1_002);
  tier.sweep(1_000);
  expect(tier.entries).toBe(1);
  expect(counts.evictions).toMatchObject({ EXPIRED: 3_000, INVALIDATED: 1 });
});

test('MemoryTier gives room back, and takes it again', () => {
  const { tier, put } = scenario();
  for (let n = 0; n < 100; n++) put(`key ${n}`);
  tier.resize(0.25);
  expect(tier.entries).toBe(16);
  tier.resize(1);
  for (let n = 0; n < 100; n++) put(`key ${n}`);
  expect(tier.entries).toBe(64);
});
