/**
 * L3: entries in Postgres. What it keeps there is postgres-schema.ts; it makes its tables itself, when
 * it first finds the server.
 */
import { keptMsMax } from '../cache-options.ts';
import { type Invalidation, markOf } from '../invalidation.ts';
import type { RemoteAnswer, RemoteEntry, RemoteTier } from '../remote-tier.ts';
import type { PostgresPool } from './postgres-pool.ts';
import { getStatement, raiseStatement, setStatement } from './postgres-schema.ts';

/** Longer than any entry: without its marks it would be current again. */
const markMs = keptMsMax + 3_600_000;

interface Row {
  readonly lease: string;
  readonly is_there: boolean;
  readonly body: Buffer | null;
  readonly made_in_ms: number;
  readonly marks: readonly string[];
  readonly fresh_for_ms: string;
  readonly kept_for_ms: string;
}

export class PostgresTier implements RemoteTier {
  readonly name = 'L3';
  readonly #pool: PostgresPool;

  constructor(pool: PostgresPool) {
    this.#pool = pool;
  }

  async get(key: string): Promise<RemoteAnswer> {
    const { rows } = await this.#pool.query<Row>('cache-get', getStatement, [key]);
    const [row] = rows;
    if (!row) throw new Error(`Could not read an entry: no row for ${key}`);
    if (!row.is_there) return { entry: undefined, lease: row.lease };
    const entry = {
      body: row.body ?? undefined,
      freshForMs: Number(row.fresh_for_ms),
      keptForMs: Number(row.kept_for_ms),
      madeInMs: row.made_in_ms,
      marks: row.marks,
    };
    return { entry, lease: row.lease };
  }

  async set(
    key: string,
    { body, freshForMs, keptForMs, madeInMs, marks }: RemoteEntry,
    lease: string,
  ): Promise<boolean> {
    const values = [key, lease, marks, body ?? null, madeInMs, freshForMs, keptForMs];
    const { rowCount } = await this.#pool.query('cache-set', setStatement, values);
    return rowCount === 1;
  }

  async invalidate(invalidation: Invalidation): Promise<void> {
    await this.#pool.query('cache-raise', raiseStatement, [markOf(invalidation), markMs]);
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
