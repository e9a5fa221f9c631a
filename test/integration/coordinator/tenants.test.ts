import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { credentials, Metadata, status } from '@grpc/grpc-js';
import { expect, onTestFinished, test } from 'vitest';
import type { IsopodClientOptions } from '../../../client/sdk/client-options.ts';
import { IsopodClient } from '../../../client/sdk/isopod-client.ts';
import { openStores } from '../../../coordinator/open-stores.ts';
import { newToken } from '../../../shared/random/system-random.ts';
import type { Logger } from '../../../shared/telemetry/logger.ts';
import { newApiKey } from '../../../shared/tenants/api-key.ts';
import { systemClock } from '../../../shared/time/system-clock.ts';
import type { SessionCall } from '../../../shared/wire/node-session-codec.ts';
import { exampleAdminKey, examplePolicy } from '../../support/example-tenants.ts';
import { ExecuteStream } from '../../support/execute-stream.ts';
import { LiveCoordinator } from '../../support/live-coordinator.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const source = { source: '1 + 1' };
const wireSource = { text: '1 + 1' };

/** A coordinator that asks for keys, an agent of it, and an administrator. */
async function guarded() {
  const adminKey = exampleAdminKey();
  const coordinator = await LiveCoordinator.start({ adminKeyHashes: [adminKey.secretHash] });
  const agent = await coordinator.agent(() => ({ resultJson: '2' }));
  const admin = clientOf(coordinator, { apiKey: adminKey.text });
  return { coordinator, agent, admin };
}

function clientOf(
  { address }: LiveCoordinator,
  options: Omit<IsopodClientOptions, 'address'> = {},
): IsopodClient {
  const client = new IsopodClient({ address, ...options });
  onTestFinished(() => client.close());
  return client;
}

function streamOf(coordinator: LiveCoordinator, key: string): ExecuteStream {
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${key}`);
  return new ExecuteStream(coordinator.executions, metadata).read();
}

/** A tenant with a key, and a client that has it. */
async function tenant(
  { coordinator, admin }: Pick<Awaited<ReturnType<typeof guarded>>, 'coordinator' | 'admin'>,
  tenantId: string,
  policy: Parameters<typeof examplePolicy>[0] = {},
) {
  await admin.tenants.create(tenantId, examplePolicy(policy));
  const { key, apiKey } = await admin.tenants.createKey(tenantId, 'a test');
  return { key, keyId: apiKey.keyId, client: clientOf(coordinator, { apiKey: key }) };
}

test('without a key of theirs callers get nowhere, whatever they name', async () => {
  const cluster = await guarded();
  const acme = await tenant(cluster, 'acme');
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

test('an id with another secret is as wrong as a key that never was', async () => {
  const cluster = await guarded();
  const acme = await tenant(cluster, 'acme');
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
  const cluster = await guarded();
  const acme = await tenant(cluster, 'acme');
  await tenant(cluster, 'other');
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
  const cluster = await guarded();
  const acme = await tenant(cluster, 'acme');
  const other = await tenant(cluster, 'other');
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
  const cluster = await guarded();
  const acme = await tenant(cluster, 'acme');
  const denied = { reason: 'PERMISSION_DENIED' };
  await expect(acme.client.listNodes()).rejects.toMatchObject(denied);
  await expect(acme.client.tenants.get('acme')).rejects.toMatchObject(denied);
  await expect(acme.client.tenants.createKey('acme')).rejects.toMatchObject(denied);
  await expect(acme.client.tenants.update('acme', examplePolicy())).rejects.toMatchObject(denied);
  await expect(cluster.admin.execute(source)).rejects.toMatchObject(denied);
  await expect(cluster.admin.functions.list()).rejects.toMatchObject(denied);
  expect(await cluster.admin.listNodes()).toHaveLength(1);
});

test('a revoked key is refused at once, and its streams end with what runs on them', async () => {
  const adminKey = exampleAdminKey();
  const coordinator = await LiveCoordinator.start({ adminKeyHashes: [adminKey.secretHash] });
  const agent = await coordinator.agent();
  const admin = clientOf(coordinator, { apiKey: adminKey.text });
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

test('a session is asked for in the name of the key’s tenant, whoever else knows its id', async () => {
  const cluster = await guarded();
  const acme = await tenant(cluster, 'acme');
  const other = await tenant(cluster, 'other');
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

test('a deleted tenant leaves nothing behind for the next of its name', async () => {
  const adminKey = exampleAdminKey();
  const coordinator = await LiveCoordinator.start({ adminKeyHashes: [adminKey.secretHash] });
  const admin = clientOf(coordinator, { apiKey: adminKey.text });
  const acme = await tenant({ coordinator, admin }, 'acme');
  await acme.client.functions.deploy('price', { source: '7' });
  const stream = streamOf(coordinator, acme.key);
  stream.execute(1, {});
  expect(await stream.events.next()).toMatchObject({ failure: { reason: 'INVALID_EXECUTION' } });
  await admin.tenants.delete('acme');
  expect(await stream.status).toMatchObject({ code: status.UNAUTHENTICATED });
  await expect(acme.client.execute(source)).rejects.toMatchObject({ reason: 'UNAUTHENTICATED' });
  await expect(admin.tenants.get('acme')).rejects.toMatchObject({ reason: 'TENANT_NOT_FOUND' });
  const again = await tenant({ coordinator, admin }, 'acme');
  expect(await again.client.functions.list()).toEqual([]);
});

test('quotas are refused with their name and a time to wait, and changed while a stream is open', async () => {
  const adminKey = exampleAdminKey();
  const coordinator = await LiveCoordinator.start({ adminKeyHashes: [adminKey.secretHash] });
  const agent = await coordinator.agent();
  const admin = clientOf(coordinator, { apiKey: adminKey.text });
  const acme = await tenant({ coordinator, admin }, 'acme', { quotas: { executionsMax: 1 } });
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
  const adminKey = exampleAdminKey();
  const coordinator = await LiveCoordinator.start({ adminKeyHashes: [adminKey.secretHash] });
  const agent = await coordinator.agent();
  const admin = clientOf(coordinator, { apiKey: adminKey.text });
  const quotas = { cpuMsPerMinuteMax: 1_000 };
  const acme = await tenant({ coordinator, admin }, 'acme', { quotas });
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
    .poll(() => acme.client.execute(source, { timeLimitMs: 200 }).catch((error: unknown) => error))
    .toMatchObject(usedUp);
});

test('a tenant’s ceilings and egress are what its runs get, and no request has more', async () => {
  const cluster = await guarded();
  const policy = {
    limitCeilings: { cpuUsMax: 100_000, memoryBytesMax: 32 * 2 ** 20 },
    egressRules: ['https://*.example.com GET'],
  };
  const acme = await tenant(cluster, 'acme', policy);
  await acme.client.execute(source);
  await acme.client.execute({ ...source, egressRules: ['https://api.example.com *'] });
  await acme.client.execute({ ...source, limits: { cpuUsMax: 50_000 } });
  const runs = await cluster.agent.runs.take(3);
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

test('no secret of a key is in a log, an error or a file', async () => {
  const adminKey = exampleAdminKey();
  const lines: string[] = [];
  const folder = temporaryFolder();
  const coordinator = await LiveCoordinator.start(
    { adminKeyHashes: [adminKey.secretHash] },
    systemClock(),
    credentials.createInsecure(),
    { logger: writingLogger(lines), stores: await openStores(folder) },
  );
  const admin = clientOf(coordinator, { apiKey: adminKey.text });
  const acme = await tenant({ coordinator, admin }, 'acme');
  const wrong = newApiKey(newToken());
  const errors: unknown[] = [];
  const attempt = (work: Promise<unknown>): Promise<unknown> =>
    work.catch((error: unknown) => errors.push(error));
  for (const apiKey of [adminKey.text, acme.key, wrong.text]) {
    const client = clientOf(coordinator, { apiKey, tenantId: 'other' });
    await attempt(client.execute(source));
    await attempt(client.openStream().execute(source));
    await attempt(client.tenants.create('acme'));
    // Where an id is asked for somebody may well put the whole.
    await attempt(admin.tenants.revokeKey(apiKey));
    await attempt(admin.tenants.get(apiKey));
  }
  for (const authorization of [`Bearer ${acme.key}x`, acme.key])
    await attempt(
      coordinator.execute({ source: wireSource }, { metadata: { authorization } }).answer,
    );
  await admin.tenants.revokeKey(acme.keyId);
  await coordinator.stop();
  expect(errors.length).toBeGreaterThan(10);
  expect(lines.length).toBeGreaterThan(3);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  expect(files.join()).toContain('acme');
  const written = inspect([errors, lines, files], { depth: 20, maxStringLength: null });
  for (const key of [adminKey.text, acme.key, wrong.text]) {
    const secret = key.split('_').slice(2).join('_');
    expect(written).not.toContain(secret);
    expect(written).not.toContain(Buffer.from(secret).toString('base64'));
  }
});

test('tenants and keys of a data folder are there when it is opened again', async () => {
  const adminKey = exampleAdminKey();
  const folder = temporaryFolder();
  const start = async (): Promise<LiveCoordinator> =>
    LiveCoordinator.start(
      { adminKeyHashes: [adminKey.secretHash] },
      systemClock(),
      credentials.createInsecure(),
      { stores: await openStores(folder) },
    );
  const first = await start();
  const admin = clientOf(first, { apiKey: adminKey.text });
  const quotas = { callsPerSecondMax: 5 };
  const acme = await tenant({ coordinator: first, admin }, 'acme', { weight: 7, quotas });
  await first.stop();
  const second = await start();
  await second.agent(() => ({}));
  await clientOf(second, { apiKey: acme.key }).execute(source);
  const again = clientOf(second, { apiKey: adminKey.text });
  expect((await again.tenants.get('acme')).tenant).toMatchObject({
    policy: { weight: 7, quotas },
    apiKeyCount: 1,
  });
});

function writingLogger(lines: string[]): Logger {
  const write = (fields: object, message: string): void => {
    lines.push(inspect([fields, message], { depth: 20, maxStringLength: null }));
  };
  return {
    debug: write,
    info: write,
    warn: write,
    error: write,
    child: () => writingLogger(lines),
  };
}
