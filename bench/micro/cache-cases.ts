/** What it costs to find a result that is known: its key, and the memory tier. */
import { CacheTiers } from '../../coordinator/cache/cache-tiers.ts';
import { MultiLevelCache } from '../../coordinator/cache/multi-level-cache.ts';
import { resultKey } from '../../coordinator/cache/results/result-key.ts';
import { jsonCodec } from '../../coordinator/cache/value-codec.ts';
import { defaultDeterminism } from '../../shared/execution/determinism.ts';
import { defaultLimits } from '../../shared/execution/limits.ts';
import { programHash } from '../../shared/execution/program-hash.ts';
import { seededRandom } from '../../shared/random/random.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import type { MicroCase } from './micro-case.ts';

const seed = 1;
const keysHeld = 10_000;

async function filledCache(): Promise<MultiLevelCache<number>> {
  const [clock, random] = [systemClock(), seededRandom(seed)];
  const memory = { entriesMax: 2 * keysHeld, bytesMax: 2 ** 26 };
  const tiers = new CacheTiers({ clock, random, memory });
  const cache = new MultiLevelCache<number>({ namespace: 'bench', codec: jsonCodec() }, tiers);
  for (let n = 0; n < keysHeld; n++) await cache.set(`key ${n}`, n);
  return cache;
}

const hit: MicroCase = {
  name: 'cache_hit',
  async setUp() {
    const cache = await filledCache();
    const keys = Array.from({ length: keysHeld }, (_, n) => `key ${n}`);
    let at = 0;
    return () => {
      at = (at + 7) % keysHeld;
      const found = cache.find(keys[at] as string);
      if (!found) throw new Error('could not measure a hit: it is a miss');
      return found;
    };
  },
};

const key: MicroCase = {
  name: 'cache_result_key',
  setUp() {
    const program = {
      source: 'export default ({ a, b }) => a + b;',
      kind: 'AUTO',
      language: 'JAVASCRIPT',
      fileName: 'main.js',
    } as const;
    const execution = {
      tenantId: 'default',
      program: { ...program, hash: programHash(program) },
      limits: defaultLimits,
      isolation: 'FRESH' as const,
      isIdempotent: false,
      inputJson: '{"a":1,"b":2}',
      determinism: defaultDeterminism,
    };
    return () => resultKey(execution, '0.1.0 26.0.0 15.0 webassembly eval');
  },
};

export const cacheCases: readonly MicroCase[] = [hit, key];
