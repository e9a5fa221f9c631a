import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EvictionPolicy } from '../../../../../coordinator/cache/eviction/eviction-policy.ts';
import { LeadingPolicy } from '../../../../../coordinator/cache/eviction/leading-policy.ts';
import { S3Fifo } from '../../../../../coordinator/cache/eviction/s3-fifo.ts';
import { WTinyLfu } from '../../../../../coordinator/cache/eviction/w-tiny-lfu.ts';

type Make = (weightMax: number, onEvicted: (key: string) => void) => EvictionPolicy;
const policies: Record<string, Make> = {
  S3Fifo: (weightMax, onEvicted) => new S3Fifo(weightMax, onEvicted),
  WTinyLfu: (weightMax, onEvicted) => new WTinyLfu(weightMax, weightMax, onEvicted),
  LeadingPolicy: (weightMax, onEvicted) => new LeadingPolicy(weightMax, weightMax, onEvicted),
};

/** A store that does as its policy says, and its share of hits on a sequence of keys. */
function hitShare(make: Make, weightMax: number, keys: readonly string[]): number {
  const held = new Set<string>();
  const policy = make(weightMax, (key) => held.delete(key));
  let hits = 0;
  for (const key of keys) {
    policy.touch(key);
    if (held.has(key)) hits++;
    else {
      held.add(key);
      policy.insert(key, 1);
    }
  }
  return hits / keys.length;
}

const times = <T>(count: number, of: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => of(n));

describe.each(Object.entries(policies))('%s', (name, make) => {
  test('holds no more than its bound, and tells each key that goes once', () => {
    const operation = fc.record({
      kind: fc.constantFrom('ask', 'ask', 'ask', 'remove', 'resize' as const),
      key: fc.nat(40).map(String),
      weight: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 300 }), (operations) => {
        const held = new Map<string, number>();
        let weightMax = 30;
        const policy = make(weightMax, (key) => expect(held.delete(key)).toBe(true));
        for (const { kind, key, weight } of operations) {
          if (kind === 'remove') {
            held.delete(key);
            policy.remove(key);
          } else if (kind === 'resize') {
            weightMax = 10 * weight;
            policy.resize(weightMax);
          } else if (!policy.touch(key)) {
            held.set(key, weight);
            policy.insert(key, weight);
          }
          const sum = [...held.values()].reduce((a, b) => a + b, 0);
          expect(sum).toBeLessThanOrEqual(weightMax);
          for (const one of held.keys()) expect(policy.has(one)).toBe(true);
        }
      }),
    );
  });

  test('keeps what is asked for again and again while a scan passes', () => {
    const hot = times(20, (n) => `hot ${n}`);
    const scan = times(4_000, (n) => (n % 4 === 0 ? (hot[(n / 4) % 20] ?? '') : `scanned ${n}`));
    const share = hitShare(make, 100, [...hot, ...hot, ...hot, ...scan]);
    expect(share, name).toBeGreaterThan(0.2);
  });
});

test('LeadingPolicy follows the policy that frequency serves better on a loop larger than it', () => {
  const loop = times(200_000, (n) => `key ${n % 1_000}`);
  expect(hitShare(policies['S3Fifo'] as Make, 500, loop)).toBeLessThan(0.02);
  expect(hitShare(policies['LeadingPolicy'] as Make, 500, loop)).toBeGreaterThan(0.45);
});

test('LeadingPolicy follows the policy that goes by age when what is wanted changes', () => {
  const shifting = times(100_000, (n) => `key ${Math.floor(n / 40) + (n % 20)}`);
  const byAge = hitShare(policies['S3Fifo'] as Make, 100, shifting);
  expect(hitShare(policies['LeadingPolicy'] as Make, 100, shifting)).toBeGreaterThan(byAge - 0.02);
});
