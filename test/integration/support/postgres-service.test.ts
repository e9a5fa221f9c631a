import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { takeGivenPostgres } from '../../support/services/given-postgres.ts';
import { postgresIdentities } from '../../support/services/postgres-identity.ts';
import { machinePostgres, npmPostgres } from '../../support/services/postgres-programs.ts';
import { startPostgres } from '../../support/services/postgres-service.ts';
import { startPrivatePostgres } from '../../support/services/private-postgres.ts';

async function clientOf(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server that goes away tells its clients so.
  client.on('error', () => {});
  onTestFinished(() => client.end().catch(() => {}));
  await client.connect();
  return client;
}

const programs = [
  { origin: "this machine's", found: machinePostgres() },
  { origin: "the npm package's", found: npmPostgres() },
];
const starts = programs.flatMap(({ origin, found }) =>
  found ? postgresIdentities().map((identity) => ({ origin, found, identity })) : [],
);

test('the npm package has a Postgres for this machine', () => {
  expect(npmPostgres()).toBeDefined();
});

test.each(starts)(
  'startPrivatePostgres starts $origin server, as "$identity.prefix"',
  async ({ found, identity }) => {
    const service = await startPrivatePostgres(found, identity);
    onTestFinished(() => service.stop());
    const client = await clientOf(service.url);

    await client.query('create table note (text text)');
    await client.query("insert into note values ('kept')");
    expect((await client.query('select text from note')).rows).toEqual([{ text: 'kept' }]);
  },
);

test('startPrivatePostgres starts programs that lie where only their owner may go', async () => {
  const found = npmPostgres();
  if (!found) throw new Error('the npm package has no Postgres for this machine');
  const closed = mkdtempSync(join(tmpdir(), 'isopod-closed-'));
  onTestFinished(() => rmSync(closed, { recursive: true }));
  const copy = join(closed, 'native');
  cpSync(dirname(dirname(found.postgres)), copy, { recursive: true, verbatimSymlinks: true });
  const unreachable = { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres') };

  // The last resort is the identity with the least rights.
  const service = await startPrivatePostgres(unreachable, postgresIdentities().at(-1));
  onTestFinished(() => service.stop());
  expect((await (await clientOf(service.url)).query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('startPostgres gives each caller a database that the other does not see', async () => {
  const services = await Promise.all([startPostgres(), startPostgres()]);
  onTestFinished(async () => void (await Promise.all(services.map((service) => service.stop()))));
  const [first, second] = services;
  await (await clientOf(first.url)).query('create table note (text text)');

  const seen = await (await clientOf(second.url)).query("select to_regclass('note') as note");
  expect(seen.rows).toEqual([{ note: null }]);
});

test('a stopped private Postgres does not answer any more, and may be stopped again', async () => {
  const service = await startPrivatePostgres();
  const client = await clientOf(service.url);
  await service.stop();
  await service.stop();
  await expect(client.query('select 1')).rejects.toThrow(/not queryable|terminated/);
  await expect(clientOf(service.url)).rejects.toThrow('ECONNREFUSED');
});

test('takeGivenPostgres creates a database, and drops it although somebody is connected', async () => {
  const server = await startPrivatePostgres();
  onTestFinished(() => server.stop());
  const owner = await clientOf(server.url);
  const names = async () => {
    const { rows } = await owner.query<{ datname: string }>('select datname from pg_database');
    return rows.map(({ datname }) => datname).filter((name) => name.startsWith('isopod_test_'));
  };

  const service = await takeGivenPostgres(server.url);
  await (await clientOf(service.url)).query('create table note (text text)');
  expect(await names()).toEqual([new URL(service.url).pathname.slice(1)]);
  await service.stop();
  expect(await names()).toEqual([]);
  await service.stop();
});
