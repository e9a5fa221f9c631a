import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FunctionRegistry } from '../../../../coordinator/functions/function-registry.ts';
import { MemoryFunctionStore } from '../../../../coordinator/functions/memory-function-store.ts';
import { functionLimits } from '../../../../shared/functions/function-limits.ts';
import { exampleContent, exampleRegistry } from '../../../support/example-functions.ts';

const key = { tenantId: 'acme', name: 'price' };

async function deploy(registry: FunctionRegistry, source: string): Promise<string> {
  return (await registry.deploy(key, exampleContent(source))).version;
}

async function sourceOf(registry: FunctionRegistry, asked = ''): Promise<string> {
  return (await registry.resolve(key, asked)).program.source;
}

test('FunctionRegistry gives the same content the same version, whenever it is deployed', async () => {
  const registry = exampleRegistry();
  const first = await registry.deploy(key, exampleContent('1'));
  const again = await registry.deploy(key, exampleContent('1'));
  expect(again).toEqual({ ...first, isNew: false });
  expect(first.isNew).toBe(true);
  expect(again.record.versions).toHaveLength(1);
});

test('FunctionRegistry tells versions apart by all that decides what a call comes to', async () => {
  const registry = exampleRegistry();
  const { limits } = exampleContent('1');
  for (const content of [
    exampleContent('1'),
    exampleContent('2'),
    exampleContent('1', { isolation: 'FRESH' }),
    exampleContent('1', { limits: { ...limits, cpuUsMax: 77_000 } }),
  ])
    await registry.deploy(key, content);
  expect((await registry.get(key)).versions).toHaveLength(4);
});

test('FunctionRegistry has latest lead to what was deployed last, also when it was there before', async () => {
  const registry = exampleRegistry();
  await deploy(registry, '1');
  await deploy(registry, '2');
  expect(await sourceOf(registry)).toBe('2');
  await deploy(registry, '1');
  expect(await sourceOf(registry, 'latest')).toBe('1');
});

test('FunctionRegistry never changes a version under its callers', async () => {
  const registry = exampleRegistry();
  const version = await deploy(registry, '1');
  await registry.setAlias(key, 'live', [{ version, weight: 1 }]);
  await deploy(registry, '2');
  expect(await sourceOf(registry, version)).toBe('1');
  expect(await sourceOf(registry, 'live')).toBe('1');
});

test('FunctionRegistry divides the calls of an alias by weight within a point', async () => {
  const weights = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 2, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(weights, async (given) => {
      const registry = exampleRegistry();
      const routes: { version: string; weight: number }[] = [];
      for (const [index, weight] of given.entries())
        routes.push({ version: await deploy(registry, `${index}`), weight });
      await registry.setAlias(key, 'live', routes);
      const counts = given.map(() => 0);
      for (let call = 0; call < 2_000; call++) {
        const index = Number(await sourceOf(registry, 'live'));
        counts[index] = (counts[index] ?? 0) + 1;
      }
      const total = given.reduce((sum, weight) => sum + weight, 0);
      for (const [index, weight] of given.entries())
        expect(Math.abs((counts[index] ?? 0) / 2_000 - weight / total)).toBeLessThan(0.01);
    }),
    { numRuns: 20 },
  );
});

test('FunctionRegistry deletes no version that an alias leads to', async () => {
  const registry = exampleRegistry();
  const one = await deploy(registry, '1');
  const two = await deploy(registry, '2');
  await registry.setAlias(key, 'live', [{ version: one, weight: 1 }]);
  const inUse = { reason: 'FUNCTION_IN_USE' };
  await expect(registry.deleteVersion(key, one)).rejects.toMatchObject(inUse);
  await expect(registry.deleteVersion(key, two)).rejects.toMatchObject(inUse);
  await registry.deleteAlias(key, 'live');
  await registry.deleteVersion(key, one);
  expect((await registry.get(key)).versions.map(({ version }) => version)).toEqual([two]);
});

test('FunctionRegistry forgets a function as a whole', async () => {
  const registry = exampleRegistry();
  const version = await deploy(registry, '1');
  await registry.deleteFunction(key);
  const notFound = { reason: 'FUNCTION_NOT_FOUND' };
  await expect(registry.get(key)).rejects.toMatchObject(notFound);
  await expect(registry.resolve(key, version)).rejects.toMatchObject(notFound);
  await expect(registry.deleteFunction(key)).rejects.toMatchObject(notFound);
  expect(await deploy(registry, '1')).toBe(version);
});

test('FunctionRegistry finds nothing of another tenant, of another name, version or alias', async () => {
  const registry = exampleRegistry();
  const version = await deploy(registry, '1');
  const notFound = { reason: 'FUNCTION_NOT_FOUND' };
  const other = { ...key, tenantId: 'other' };
  await expect(registry.resolve(other, version)).rejects.toMatchObject(notFound);
  await expect(registry.resolve({ ...key, name: 'p' }, '')).rejects.toMatchObject(notFound);
  await expect(registry.resolve(key, 'live')).rejects.toMatchObject(notFound);
  await expect(registry.resolve(key, 'f'.repeat(32))).rejects.toMatchObject(notFound);
  await expect(registry.deleteAlias(key, 'live')).rejects.toMatchObject(notFound);
  const route = { version: 'f'.repeat(32), weight: 1 };
  await expect(registry.setAlias(key, 'live', [route])).rejects.toMatchObject(notFound);
});

test('FunctionRegistry keeps as many versions and aliases as it may', async () => {
  const registry = exampleRegistry();
  const version = await deploy(registry, '0');
  for (let index = 1; index < functionLimits.versionsPerFunctionMax; index++)
    await deploy(registry, `${index}`);
  const limit = { reason: 'FUNCTION_LIMIT' };
  await expect(deploy(registry, 'one more')).rejects.toMatchObject(limit);
  expect(await deploy(registry, '0')).toBe(version);
  const routes = [{ version, weight: 1 }];
  for (let index = 0; index < functionLimits.aliasesPerFunctionMax; index++)
    await registry.setAlias(key, `a${index}`, routes);
  await expect(registry.setAlias(key, 'more', routes)).rejects.toMatchObject(limit);
  await registry.setAlias(key, 'a0', routes);
});

test('FunctionRegistry loses none of many changes at a time, by two coordinators', async () => {
  const store = new MemoryFunctionStore();
  const registries = [exampleRegistry(undefined, store), exampleRegistry(undefined, store)];
  const sources = Array.from({ length: 10 }, (_, index) => `${index}`);
  await Promise.all(
    sources.flatMap((source) => registries.map((registry) => deploy(registry, source))),
  );
  const [registry] = registries;
  expect((await registry?.get(key))?.versions).toHaveLength(10);
});
