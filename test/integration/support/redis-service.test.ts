import { Redis } from 'ioredis';
import { expect, onTestFinished, test, vi } from 'vitest';
import { takeGivenRedis } from '../../support/services/given-redis.ts';
import { startPrivateRedis } from '../../support/services/private-redis.ts';
import { redisServerProgram } from '../../support/services/redis-server-program.ts';
import { startRedis } from '../../support/services/redis-service.ts';

async function clientOf(url: string): Promise<Redis> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => {});
  onTestFinished(() => client.disconnect());
  await client.connect();
  return client;
}

test('startRedis gives an empty Redis that keeps what it is told', async () => {
  const service = await startRedis();
  onTestFinished(() => service.stop());
  const client = await clientOf(service.url);

  expect(await client.dbsize()).toBe(0);
  await client.set('key', 'value');
  expect(await client.get('key')).toBe('value');
});

test('startPrivateRedis gives each caller a server that the other does not see', async () => {
  const services = await Promise.all([startPrivateRedis(), startPrivateRedis()]);
  onTestFinished(async () => void (await Promise.all(services.map((service) => service.stop()))));
  const [first, second] = services;
  await (await clientOf(first.url)).set('key', 'value');

  expect(first.url).not.toBe(second.url);
  expect(await (await clientOf(second.url)).get('key')).toBeNull();
});

test('a stopped private Redis does not answer any more, and may be stopped again', async () => {
  const service = await startPrivateRedis();
  await service.stop();
  await service.stop();
  await expect(clientOf(service.url)).rejects.toThrow('Connection is closed');
});

test('takeGivenRedis takes an empty database, and empties it when it is given back', async () => {
  const server = await startPrivateRedis();
  onTestFinished(() => server.stop());
  const owner = await clientOf(server.url);
  await owner.select(1);
  await owner.set('precious', 'data');

  const first = await takeGivenRedis(server.url);
  const second = await takeGivenRedis(server.url);
  expect([first.url, second.url].map((url) => new URL(url).pathname)).toEqual(['/2', '/3']);
  await (await clientOf(first.url)).set('key', 'value');
  await first.stop();
  await second.stop();

  expect(await owner.get('precious')).toBe('data');
  await owner.select(2);
  expect(await owner.dbsize()).toBe(0);
});

test('takeGivenRedis takes a database again that a killed test has filled', async () => {
  const server = await startPrivateRedis();
  onTestFinished(() => server.stop());
  const owner = await clientOf(server.url);
  const killed = await takeGivenRedis(server.url);
  await (await clientOf(killed.url)).set('left', 'behind');
  // What the lease's end would do.
  await owner.del('isopod-test:lease:1');

  const next = await takeGivenRedis(server.url);
  expect(new URL(next.url).pathname).toBe('/1');
  expect(await (await clientOf(next.url)).dbsize()).toBe(0);
  await next.stop();
  await killed.stop();
});

test('redisServerProgram names the ways to a Redis where there is none', () => {
  vi.stubEnv('PATH', '/nonexistent');
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(() => redisServerProgram()).toThrow(/set REDIS_URL .* install redis-server/);
});
