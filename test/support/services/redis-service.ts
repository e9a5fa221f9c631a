import { takeGivenRedis } from './given-redis.ts';
import { startPrivateRedis } from './private-redis.ts';
import type { TestService } from './test-service.ts';

/**
 * A real Redis, empty, for the caller alone: a database of the one that REDIS_URL names, else a
 * server of its own.
 */
export function startRedis(givenUrl = process.env['REDIS_URL']): Promise<TestService> {
  return givenUrl === undefined || givenUrl === '' ? startPrivateRedis() : takeGivenRedis(givenUrl);
}
