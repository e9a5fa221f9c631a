import { expect, test } from 'vitest';
import {
  garbageCollector,
  RestCollection,
} from '../../../../node-agent/telemetry/rest-collection.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

const restMs = 10_000;

test('RestCollection collects once for each time the agent comes to rest', async () => {
  const clock = new VirtualClock();
  let runs = 1;
  let collections = 0;
  using _rest = new RestCollection(
    clock,
    () => runs,
    () => collections++,
  );
  await clock.advance(10 * restMs);
  expect(collections).toBe(0);
  runs = 0;
  await clock.advance(10 * restMs);
  expect(collections).toBe(1);
  runs = 1;
  await clock.advance(restMs);
  runs = 0;
  await clock.advance(10 * restMs);
  expect(collections).toBe(2);
});

test('RestCollection looks no more when it is disposed', async () => {
  const clock = new VirtualClock();
  let collections = 0;
  new RestCollection(
    clock,
    () => 0,
    () => collections++,
  )[Symbol.dispose]();
  await clock.advance(10 * restMs);
  expect(collections).toBe(0);
});

test('garbageCollector gives back what is garbage', () => {
  const collect = garbageCollector();
  const megabytes = (): number => process.memoryUsage().arrayBuffers / 2 ** 20;
  const before = megabytes();
  for (let count = 0; count < 50; count++) Buffer.alloc(2 ** 20);
  collect();
  expect(megabytes() - before).toBeLessThan(10);
});
