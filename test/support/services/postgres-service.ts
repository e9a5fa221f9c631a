import { takeGivenPostgres } from './given-postgres.ts';
import { startPrivatePostgres } from './private-postgres.ts';
import type { TestService } from './test-service.ts';

/**
 * A real Postgres, empty, for the caller alone: a database of the one that DATABASE_URL names,
 * else a server of its own.
 */
export function startPostgres(givenUrl = process.env['DATABASE_URL']): Promise<TestService> {
  return givenUrl === undefined || givenUrl === ''
    ? startPrivatePostgres()
    : takeGivenPostgres(givenUrl);
}
