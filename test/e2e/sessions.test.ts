import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import type { Session } from '../../client/sdk/session.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';

let cluster: OneMachineCluster;
let client: IsopodClient;
beforeAll(async () => {
  cluster = await OneMachineCluster.start();
  client = cluster.client();
}, 60_000);
afterAll(() => cluster.stop(), 60_000);

async function open(terms: Parameters<IsopodClient['sessions']['create']>[0] = {}) {
  const session = await client.sessions.create(terms);
  onTestFinished(async () => void (await session.close()));
  return session;
}

async function run(session: Session, source: string) {
  return (await session.execute({ source })).outcome;
}

test('a session keeps its state over 1,000 executions', async () => {
  const session = await open();
  await run(session, 'let n = 0; const double = (x) => 2 * x;');
  const stream = client.openStream();
  const { sessionId } = session;
  const executions = Array.from({ length: 1_000 }, () =>
    stream.execute({ source: 'n += 1', sessionId }),
  );
  const outcomes = await Promise.all(executions);
  await stream.end();
  expect(new Set(outcomes.map(({ word }) => word))).toEqual(new Set(['SUCCEEDED']));
  // Each after the one before it, in the order in which they were asked for.
  expect(outcomes.map(({ resultJson }) => Number(resultJson))).toEqual(
    Array.from({ length: 1_000 }, (_, index) => index + 1),
  );
  expect(await run(session, 'double(n)')).toMatchObject({ resultJson: '2000' });
}, 60_000);

test('a session is nobody else’s: another tenant finds it lost, and does not list it', async () => {
  const session = await open();
  await run(session, 'let secret = 1');
  const other = cluster.client({ tenantId: 'other' });
  const { outcome } = await other.execute({ source: 'secret', sessionId: session.sessionId });
  expect(outcome.word).toBe('SESSION_LOST');
  expect(await other.sessions.close(session.sessionId)).toBe(false);
  expect(await other.sessions.list()).toEqual([]);
  expect(await run(session, 'secret')).toMatchObject({ resultJson: '1' });
  const listed = await client.sessions.list();
  expect(listed.find(({ sessionId }) => sessionId === session.sessionId)).toMatchObject({
    executionCount: 2,
    ttlMs: 3_600_000,
  });
});

test('a session ends when it was idle for as long as it may be', async () => {
  const session = await open({ idleMs: 1_000 });
  expect(await run(session, 'let x = 1; x')).toMatchObject({ word: 'SUCCEEDED' });
  await expect
    .poll(() => client.sessions.list(), { timeout: 20_000 })
    .not.toContainEqual(expect.objectContaining({ sessionId: session.sessionId }));
  expect(await run(session, 'x')).toMatchObject({ word: 'SESSION_LOST' });
}, 30_000);

test('a session survives what its programs do wrong, and is lost with a run that was stopped', async () => {
  const session = await open();
  expect(await run(session, 'let x = 1; y')).toMatchObject({ word: 'SCRIPT_THREW' });
  expect(await run(session, 'x')).toMatchObject({ resultJson: '1' });
  const { outcome } = await session.execute({
    source: 'for (;;);',
    limits: { cpuUsMax: 100_000 },
  });
  expect(outcome.word).toBe('CPU_EXCEEDED');
  const after = await run(session, 'typeof x');
  expect(after).toMatchObject({ word: 'SESSION_LOST', error: { name: 'SessionLost' } });
});

test('closing a session ends what runs in it and what waits for that', async () => {
  const session = await open();
  const runs = session.execute({ source: 'console.log("in"); for (;;);' });
  const waits = session.execute({ source: '1' });
  await expect
    .poll(async () => (await client.listNodes())[0]?.load.runsInFlight, { timeout: 20_000 })
    .toBeGreaterThan(0);
  expect(await session.close()).toBe(true);
  const words = (await Promise.all([runs, waits])).map(({ outcome }) => outcome.word);
  expect(words).toEqual(['SESSION_LOST', 'SESSION_LOST']);
  expect(await session.close()).toBe(false);
}, 30_000);

test('a session runs deployed functions and modules in its scope', async () => {
  const session = await open();
  await client.functions.deploy('bump', {
    source: 'globalThis.n = (globalThis.n ?? 0) + 1; export default (by) => (globalThis.n += by);',
  });
  await session.execute({ function: 'bump', inputJson: '10' });
  await session.execute({ function: 'bump', inputJson: '10' });
  expect(await run(session, 'n')).toMatchObject({ resultJson: '22' });
});

test('what cannot be asked of a session is refused, field by field', async () => {
  await expect(client.sessions.create({ ttlMs: 1, memoryBytesMax: 1 })).rejects.toMatchObject({
    reason: 'INVALID_REQUEST',
    fieldViolations: [{ field: 'ttl' }, { field: 'memory_bytes' }],
  });
  const { sessionId } = await open();
  await expect(
    client.execute({ source: '1', sessionId, determinism: {}, isolation: 'FRESH' }),
  ).rejects.toMatchObject({
    reason: 'INVALID_EXECUTION',
    fieldViolations: [{ field: 'determinism' }, { field: 'isolation_level' }],
  });
  await expect(client.execute({ source: '1', sessionId: 'no id' })).rejects.toMatchObject({
    fieldViolations: [{ field: 'session_id' }],
  });
});
