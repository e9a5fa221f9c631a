import { Client } from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { PostgresPool } from '../../../../coordinator/cache/postgres/postgres-pool.ts';
import { systemRandom } from '../../../../shared/random/system-random.ts';
import { systemClock } from '../../../../shared/time/system-clock.ts';
import { startPrivatePostgres } from '../../../support/services/private-postgres.ts';
import type { TestService } from '../../../support/services/test-service.ts';

let postgres: TestService;

beforeAll(async () => {
  postgres = await startPrivatePostgres();
});
afterAll(() => postgres.stop());

function open(connectionsMax: number, waitMsMax: number): PostgresPool {
  const pool = new PostgresPool({
    url: postgres.url,
    clock: systemClock(),
    random: systemRandom(),
    waitMsMax,
    connectionsMax,
    troubled: () => {},
  });
  onTestFinished(() => pool.close());
  return pool;
}

const wait = (pool: PostgresPool, seconds: number) =>
  pool.query('wait', 'select pg_sleep($1)', [seconds]);

test('PostgresPool has no more connections than it may, uses them again, and waits only so long', async () => {
  const pool = open(2, 300);
  await wait(pool, 0);
  const waits = Array.from({ length: 12 }, () => wait(pool, 0.1));
  const ended = await Promise.allSettled(waits);
  const served = ended.filter(({ status }) => status === 'fulfilled').length;
  expect(served).toBeGreaterThanOrEqual(2);
  expect(served).toBeLessThan(12);
  const { rows } = await pool.query('count', connectionsStatement, []);
  expect(Number(rows[0]?.['count'])).toBeLessThanOrEqual(2);
});

test('PostgresPool leaves a fifth of the server’s connections to others', async () => {
  const admin = new Client(postgres.url);
  await admin.connect();
  onTestFinished(() => admin.end());
  const free = await admin.query<{ free: number }>(
    "select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as free",
  );
  const pool = open(1_000, 10_000);
  await wait(pool, 0);
  await Promise.all(Array.from({ length: 150 }, () => wait(pool, 0.02)));
  const { rows } = await admin.query<{ count: string }>(connectionsStatement);
  const most = 0.8 * Number(free.rows[0]?.free);
  expect(Number(rows[0]?.count)).toBeLessThanOrEqual(most);
});

const connectionsStatement =
  "select count(*) from pg_stat_activity where application_name = 'isopod-cache'";
