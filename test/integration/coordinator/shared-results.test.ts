import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Execution } from '../../../shared/generated/isopod/v1/Execution.ts';
import { LiveCoordinator } from '../../support/live-coordinator.ts';
import { startPrivatePostgres } from '../../support/services/private-postgres.ts';
import { startPrivateRedis } from '../../support/services/private-redis.ts';
import type { TestService } from '../../support/services/test-service.ts';

let redis: TestService;
let postgres: TestService;

beforeAll(async () => {
  [redis, postgres] = await Promise.all([startPrivateRedis(), startPrivatePostgres()]);
});
afterAll(() => Promise.all([redis.stop(), postgres.stop()]));

function execution(source: string): Execution {
  return { source: { text: source }, determinism: {} };
}

/** The tiers are connected when a result has come from, or gone to, all of them. */
async function started(given: Parameters<typeof LiveCoordinator.start>[0]) {
  const coordinator = await LiveCoordinator.start(given);
  let runs = 0;
  const agent = await coordinator.agent(() => ({ resultJson: String(++runs) }));
  const useOf = async (source: string) => {
    const { outcome } = await coordinator.execute(execution(source)).answer;
    return outcome?.usage?.cacheUse;
  };
  return { coordinator, agent, useOf, runs: () => runs };
}

const both = () => ({ redisUrl: redis.url, databaseUrl: postgres.url });

test('a result is served from L1, L2 or L3, and the outcome says from which', async () => {
  const a = await started(both());
  let tries = 0;
  // Whatever is asked for first may come before the servers are connected.
  await expect.poll(() => a.useOf(`${tries++}`)).toBe('CACHE_USE_MISS');
  const source = `'shared ' + ${tries}`;
  await expect
    .poll(async () => {
      await a.useOf(source);
      const b = await started(both());
      return b.useOf(source);
    })
    .toBe('CACHE_USE_L2');
  expect(await a.useOf(source)).toBe('CACHE_USE_L1');
  const c = await started({ databaseUrl: postgres.url });
  await expect.poll(() => c.useOf(source)).toBe('CACHE_USE_L3');
  expect(c.runs()).toBe(0);
});

test('a thousand identical executions at the same time run once across two coordinators', async () => {
  const [a, b] = [await started(both()), await started(both())];
  const warmUp = async () => [await a.useOf('0'), await b.useOf('0')];
  await expect.poll(warmUp).toEqual(['CACHE_USE_L1', 'CACHE_USE_L1']);
  const before = a.runs() + b.runs();
  const uses = await Promise.all(
    Array.from({ length: 1_000 }, (_, n) => (n % 2 ? a : b).useOf('"the same"')),
  );
  expect(a.runs() + b.runs() - before).toBe(1);
  expect(uses.filter((use) => use === 'CACHE_USE_MISS')).toHaveLength(1);
});

test('coordinators whose servers are not there serve what they hold, and run the rest', async () => {
  const nowhere = { redisUrl: 'redis://127.0.0.1:1', databaseUrl: 'postgres://127.0.0.1:1/x' };
  const { useOf } = await started(nowhere);
  expect(await useOf('1')).toBe('CACHE_USE_MISS');
  expect(await useOf('1')).toBe('CACHE_USE_L1');
});
