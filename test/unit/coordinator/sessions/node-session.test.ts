import { expect, test } from 'vitest';
import type { PlacedRun } from '../../../../coordinator/balancing/balancer.ts';
import type { CallVerdict } from '../../../../coordinator/resilience/call-verdict.ts';
import type { NodeSession } from '../../../../coordinator/sessions/node-session.ts';
import { WireError } from '../../../../shared/wire/wire-error.ts';
import { exampleLogEntry, exampleOutcome } from '../../../support/example-execution.ts';
import { exampleHello } from '../../../support/example-node.ts';
import { ScriptedCluster } from '../../../support/scripted-cluster.ts';
import { TurnBalancer } from '../../../support/turn-balancer.ts';

const megabyte = 1024 * 1024;

test('NodeSession sends what one turn gives it as one message', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a');
  const { ticket } = cluster.submit('one');
  cluster.submit('two');
  cluster.dispatcher.cancel(ticket);
  await cluster.settle();
  expect(node.messages.map(({ name }) => name)).toEqual(['welcome', 'run-commands']);
  expect(node.messages[1]).toMatchObject({
    commands: { starts: [{ runId: 1 }, { runId: 2 }], cancelledRunIds: [1] },
  });
});

test('NodeSession hands on what the node says of its runs, logs first', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a');
  const { observer } = cluster.submit();
  await cluster.settle();
  const outcome = exampleOutcome({ resultJson: '2' });
  node.say({
    ended: [{ runId: 1, outcome }],
    logs: [{ runId: 1, lines: [exampleLogEntry({ text: 'said' })] }],
  });
  expect(observer.lines).toMatchObject([{ text: 'said' }]);
  expect(observer.answers).toMatchObject([{ word: 'SUCCEEDED', resultJson: '2' }]);
  expect(node.session.runsOutstanding).toBe(0);
});

test('NodeSession tells the balancer of a claim of more time than has passed as of a fault', async () => {
  const verdicts: CallVerdict[] = [];
  const cluster = new ScriptedCluster({}, {}, (nodes) =>
    Object.assign(new TurnBalancer(nodes), {
      finished: (_run: PlacedRun, _tookMs: number, verdict: CallVerdict) => verdicts.push(verdict),
    }),
  );
  const node = cluster.node('a');
  cluster.submit();
  cluster.submit();
  await cluster.settle();
  node.end(1, { usage: { wallUs: 100 } });
  node.end(2, { usage: { wallUs: 5_000_000 } });
  expect(verdicts).toEqual(['good', 'fault']);
});

test.each<[string, (session: NodeSession) => void]>([
  ['a second hello', (session) => session.receive({ name: 'hello', hello: exampleHello() })],
  ['the end of a run it has not', (session) => say(session, { ended: [ended(9)] })],
  ['lines of a run it has not', (session) => say(session, { logs: [{ runId: 9, lines: [] }] })],
  ['a refusal of a run it has not', (session) => say(session, { refused: [refused(9)] })],
  ['a second end', (session) => say(session, { ended: [ended(1), ended(1)] })],
])('NodeSession does not go on after %s', async (_what, say9) => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a');
  cluster.submit();
  await cluster.settle();
  expect(() => say9(node.session)).toThrow(WireError);
});

test('NodeSession counts what is still to be sent as given to the node', () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a', 2);
  for (let run = 0; run < 3; run++) cluster.submit();
  expect(node.session.runsOutstanding).toBe(2);
  expect(node.session.hasRoom).toBe(false);
});

test('NodeSession takes no more while the stream has not taken 8 MB of commands', async () => {
  const cluster = new ScriptedCluster({ queueBytesMax: 100 * megabyte });
  const node = cluster.node('a', 100);
  node.isFull = true;
  cluster.submit('first');
  await cluster.settle();
  for (let run = 0; run < 12; run++) cluster.submit(`${run}`.padEnd(megabyte, 'x'));
  await cluster.settle();
  expect(node.session.runsOutstanding).toBe(9);
  expect(cluster.dispatcher.queued).toBe(4);
  node.drained();
  await cluster.settle();
  expect(node.runIds).toHaveLength(13);
});

test('NodeSession keeps the run id free of those that are still in use', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a', 100);
  for (let run = 0; run < 5; run++) cluster.submit();
  await cluster.settle();
  node.end(2);
  cluster.submit();
  await cluster.settle();
  expect(node.runIds).toEqual([1, 3, 4, 5, 6]);
});

test('NodeSession that closes loses its runs, and is closed once', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a');
  cluster.submit();
  cluster.submit();
  await cluster.settle();
  node.session.close('enough');
  expect(node.closedFor).toBe('enough');
  node.session.close('again');
  expect(node.closedFor).toBe('enough');
  expect(node.session.runsOutstanding).toBe(0);
  expect(cluster.dispatcher.queued).toBe(2);
});

test('NodeSession knows the load of the last heartbeat, and when it was', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a');
  await cluster.clock.advance(40);
  node.heartbeat({ load: { cpuPermille: 700 } });
  expect(node.session.load.cpuPermille).toBe(700);
  expect(node.session.heardAtMs).toBe(40);
});

test('NodeSession says goodbye and then gets nothing new', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a');
  cluster.roster.sayGoodbye();
  expect(node.messages.at(-1)).toEqual({ name: 'goodbye' });
  expect(node.session.state).toBe('draining');
  cluster.submit();
  await cluster.settle();
  expect(node.runIds).toEqual([]);
});

type Events = Parameters<NodeSession['receive']>[0] & { readonly name: 'run-events' };

function say(session: NodeSession, events: Partial<Events['events']>): void {
  session.receive({
    name: 'run-events',
    events: { logs: [], progress: [], hostCalls: [], ended: [], refused: [], ...events },
  });
}

function ended(runId: number) {
  return { runId, outcome: exampleOutcome() };
}

function refused(runId: number) {
  return { runId, reason: 'NODE_BUSY' as const };
}

test('NodeSession sends a program once, and again when the node has let go of it', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a');
  const { observer } = cluster.submit('same');
  cluster.submit('same');
  await cluster.settle();
  expect([...node.running.values()].map(({ isProgramKept }) => isProgramKept)).toEqual([
    undefined,
    true,
  ]);
  node.say({ refused: [{ runId: 2, reason: 'PROGRAM_UNKNOWN' }] });
  await cluster.settle();
  expect(node.running.get(3)).not.toHaveProperty('isProgramKept');
  expect(observer.answers).toEqual([]);
  expect(node.session.hasRoom).toBe(true);
});
