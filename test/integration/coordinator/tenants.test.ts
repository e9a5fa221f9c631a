import { status } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { examplePolicy } from '../../support/example-tenants.ts';
import {
  clientOf,
  guardedCoordinator,
  type KeyedTenant,
  keyedTenant,
  streamOf,
} from '../../support/guarded-coordinator.ts';

const source = { source: '1 + 1' };
const wireSource = { text: '1 + 1' };

test('a revoked key is refused at once, and its streams end with what runs on them', async () => {
  const { coordinator, admin } = await guardedCoordinator();
  const agent = await coordinator.agent();
  await admin.tenants.create('acme');
  const [revoked, kept] = [
    await admin.tenants.createKey('acme'),
    await admin.tenants.createKey('acme'),
  ];
  const [ending, going] = [streamOf(coordinator, revoked.key), streamOf(coordinator, kept.key)];
  ending.execute(1, { source: wireSource });
  const { runId } = await agent.runs.next();
  going.execute(1, { source: wireSource });
  const goingOn = await agent.runs.next();
  await admin.tenants.revokeKey(revoked.apiKey.keyId);
  expect(await ending.status).toMatchObject({
    code: status.UNAUTHENTICATED,
    details: 'Could not go on with the stream: its API key was revoked',
  });
  expect(await agent.cancels.next()).toBe(runId);
  const late = clientOf(coordinator, { apiKey: revoked.key });
  await expect(late.execute(source)).rejects.toMatchObject({ reason: 'UNAUTHENTICATED' });
  agent.end(goingOn.runId, { resultJson: '2' });
  expect(await going.events.next()).toMatchObject({ outcome: { resultJson: '2' } });
  expect(await admin.tenants.listKeys('acme')).toMatchObject([{ keyId: kept.apiKey.keyId }]);
  await expect(admin.tenants.revokeKey(revoked.apiKey.keyId)).rejects.toMatchObject({
    reason: 'API_KEY_NOT_FOUND',
  });
});

test('a deleted tenant leaves nothing behind for the next of its name', async () => {
  const { coordinator, admin } = await guardedCoordinator();
  const acme = await keyedTenant({ coordinator, admin }, 'acme');
  await acme.client.functions.deploy('price', { source: '7' });
  const agent = await coordinator.agent(() => ({ resultJson: '2' }));
  const deterministic = { ...source, determinism: {} };
  const useOf = async ({ client }: KeyedTenant) =>
    (await client.execute(deterministic)).outcome.usage.cacheUse;
  expect([await useOf(acme), await useOf(acme)]).toEqual(['MISS', 'L1']);
  const stream = streamOf(coordinator, acme.key);
  stream.execute(1, {});
  expect(await stream.events.next()).toMatchObject({ failure: { reason: 'INVALID_EXECUTION' } });
  // It would not say which sessions it has.
  agent.halfClose();
  await agent.status;
  await admin.tenants.delete('acme');
  expect(await stream.status).toMatchObject({ code: status.UNAUTHENTICATED });
  await expect(acme.client.execute(source)).rejects.toMatchObject({ reason: 'UNAUTHENTICATED' });
  await expect(admin.tenants.get('acme')).rejects.toMatchObject({ reason: 'TENANT_NOT_FOUND' });
  const again = await keyedTenant({ coordinator, admin }, 'acme');
  expect(await again.client.functions.list()).toEqual([]);
  await coordinator.agent(() => ({ resultJson: '2' }));
  expect(await useOf(again)).toBe('MISS');
});

test('quotas are refused with their name and a time to wait, and changed while a stream is open', async () => {
  const { coordinator, admin } = await guardedCoordinator();
  const agent = await coordinator.agent();
  const acme = await keyedTenant({ coordinator, admin }, 'acme', { quotas: { executionsMax: 1 } });
  const stream = streamOf(coordinator, acme.key);
  stream.execute(1, { source: wireSource });
  const first = await agent.runs.next();
  stream.execute(2, { source: wireSource });
  expect(await stream.events.next()).toMatchObject({
    executionId: 2,
    failure: {
      code: status.RESOURCE_EXHAUSTED,
      reason: 'QUOTA_EXCEEDED',
      retryDelay: { nanos: 100_000_000 },
      quotaViolations: [{ subject: 'tenant:acme', quotaId: 'executions' }],
    },
  });
  await expect(acme.client.execute(source)).rejects.toMatchObject({
    reason: 'QUOTA_EXCEEDED',
    retryAfterMs: 100,
    quotaViolations: [{ subject: 'tenant:acme', quotaId: 'executions' }],
  });
  await admin.tenants.update('acme', examplePolicy({ quotas: { executionsMax: 2 } }));
  stream.execute(3, { source: wireSource });
  const third = await agent.runs.next();
  agent.end(first.runId);
  agent.end(third.runId, { usage: { cpuUs: 90_000_000 } });
  await stream.events.take(2);
  expect((await admin.tenants.get('acme')).usage).toMatchObject({
    executions: 0,
    callsAccepted: 2,
    callsRefused: 2,
  });
  await admin.tenants.update('acme', examplePolicy({ quotas: { cpuMsPerMinuteMax: 1_000 } }));
  stream.execute(4, { source: wireSource });
  const fourth = await agent.runs.next();
  agent.end(fourth.runId, { usage: { cpuUs: 90_000_000 } });
  await stream.events.next();
  stream.execute(5, { source: wireSource });
  expect(await stream.events.next()).toMatchObject({
    failure: { quotaViolations: [{ quotaId: 'cpu_time_per_minute' }] },
  });
});

test('a call that is given up is paid for when its run has ended', async () => {
  const { coordinator, admin } = await guardedCoordinator();
  const agent = await coordinator.agent();
  const quotas = { cpuMsPerMinuteMax: 1_000 };
  const acme = await keyedTenant({ coordinator, admin }, 'acme', { quotas });
  const leaving = new AbortController();
  const given = acme.client.execute(source, { signal: leaving.signal });
  const { runId } = await agent.runs.next();
  leaving.abort();
  await expect(given).rejects.toMatchObject({ reason: 'CANCELLED' });
  await agent.cancels.next();
  agent.end(runId, { word: 'CANCELLED', usage: { cpuUs: 5_000_000 } });
  agent.heartbeat();
  const usedUp = { reason: 'QUOTA_EXCEEDED' };
  await expect
    .poll(
      () => acme.client.execute(source, { timeLimitMs: 200 }).catch((error: unknown) => error),
      { timeout: 10_000 },
    )
    .toMatchObject(usedUp);
});

test('a tenant’s ceilings and egress are what its runs get, and no request has more', async () => {
  const cluster = await guardedCoordinator();
  const agent = await cluster.coordinator.agent(() => ({}));
  const policy = {
    limitCeilings: { cpuUsMax: 100_000, memoryBytesMax: 32 * 2 ** 20 },
    egressRules: ['https://*.example.com GET'],
  };
  const acme = await keyedTenant(cluster, 'acme', policy);
  await acme.client.execute(source);
  await acme.client.execute({ ...source, egressRules: ['https://api.example.com *'] });
  await acme.client.execute({ ...source, limits: { cpuUsMax: 50_000 } });
  const runs = await agent.runs.take(3);
  expect(runs.map(({ execution }) => execution)).toMatchObject([
    {
      limits: { cpuUsMax: 100_000, memoryBytesMax: 32 * 2 ** 20 },
      egressRules: ['https://*.example.com GET'],
    },
    { egressRules: ['https://api.example.com GET'] },
    { limits: { cpuUsMax: 50_000 } },
  ]);
  await expect(
    acme.client.execute({ ...source, limits: { cpuUsMax: 200_000 } }),
  ).rejects.toMatchObject({ fieldViolations: [{ field: 'limits.cpu_time' }] });
  await expect(acme.client.sessions.create({ memoryBytesMax: 64 * 2 ** 20 })).rejects.toMatchObject(
    {
      fieldViolations: [{ field: 'memory_bytes' }],
    },
  );
});
