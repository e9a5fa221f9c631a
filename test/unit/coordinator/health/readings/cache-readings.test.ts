import { expect, test } from 'vitest';
import { CacheReadings } from '../../../../../coordinator/health/readings/cache-readings.ts';
import { VirtualClock } from '../../../../../shared/time/virtual-clock.ts';

function scenario() {
  const clock = new VirtualClock();
  const counts = { requests: 0, hits: 0 };
  const readings = new CacheReadings({ stats: new Map([['results', counts]]), clock });
  const read = () => [...readings.samples()][0];
  return {
    clock,
    read,
    /** A hundred requests a minute, of which so many are hits; it is looked at all the time. */
    run: async (minutes: number, hits: number): Promise<void> => {
      for (let minute = 0; minute < minutes; minute++) {
        counts.requests += 100;
        counts.hits += hits;
        await clock.advance(60_000);
        read();
      }
    },
  };
}

test('CacheReadings says how far the hit ratio of five minutes is below that of the hour before', async () => {
  const { run, read } = scenario();
  await run(60, 90);
  expect(read()).toMatchObject({
    metric: 'cache_hit_ratio_drop',
    labels: { namespace: 'results' },
  });
  expect(read()?.value).toBeCloseTo(0, 5);
  await run(5, 20);
  expect(read()?.value).toBeCloseTo(0.7, 1);
  // After an hour that is what is usual.
  await run(70, 20);
  expect(read()?.value).toBeCloseTo(0, 5);
});

test('CacheReadings says nothing of a cache that is hardly used, or has just begun', async () => {
  const { clock, run, read } = scenario();
  expect(read()).toBeUndefined();
  await run(4, 90);
  expect(read()).toBeUndefined();
  await run(20, 90);
  expect(read()).toBeDefined();
  await clock.advance(600_000);
  read();
  await clock.advance(600_000);
  expect(read()).toBeUndefined();
});
