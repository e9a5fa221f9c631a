import { expect, test } from 'vitest';
import { breakerConfig } from '../../../../coordinator/resilience/breaker-config.ts';
import { NodeGuards } from '../../../../coordinator/resilience/node-guards.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

function makeGuards() {
  const clock = new VirtualClock();
  const guards = new NodeGuards(breakerConfig(), { clock, random: seededRandom(1) });
  const names = (): string[] => [...guards.breakers].map(({ name }) => name);
  return { clock, guards, names };
}

const capacity = { runsMax: 10, hostsMax: 2 };

test('NodeGuards knows a node again that comes back with a bad record', () => {
  const { guards, names } = makeGuards();
  const guard = guards.join('a', capacity);
  guard.lost('interactive', guard.began('interactive', 1_000));
  guards.leave(guard);
  expect(names()).toEqual(['node/a']);
  expect(guards.join('a', capacity).breaker).toBe(guard.breaker);
});

test('NodeGuards forgets a node that has left, of which nothing bad is known', () => {
  const { guards, names } = makeGuards();
  const guard = guards.join('a', capacity);
  guards.leave(guard);
  guards.leave(guard);
  expect(names()).toEqual([]);
});

test('NodeGuards keeps the breaker of a node that has dialled anew before it left', () => {
  const { guards, names } = makeGuards();
  const older = guards.join('a', capacity);
  const newer = guards.join('a', capacity);
  guards.leave(older);
  expect(names()).toEqual(['node/a']);
  expect(newer.breaker).toBe(older.breaker);
});

test('NodeGuards offers a node that is restored its part of what comes, by its capacity', async () => {
  const { clock, guards } = makeGuards();
  const guard = guards.join('small', { runsMax: 10, hostsMax: 2 });
  guards.join('large', { runsMax: 30, hostsMax: 2 });
  guard.violated();
  await clock.advance(6_000);
  for (let trial = 0; trial < 5; trial++) guard.breaker.settle(guard.breaker.acquire(), 'good', 1);
  expect(guard.breaker.snapshot()).toMatchObject({ state: 'CLOSED', percentAdmitted: 10 });
  let runs = 0;
  for (let arrival = 0; arrival < 400; arrival++) {
    guards.arrived();
    if (!guard.admits('interactive')) continue;
    guard.began('interactive', 1_000);
    runs++;
  }
  expect(runs).toBe(10);
});
