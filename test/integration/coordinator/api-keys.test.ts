import { credentials, type StatusObject, status } from '@grpc/grpc-js';
import { expect, onTestFinished, test } from 'vitest';
import { newToken } from '../../../shared/random/system-random.ts';
import { newApiKey } from '../../../shared/tenants/api-key.ts';
import type { SessionCall } from '../../../shared/wire/node-session-codec.ts';
import * as services from '../../../shared/wire/services.ts';
import { examplePolicy } from '../../support/example-tenants.ts';
import { clientOf, guardedCoordinator, keyedTenant } from '../../support/guarded-coordinator.ts';
import { LiveCoordinator } from '../../support/live-coordinator.ts';
import { rawConnection, statusWithoutMessage } from '../../support/raw-grpc-call.ts';

const source = { source: '1 + 1' };
const wireSource = { text: '1 + 1' };

/** With an agent that answers everything. */
async function served() {
  const guarded = await guardedCoordinator();
  const agent = await guarded.coordinator.agent(() => ({ resultJson: '2' }));
  return { ...guarded, agent };
}

test('without a key of theirs callers get nowhere, whatever they name', async () => {
  const cluster = await served();
  const acme = await keyedTenant(cluster, 'acme');
  await acme.client.execute(source);
  for (const options of [
    {},
    { tenantId: 'acme' },
    { apiKey: newApiKey(newToken()).text },
    { apiKey: newApiKey(newToken()).text, tenantId: 'acme' },
  ]) {
    const stranger = clientOf(cluster.coordinator, options);
    const refused = { reason: 'UNAUTHENTICATED' };
    await expect(stranger.execute(source)).rejects.toMatchObject(refused);
    await expect(stranger.openStream().execute(source)).rejects.toMatchObject(refused);
    await expect(stranger.functions.list()).rejects.toMatchObject(refused);
    await expect(stranger.sessions.create()).rejects.toMatchObject(refused);
    await expect(stranger.sessions.list()).rejects.toMatchObject(refused);
    await expect(stranger.listNodes()).rejects.toMatchObject(refused);
    await expect(stranger.tenants.list()).rejects.toMatchObject(refused);
  }
  expect(cluster.agent.runs.pending).toBe(1);
});

test('no method of any service answers without a key, those that are yet to be written included', async () => {
  const { coordinator } = await served();
  const codes = await Promise.all(
    Object.values(services).flatMap((Service) => {
      const client = new Service(coordinator.address, credentials.createInsecure());
      onTestFinished(() => client.close());
      return Object.values(Service.service).map(async ({ path }) => {
        const call = client.makeServerStreamRequest(path, () => Buffer.alloc(0), String, {});
        // Who asks for a stream can read whatever there is.
        call.on('error', () => {});
        call.resume();
        const { code } = await new Promise<StatusObject>((end) => call.on('status', end));
        return { path, code };
      });
    }),
  );
  expect(codes.length).toBeGreaterThan(20);
  for (const { path, code } of codes) expect([path, code]).toEqual([path, status.UNAUTHENTICATED]);
});

test('an id with another secret is as wrong as a key that never was', async () => {
  const cluster = await served();
  const acme = await keyedTenant(cluster, 'acme');
  for (const shown of [
    `Bearer isopod_${acme.keyId}_${newToken()}`,
    `Bearer ${acme.key}x`,
    `Bearer ${acme.keyId}`,
    `Basic ${acme.key}`,
    acme.key,
    'Bearer',
    '',
  ]) {
    const running = cluster.coordinator.execute(
      { source: wireSource },
      { metadata: { authorization: shown } },
    );
    await expect(running.answer, shown).rejects.toMatchObject({ code: status.UNAUTHENTICATED });
  }
});

test('a key is for its tenant alone, and the agent hears of that one', async () => {
  const cluster = await served();
  const acme = await keyedTenant(cluster, 'acme');
  await keyedTenant(cluster, 'other');
  await acme.client.execute(source);
  await clientOf(cluster.coordinator, { apiKey: acme.key, tenantId: 'acme' }).execute(source);
  const swapped = clientOf(cluster.coordinator, { apiKey: acme.key, tenantId: 'other' });
  const denied = { reason: 'PERMISSION_DENIED' };
  await expect(swapped.execute(source)).rejects.toMatchObject(denied);
  await expect(swapped.openStream().execute(source)).rejects.toMatchObject(denied);
  await expect(swapped.functions.list()).rejects.toMatchObject(denied);
  await expect(swapped.sessions.list()).rejects.toMatchObject(denied);
  const runs = await cluster.agent.runs.take(2);
  expect(runs.map(({ execution }) => execution.tenantId)).toEqual(['acme', 'acme']);
});

test('functions of one tenant are not there for another', async () => {
  const cluster = await served();
  const acme = await keyedTenant(cluster, 'acme');
  const other = await keyedTenant(cluster, 'other');
  const { version } = await acme.client.functions.deploy('price', { source: '7' });
  const missing = { reason: 'FUNCTION_NOT_FOUND' };
  for (const name of ['price', `price@${version}`, 'price@latest']) {
    await expect(other.client.execute({ function: name })).rejects.toMatchObject(missing);
    const stream = other.client.openStream();
    await expect(stream.execute({ function: name })).rejects.toMatchObject(missing);
  }
  expect(await other.client.functions.list()).toEqual([]);
  await expect(other.client.functions.get('price')).rejects.toMatchObject(missing);
  await expect(other.client.functions.delete('price')).rejects.toMatchObject(missing);
  await acme.client.execute({ function: 'price' });
});

test('what administrators do needs an administrator’s key, which runs nothing', async () => {
  const cluster = await served();
  const acme = await keyedTenant(cluster, 'acme');
  const denied = { reason: 'PERMISSION_DENIED' };
  await expect(acme.client.listNodes()).rejects.toMatchObject(denied);
  await expect(acme.client.tenants.get('acme')).rejects.toMatchObject(denied);
  await expect(acme.client.tenants.createKey('acme')).rejects.toMatchObject(denied);
  await expect(acme.client.tenants.update('acme', examplePolicy())).rejects.toMatchObject(denied);
  await expect(cluster.admin.execute(source)).rejects.toMatchObject(denied);
  await expect(cluster.admin.functions.list()).rejects.toMatchObject(denied);
  expect(await cluster.admin.listNodes()).toHaveLength(1);
});

test('a session is asked for in the name of the key’s tenant, whoever else knows its id', async () => {
  const cluster = await served();
  const acme = await keyedTenant(cluster, 'acme');
  const other = await keyedTenant(cluster, 'other');
  const { messages } = cluster.agent;
  const answerNext = async (wasOpen: boolean): Promise<SessionCall> => {
    const message = await messages.next();
    if (message.name !== 'session-call') throw new Error(`the agent was told ${message.name}`);
    const { callId, call } = message;
    cluster.agent.say({ name: 'session-answer', callId, answer: { wasOpen, sessions: [] } });
    return call;
  };
  const opening = acme.client.sessions.create();
  expect(await answerNext(false)).toMatchObject({ name: 'open', tenantId: 'acme' });
  const { sessionId } = await opening;
  const closing = other.client.sessions.close(sessionId);
  expect(await answerNext(false)).toEqual({ name: 'close', tenantId: 'other', sessionId });
  expect(await closing).toBe(false);
  await other.client.execute({ ...source, sessionId });
  expect((await cluster.agent.runs.next()).execution).toMatchObject({
    tenantId: 'other',
    sessionId,
  });
});

test('where no administrator’s key is configured callers are believed, and keys looked at all the same', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent(() => ({}));
  const anybody = clientOf(coordinator, { tenantId: 'acme' });
  await anybody.execute(source);
  await anybody.tenants.create('acme', examplePolicy({ quotas: { callsPerSecondMax: 1 } }));
  await anybody.execute(source);
  await expect(anybody.execute(source)).rejects.toMatchObject({ reason: 'QUOTA_EXCEEDED' });
  const wrong = clientOf(coordinator, { apiKey: newApiKey(newToken()).text });
  await expect(wrong.execute(source)).rejects.toMatchObject({ reason: 'UNAUTHENTICATED' });
  expect(agent.runs.pending).toBe(2);
});

test.each([
  '/isopod.v1.ExecutionService/Execute',
  '/isopod.v1.ExecutionService/ExecuteStream',
  '/isopod.v1.FunctionService/DeployFunction',
  '/isopod.v1.SessionService/CreateSession',
  '/isopod.v1.ClusterService/DrainNode',
  '/isopod.v1.TenantService/CreateTenant',
])('without a key a call of %s is refused before its message is there', async (path) => {
  const { coordinator } = await guardedCoordinator();
  const stream = rawConnection(coordinator.address).request({
    ':method': 'POST',
    ':path': path,
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  stream.on('error', () => {});
  const refused = statusWithoutMessage(stream);
  // Of 20 MB, which do not come.
  stream.write(Buffer.of(0, 1, 0x31, 0x2d, 0, 1, 2, 3));
  expect(await refused).toBe(status.UNAUTHENTICATED);
});
