/**
 * A part of a Postgres that somebody runs (DATABASE_URL), for one suite: a database with a random
 * name, dropped when the suite stops it. The user of the address must be allowed to create
 * databases; nothing else in that server is touched. A suite that is killed leaves its database.
 */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { TestService } from './test-service.ts';

export async function takeGivenPostgres(url: string): Promise<TestService> {
  const name = `isopod_test_${randomBytes(8).toString('hex')}`;
  await query(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    url: own.href,
    stop: () => query(url, `drop database if exists ${name} with (force)`),
  };
}

async function query(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
