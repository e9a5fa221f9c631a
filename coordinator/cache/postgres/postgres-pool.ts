/**
 * Connections to one Postgres, which is allowed to be slow or gone: few, used again, waited for no
 * longer than is told, and never more than this coordinator's share of what the server has.
 */
import { Pool, type QueryResult, type QueryResultRow } from 'pg';
import type { Random } from '../../../shared/random/random.ts';
import type { Clock, Timer } from '../../../shared/time/clock.ts';
import {
  cleanEntriesStatement,
  cleanMarksStatement,
  schemaLockId,
  schemaStatements,
} from './postgres-schema.ts';

interface PostgresPoolParts {
  readonly url: string;
  readonly clock: Clock;
  readonly random: Random;
  /** How long a connection is waited for, and then a query's answer. */
  readonly waitMsMax: number;
  /** The most connections; fewer where the server has not five for each four of them. */
  readonly connectionsMax: number;
  readonly troubled: (what: string) => void;
}

const idleMsMax = 30_000;
/** A part of the server's connections that others find free, whatever we do. */
const shareMax = 0.8;
const cleanEveryMs = 60_000;
const cleanedMax = 5_000;
/** The tables may have to wait for another coordinator that makes them. */
const schemaMsMax = 10_000;

export class PostgresPool {
  readonly #parts: PostgresPoolParts;
  readonly #pool: Pool;
  #prepared: Promise<void> | undefined;
  #cleanTimer: Timer | undefined;

  constructor(parts: PostgresPoolParts) {
    this.#parts = parts;
    const { url, waitMsMax, connectionsMax, troubled } = parts;
    this.#pool = new Pool({
      connectionString: url,
      max: connectionsMax,
      connectionTimeoutMillis: waitMsMax,
      query_timeout: waitMsMax,
      statement_timeout: Math.max(waitMsMax, schemaMsMax),
      idleTimeoutMillis: idleMsMax,
      application_name: 'isopod-cache',
      keepAlive: true,
      // A cache may lose its last moments.
      options: '-c synchronous_commit=off',
    });
    this.#pool.on('error', (error) => troubled(error.message));
    this.#scheduleCleaning();
  }

  /** `name` is of the statement: the server reads it once for each connection. */
  async query<Row extends QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<QueryResult<Row>> {
    this.#prepared ??= this.#prepare().catch((error: unknown) => {
      this.#prepared = undefined;
      this.#parts.troubled(error instanceof Error ? error.message : String(error));
      throw error;
    });
    await this.#prepared;
    return this.#pool.query<Row>({ name, text, values: [...values] });
  }

  async close(): Promise<void> {
    this.#cleanTimer?.cancel();
    await this.#pool.end();
  }

  async #prepare(): Promise<void> {
    const client = await this.#pool.connect();
    try {
      const found = await client.query<{ free: number }>(
        `select current_setting('max_connections')::int
          - current_setting('superuser_reserved_connections')::int as free`,
      );
      const free = found.rows[0]?.free ?? 0;
      const share = Math.max(1, Math.floor(free * shareMax));
      this.#pool.options.max = Math.min(this.#parts.connectionsMax, share);
      await client.query('begin');
      await client.query('select pg_advisory_xact_lock($1)', [schemaLockId]);
      for (const statement of schemaStatements) await client.query(statement);
      await client.query('commit');
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** What nobody can get any more; all coordinators do it, at different times. */
  #scheduleCleaning(): void {
    const { clock, random } = this.#parts;
    this.#cleanTimer = clock.setTimer(cleanEveryMs * (0.5 + random.next()), () => {
      this.#scheduleCleaning();
      void this.#clean();
    });
  }

  async #clean(): Promise<void> {
    try {
      await this.query('cache-clean-entries', cleanEntriesStatement, [cleanedMax]);
      await this.query('cache-clean-marks', cleanMarksStatement, [cleanedMax]);
    } catch {
      // The next time, then.
    }
  }
}
