import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { exampleAdminKey } from '../support/example-tenants.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';

const adminKey = exampleAdminKey();
let cluster: OneMachineCluster;
let admin: IsopodClient;
beforeAll(async () => {
  cluster = await OneMachineCluster.start({
    coordinatorArgs: ['--admin-key-hashes', adminKey.secretHash],
  });
  admin = cluster.client({ apiKey: adminKey.text });
}, 60_000);
afterAll(() => cluster.stop(), 60_000);

async function clientOf(
  tenantId: string,
  policy: Parameters<IsopodClient['tenants']['create']>[1] = {},
): Promise<IsopodClient> {
  await admin.tenants.create(tenantId, policy);
  const { key } = await admin.tenants.createKey(tenantId);
  return cluster.client({ apiKey: key });
}

test('a session is out of reach for the key of another tenant, who knows its id', async () => {
  const [owner, other] = [await clientOf('owner'), await clientOf('other')];
  await using session = await owner.sessions.create();
  const { sessionId } = session;
  await session.execute({ source: 'let secret = 42' });
  const guessed = await other.execute({ source: 'secret', sessionId });
  expect(guessed.outcome.word).toBe('SESSION_LOST');
  expect(await other.sessions.close(sessionId)).toBe(false);
  expect(await other.sessions.list()).toEqual([]);
  const { outcome } = await session.execute({ source: 'secret' });
  expect(outcome).toMatchObject({ word: 'SUCCEEDED', resultJson: '42' });
});

test('what a tenant’s programs use is what its quota and its ceilings say', async () => {
  const client = await clientOf('metered', {
    quotas: { cpuMsPerMinuteMax: 100 },
    limitCeilings: { cpuUsMax: 200_000 },
  });
  const { outcome } = await client.execute({ source: 'for (;;);' });
  expect(outcome.word).toBe('CPU_EXCEEDED');
  const refused = await client.execute({ source: '1' }).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    reason: 'QUOTA_EXCEEDED',
    quotaViolations: [{ subject: 'tenant:metered', quotaId: 'cpu_time_per_minute' }],
  });
  const { usage } = await admin.tenants.get('metered');
  expect(usage.cpuUs).toBeGreaterThanOrEqual(200_000);
  expect(usage).toMatchObject({ executions: 0, callsAccepted: 1, callsRefused: 1 });
});
