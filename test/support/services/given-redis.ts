/**
 * A part of a Redis that somebody runs (REDIS_URL), for one suite: a numbered database.
 *
 * A database is taken when it is empty, or when a test has used it before; it is emptied when it
 * is given back. Database 0 is never taken: in it lie the leases, and a set of the numbers that
 * tests have used. Whatever others keep in that Redis stays. Channels know no databases: suites
 * that publish put something random in their names.
 */
import { Redis } from 'ioredis';
import { newToken } from '../../../shared/random/system-random.ts';
import type { TestService } from './test-service.ts';

const leaseMs = 60 * 60 * 1000;
const usedKey = 'isopod-test:databases-used';
const leaseKey = (database: number) => `isopod-test:lease:${database}`;
/** Nobody configures more. */
const databasesMax = 64;

export async function takeGivenRedis(url: string): Promise<TestService> {
  const leases = new Redis(url, { db: 0, maxRetriesPerRequest: 3 });
  try {
    for (let database = 1; database < databasesMax; database++) {
      const token = newToken();
      if (!(await leases.set(leaseKey(database), token, 'PX', leaseMs, 'NX'))) continue;
      const lease = new DatabaseLease(url, leases, database);
      if (await lease.claim()) return lease;
    }
    throw new Error(`no empty database left in the Redis of REDIS_URL: ${databasesMax} are taken`);
  } catch (error) {
    leases.disconnect();
    throw error;
  }
}

class DatabaseLease implements TestService {
  readonly url: string;
  readonly #leases: Redis;
  readonly #database: number;
  #isGivenBack = false;

  constructor(url: string, leases: Redis, database: number) {
    const own = new URL(url);
    own.pathname = `/${database}`;
    this.url = own.href;
    this.#leases = leases;
    this.#database = database;
  }

  /** Makes the database ours and empty, or lets go of it when it holds what is not a test's. */
  async claim(): Promise<boolean> {
    const isOurs = await this.#withDatabase(async (client) => {
      const wasUsed = await this.#leases.sismember(usedKey, this.#database);
      if (wasUsed === 0 && (await client.dbsize()) > 0) return false;
      await this.#leases.sadd(usedKey, this.#database);
      await client.flushdb();
      return true;
    });
    if (!isOurs) await this.#leases.del(leaseKey(this.#database));
    return isOurs;
  }

  async stop(): Promise<void> {
    if (this.#isGivenBack) return;
    this.#isGivenBack = true;
    await this.#withDatabase((client) => client.flushdb());
    await this.#leases.del(leaseKey(this.#database));
    this.#leases.disconnect();
  }

  async #withDatabase<Result>(use: (client: Redis) => Promise<Result>): Promise<Result> {
    const client = new Redis(this.url, { maxRetriesPerRequest: 3 });
    try {
      return await use(client);
    } finally {
      client.disconnect();
    }
  }
}
