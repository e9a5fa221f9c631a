import { expect, onTestFinished, test } from 'vitest';
import { IsopodClient } from '../../../client/sdk/isopod-client.ts';
import { LiveCoordinator } from '../../support/live-coordinator.ts';

async function start(): Promise<{ client: IsopodClient; coordinator: LiveCoordinator }> {
  const coordinator = await LiveCoordinator.start();
  const client = new IsopodClient(coordinator.address);
  onTestFinished(() => client.close());
  return { client, coordinator };
}

test('a function is deployed, described, called and deleted over gRPC', async () => {
  const { client, coordinator } = await start();
  const agent = await coordinator.agent(() => ({ resultJson: '7' }));
  const source = 'export default () => 7';
  const limits = { cpuUsMax: 1_000_000 };
  const { version, isNew } = await client.functions.deploy('price', { source, limits });
  expect(isNew).toBe(true);
  const live = await client.functions.setAlias('price', 'live', [{ version, weight: 5 }]);
  expect(live.aliases).toEqual([{ alias: 'live', routes: [{ version, weight: 5 }] }]);
  const details = await client.functions.get('price');
  expect(details.function).toEqual(live);
  expect(details.versions).toMatchObject([
    { version, sourceBytes: 22, kind: 'AUTO', isolation: 'POOLED', limits },
  ]);
  for (const named of ['price', 'price@latest', 'price@live', `price@${version}`]) {
    const { outcome } = await client.execute({ function: named });
    expect(outcome).toMatchObject({ word: 'SUCCEEDED', usage: { functionVersion: version } });
  }
  const { execution } = await agent.runs.next();
  expect(execution).toMatchObject({ program: { source }, limits, isolation: 'POOLED' });
  await client.functions.delete('price');
  await expect(client.execute({ function: 'price' })).rejects.toMatchObject({
    reason: 'FUNCTION_NOT_FOUND',
    status: 'NOT_FOUND',
  });
  await expect(client.openStream().execute({ function: 'price' })).rejects.toMatchObject({
    reason: 'FUNCTION_NOT_FOUND',
  });
});

test('functions are listed in parts, each tenant its own', async () => {
  const { client, coordinator } = await start();
  const other = new IsopodClient({ address: coordinator.address, tenantId: 'other' });
  onTestFinished(() => other.close());
  const names = ['a', 'b', 'c'];
  for (const name of names) await client.functions.deploy(name, { source: '1' });
  expect((await client.functions.list()).map(({ name }) => name)).toEqual(names);
  expect(await other.functions.list()).toEqual([]);
  await expect(other.execute({ function: 'a' })).rejects.toMatchObject({
    reason: 'FUNCTION_NOT_FOUND',
  });
});

test('a request about functions that cannot be accepted names every field at fault', async () => {
  const { client } = await start();
  const limits = { timersMax: 0 };
  await expect(client.functions.deploy('9', { source: '', limits })).rejects.toMatchObject({
    reason: 'INVALID_REQUEST',
    fieldViolations: [{ field: 'name' }, { field: 'source.text' }, { field: 'limits.timers' }],
  });
  await expect(client.functions.setAlias('f', 'latest', [])).rejects.toMatchObject({
    fieldViolations: [{ field: 'alias' }, { field: 'routes' }],
  });
  const route = { version: 'v1', weight: 0 };
  await expect(client.functions.setAlias('f', 'live', [route])).rejects.toMatchObject({
    fieldViolations: [{ field: 'routes[0].version' }, { field: 'routes[0].weight' }],
  });
});

test('an alias of 90 and 10 divides 10,000 calls within a point', async () => {
  const { client, coordinator } = await start();
  await coordinator.agent(() => ({}), { capacity: { runsMax: 1_000, hostsMax: 2 } });
  const [one, two] = await Promise.all(
    ['1', '2'].map(async (source) => client.functions.deploy('split', { source })),
  );
  await client.functions.setAlias('split', 'live', [
    { version: one?.version ?? '', weight: 90 },
    { version: two?.version ?? '', weight: 10 },
  ]);
  const stream = client.openStream();
  let ones = 0;
  for (let batch = 0; batch < 20; batch++) {
    const calls = Array.from({ length: 500 }, () => stream.execute({ function: 'split@live' }));
    for (const { usage } of await Promise.all(calls))
      if (usage.functionVersion === one?.version) ones++;
  }
  await stream.end();
  expect(Math.abs(ones / 10_000 - 0.9)).toBeLessThan(0.01);
}, 60_000);
