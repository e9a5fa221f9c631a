/**
 * What share of real requests each eviction policy would have served: `NAME.trace.gz` files of a
 * folder, a key a line. `isopod` is what MultiLevelCache's memory uses.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { EvictionPolicy } from '../../coordinator/cache/eviction/eviction-policy.ts';
import { LeadingPolicy } from '../../coordinator/cache/eviction/leading-policy.ts';
import { S3Fifo } from '../../coordinator/cache/eviction/s3-fifo.ts';
import { WTinyLfu } from '../../coordinator/cache/eviction/w-tiny-lfu.ts';
import { type Bench, BenchError, type Metrics } from '../support/bench.ts';
import { beladyHits } from './belady.ts';
import { Lru } from './lru.ts';

/** Where somebody has published figures, for that many keys. */
const countsOf: Readonly<Record<string, number>> = { web12: 512, multi2: 500, loop: 512 };
const usualCount = 512;
const suffix = '.trace.gz';

type Policy = Pick<EvictionPolicy, 'touch' | 'insert'>;

const policies: Readonly<Record<string, (count: number) => Policy>> = {
  lru: (count) => new Lru(count),
  s3_fifo: (count) => new S3Fifo(count, () => {}),
  w_tiny_lfu: (count) => new WTinyLfu(count, count, () => {}),
  isopod: (count) => new LeadingPolicy(count, count, () => {}),
};

export const cacheTraces: Bench = {
  name: 'cache-traces',
  takes: 'DIR',
  summary: 'hit rates of eviction policies on request traces, NAME.trace.gz in DIR',
  open({ given: folder, progress }) {
    const files = readdirSync(folder).filter((name) => name.endsWith(suffix));
    if (files.length === 0) throw new BenchError(`could not find a *${suffix} in ${folder}`);
    const metrics: Record<string, number> = {};
    for (const file of files) {
      const name = file.slice(0, -suffix.length);
      progress(`replaying ${name}`);
      Object.assign(metrics, hitRates(name, readTrace(join(folder, file))));
    }
    // They come out the same every time.
    return Promise.resolve({ round: () => Promise.resolve(metrics) });
  },
};

function readTrace(path: string): string[] {
  const lines = gunzipSync(readFileSync(path)).toString().split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('*'));
}

function hitRates(name: string, keys: readonly string[]): Metrics {
  const count = countsOf[name] ?? usualCount;
  const percent = (hits: number): number => (100 * hits) / keys.length;
  const rates: Record<string, number> = {};
  for (const [policy, make] of Object.entries(policies))
    rates[`${name}_${count}_${policy}_hit_percent`] = percent(hitsOf(make(count), keys));
  rates[`${name}_${count}_optimal_hit_percent`] = percent(beladyHits(keys, count));
  return rates;
}

function hitsOf(policy: Policy, keys: readonly string[]): number {
  let hits = 0;
  for (const key of keys)
    if (policy.touch(key)) hits++;
    else policy.insert(key, 1);
  return hits;
}
