/**
 * A process that holds one server of each kind until somebody kills it: what a test looks like
 * that does not get to its end. Prints the servers' addresses, one a line.
 */
import { startPrivatePostgres } from './private-postgres.ts';
import { startPrivateRedis } from './private-redis.ts';

const services = await Promise.all([startPrivateRedis(), startPrivatePostgres()]);
for (const { url } of services) console.log(url);
process.stdin.resume();
