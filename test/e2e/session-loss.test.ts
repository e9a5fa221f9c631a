import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';
import { descendantsRunning } from '../support/process-tree.ts';

let cluster: OneMachineCluster;
let client: IsopodClient;
beforeEach(async () => {
  // That hosts are lost is meant, and no news.
  cluster = await OneMachineCluster.start({ nodes: 2, logLevel: 'silent' });
  client = cluster.client();
}, 60_000);
afterEach(() => cluster.stop(), 60_000);

/** Sessions on both nodes, each with a variable `mine`. */
async function openMany() {
  const sessions = await Promise.all(Array.from({ length: 16 }, () => client.sessions.create()));
  for (const session of sessions) {
    const { outcome } = await session.execute({ source: 'let mine = 1; mine' });
    expect(outcome.word).toBe('SUCCEEDED');
  }
  return sessions;
}

type Sessions = Awaited<ReturnType<typeof openMany>>;

/** The word of each session's next execution, which no session may answer with a fresh scope. */
async function words(sessions: Sessions): Promise<string[]> {
  const ran = await Promise.all(sessions.map((one) => one.execute({ source: 'typeof mine' })));
  for (const { outcome } of ran)
    if (outcome.word === 'SUCCEEDED') expect(outcome.resultJson).toBe('"number"');
  return ran.map(({ outcome }) => outcome.word);
}

test('the sessions of a node that dies are lost, those of the other go on', async () => {
  const sessions = await openMany();
  const [agent] = descendantsRunning('node-agent/main.ts');
  const nodes = new Set(sessions.map(({ description }) => description.nodeId));
  expect(nodes.size).toBe(2);
  process.kill(agent ?? 0, 'SIGKILL');
  await expect.poll(async () => (await client.listNodes()).length, { timeout: 30_000 }).toBe(1);
  const [left] = await client.listNodes();
  const found = await words(sessions);
  for (const [index, session] of sessions.entries()) {
    const isLeft = session.description.nodeId === left?.nodeId;
    expect(found[index]).toBe(isLeft ? 'SUCCEEDED' : 'SESSION_LOST');
  }
}, 90_000);

test('the sessions of hosts that die are lost, with what runs in them', async () => {
  const sessions = await openMany();
  const running = sessions.map((session) =>
    session.execute({
      source: 'new Promise((done) => setTimeout(done, 300_000))',
      limits: { wallUsMax: 400_000_000 },
    }),
  );
  await expect
    .poll(
      async () => {
        const nodes = await client.listNodes();
        return nodes.reduce((sum, { load }) => sum + load.runsInFlight, 0);
      },
      { timeout: 30_000 },
    )
    .toBe(sessions.length);
  for (const pid of descendantsRunning('no-node-snapshot')) process.kill(pid, 'SIGKILL');
  const ended = (await Promise.all(running)).map(({ outcome }) => outcome.word);
  expect(new Set(ended)).toEqual(new Set(['SESSION_LOST']));
  expect(new Set(await words(sessions))).toEqual(new Set(['SESSION_LOST']));
  const fresh = await client.sessions.create();
  expect((await fresh.execute({ source: 'typeof mine' })).outcome).toMatchObject({
    resultJson: '"undefined"',
  });
}, 90_000);
