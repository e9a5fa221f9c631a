import { expect, test } from 'vitest';
import { deadlineExceeded, IsopodError } from '../../../../shared/errors/isopod-error.ts';
import { defaultDeterminism } from '../../../../shared/execution/determinism.ts';
import type { Execution } from '../../../../shared/execution/execution.ts';
import { exampleExecution } from '../../../support/example-execution.ts';
import { ScriptedCluster } from '../../../support/scripted-cluster.ts';

test('Dispatcher gives an execution to a node that has room at once', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a');
  const { observer } = cluster.submit('one');
  await cluster.settle();
  expect(node.sources).toEqual(['one']);
  node.end(1);
  expect(observer.words).toEqual(['SUCCEEDED']);
  expect(cluster.dispatcher.unanswered).toBe(0);
});

test('Dispatcher queues while no node has room, and goes on in order', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a', 1);
  for (const source of ['one', 'two', 'three']) cluster.submit(source);
  await cluster.settle();
  expect(node.sources).toEqual(['one']);
  expect(cluster.dispatcher.queued).toBe(2);
  node.end(1);
  await cluster.settle();
  expect(node.sources).toEqual(['two']);
});

test('Dispatcher lets nobody past those who wait', async () => {
  const cluster = new ScriptedCluster();
  cluster.submit('first');
  const node = cluster.node('a', 1);
  cluster.submit('second');
  await cluster.settle();
  expect(node.sources).toEqual(['first']);
});

test('Dispatcher gives what waits to a node that joins', async () => {
  const cluster = new ScriptedCluster();
  cluster.submit('waits');
  expect(cluster.node('a').session.runsOutstanding).toBe(1);
  expect(cluster.dispatcher.queued).toBe(0);
});

test('Dispatcher refuses what does not fit into the queue, and forgets it', () => {
  const cluster = new ScriptedCluster({ executionsQueuedMax: 1 });
  cluster.submit();
  expect(() => cluster.submit()).toThrow(expect.objectContaining({ reason: 'QUEUE_FULL' }));
  expect(cluster.dispatcher.unanswered).toBe(1);
});

test('Dispatcher answers what waits beyond its deadline within 20 ms of it', async () => {
  const cluster = new ScriptedCluster();
  const { observer } = cluster.submit('1', 100);
  await cluster.clock.advance(99);
  expect(observer.words).toEqual([]);
  await cluster.clock.advance(21);
  expect(observer.words).toEqual(['DEADLINE_EXCEEDED']);
  expect(cluster.clock.timersPending).toBe(0);
});

test('Dispatcher answers what has waited too long for a node', async () => {
  const cluster = new ScriptedCluster({ queueWaitMsMax: 500 });
  const { observer } = cluster.submit();
  await cluster.clock.advance(499);
  expect(observer.words).toEqual([]);
  await cluster.clock.advance(21);
  expect(observer.words).toEqual(['NO_NODE']);
  expect(observer.answers).toMatchObject([
    {
      message: 'Could not run the execution: none of 0 nodes took it in 500 ms',
      retryAfterMs: 1_000,
    },
  ]);
});

test('Dispatcher brings what a node refused to another, at once', async () => {
  const cluster = new ScriptedCluster();
  const [full, free] = [cluster.node('full', 1), cluster.node('free', 1)];
  for (const source of ['one', 'two']) cluster.submit(source);
  await cluster.settle();
  const [runId = 0] = full.runIds;
  const [refused] = full.sources;
  const [other = 0] = free.runIds;
  free.end(other);
  full.refuse(runId);
  await cluster.settle();
  expect(free.sources).toEqual([refused]);
  expect(full.sources).toEqual([]);
});

test('Dispatcher gives a node that refused nothing more until it has room', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a');
  const { observer } = cluster.submit();
  await cluster.settle();
  node.refuse(1);
  await cluster.clock.advance(100);
  expect(node.messages.filter(({ name }) => name === 'run-commands')).toHaveLength(1);
  node.heartbeat({ load: { runsInFlight: 3, runsWaiting: 1 } });
  await cluster.settle();
  expect(node.runIds).toEqual([]);
  node.heartbeat({ load: { runsInFlight: 3 } });
  await cluster.settle();
  node.end(2);
  expect(observer.words).toEqual(['SUCCEEDED']);
  expect(observer.answers).toMatchObject([{ usage: { attempts: 1 } }]);
});

test('Dispatcher gives a node that refused one more for each that ends there', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a');
  for (const source of ['one', 'two', 'three']) cluster.submit(source);
  await cluster.settle();
  node.refuse(3);
  await cluster.settle();
  expect(node.sources).toEqual(['one', 'two']);
  node.end(1);
  await cluster.settle();
  expect(node.sources).toEqual(['two', 'three']);
});

test('Dispatcher takes REJECTED from a node for a refusal', async () => {
  const cluster = new ScriptedCluster();
  const stopping = cluster.node('stopping');
  const { observer } = cluster.submit('one');
  await cluster.settle();
  const other = cluster.node('other');
  stopping.end(1, { word: 'REJECTED' });
  await cluster.settle();
  expect(other.sources).toEqual(['one']);
  expect(observer.words).toEqual([]);
});

test('Dispatcher begins what was lost with its node once more elsewhere', async () => {
  const cluster = new ScriptedCluster();
  const first = cluster.node('first');
  const { observer } = cluster.submit('one');
  await cluster.settle();
  first.vanish();
  const second = cluster.node('second');
  await cluster.settle();
  expect(second.sources).toEqual(['one']);
  second.end(1);
  expect(observer.answers).toMatchObject([{ word: 'SUCCEEDED', usage: { attempts: 2 } }]);
});

test('Dispatcher does not count the time on a node that was lost as waiting', async () => {
  const cluster = new ScriptedCluster({ queueWaitMsMax: 500 });
  const first = cluster.node('first');
  const { observer } = cluster.submit();
  await cluster.clock.advance(2_000);
  first.vanish();
  await cluster.clock.advance(400);
  expect(observer.words).toEqual([]);
  await cluster.clock.advance(120);
  expect(observer.words).toEqual(['NO_NODE']);
});

test.each<[string, Partial<Execution>, string]>([
  ['one that may fetch', {}, 'NODE_LOST'],
  ['one that may fetch something', { egressRules: ['https://a.example POST'] }, 'NODE_LOST'],
  ['one that may fetch nothing', { egressRules: [] }, 'SUCCEEDED'],
  ['one that is deterministic', { determinism: defaultDeterminism }, 'SUCCEEDED'],
  ['one that may be repeated', { isIdempotent: true }, 'SUCCEEDED'],
])(
  'Dispatcher, of what was lost with a node that fetches, asks of %s whether it is begun again',
  async (_name, given, word) => {
    const cluster = new ScriptedCluster();
    const fetching = cluster.join({ nodeId: 'fetching', hasEgress: true });
    const { observer } = cluster.submitExecution(exampleExecution(given));
    await cluster.settle();
    const other = cluster.node('other');
    fetching.vanish();
    await cluster.settle();
    for (const runId of other.runIds) other.end(runId);
    expect(observer.words).toEqual([word]);
    if (word === 'NODE_LOST') expect(observer.answers).toMatchObject([{ mayHaveHadEffects: true }]);
  },
);

test('Dispatcher answers what was lost with two nodes with NODE_LOST', async () => {
  const cluster = new ScriptedCluster();
  const { observer } = cluster.submit();
  cluster.node('first').vanish();
  cluster.node('second').vanish();
  await cluster.settle();
  expect(observer.answers).toMatchObject([
    {
      word: 'NODE_LOST',
      mayHaveHadEffects: false,
      usage: { attempts: 2, nodeId: 'second' },
    },
  ]);
  expect(cluster.dispatcher.unanswered).toBe(0);
});

test('Dispatcher cancels what waits at once', async () => {
  const cluster = new ScriptedCluster();
  const { ticket, observer } = cluster.submit();
  await cluster.clock.advance(15);
  cluster.dispatcher.cancel(ticket);
  expect(observer.answers).toMatchObject([
    { word: 'CANCELLED', usage: { queuedUs: 15_000, attempts: 0, nodeId: '' } },
  ]);
  expect(cluster.dispatcher.queued).toBe(0);
});

test('Dispatcher lets the node say how a cancelled run ended', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a');
  const { ticket, observer } = cluster.submit();
  await cluster.settle();
  cluster.dispatcher.cancel(ticket);
  cluster.dispatcher.cancel(ticket);
  await cluster.settle();
  expect(node.cancelledRunIds).toEqual([1]);
  expect(observer.words).toEqual([]);
  node.end(1, { word: 'CANCELLED' });
  expect(observer.words).toEqual(['CANCELLED']);
});

test('Dispatcher lets a run that was faster than its cancel succeed', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a');
  const { ticket, observer } = cluster.submit();
  await cluster.settle();
  cluster.dispatcher.cancel(ticket);
  node.end(1);
  cluster.dispatcher.cancel(ticket);
  expect(observer.words).toEqual(['SUCCEEDED']);
});

test.each(['lost', 'refused'] as const)(
  'Dispatcher does not begin again what was cancelled and then %s',
  async (fate) => {
    const cluster = new ScriptedCluster();
    const node = cluster.node('a');
    const { ticket, observer } = cluster.submit();
    await cluster.settle();
    cluster.dispatcher.cancel(ticket);
    if (fate === 'lost') node.vanish();
    else node.refuse(1);
    expect(observer.words).toEqual(['CANCELLED']);
    expect(cluster.dispatcher.queued).toBe(0);
  },
);

test('Dispatcher answers what is given up at once, while its run keeps its place', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a', 1);
  const { ticket, observer } = cluster.submit();
  await cluster.settle();
  cluster.dispatcher.abandon(ticket, deadlineExceeded());
  cluster.submit('next');
  await cluster.settle();
  expect(observer.words).toEqual(['DEADLINE_EXCEEDED']);
  expect(node.cancelledRunIds).toEqual([1]);
  expect(node.runIds).toEqual([1]);
  node.end(1, { word: 'CANCELLED' });
  await cluster.settle();
  expect(node.sources).toEqual(['next']);
  expect(observer.words).toHaveLength(1);
});

test('Dispatcher takes what is given up out of the queue', () => {
  const cluster = new ScriptedCluster();
  const { ticket, observer } = cluster.submit();
  cluster.dispatcher.abandon(ticket, new IsopodError('CANCELLED', 'm'));
  expect(observer.words).toEqual(['CANCELLED']);
  expect(cluster.dispatcher.queued).toBe(0);
  expect(cluster.node('a').session.runsOutstanding).toBe(0);
});

test('Dispatcher that closes refuses what comes and finishes what there is', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a', 1);
  const running = cluster.submit();
  const waiting = cluster.submit();
  await cluster.settle();
  let isClosed = false;
  const closed = cluster.dispatcher.close(1_000).then(() => {
    isClosed = true;
  });
  expect(() => cluster.submit()).toThrow(expect.objectContaining({ reason: 'SHUTTING_DOWN' }));
  node.end(1);
  await cluster.settle();
  expect(isClosed).toBe(false);
  node.end(2);
  await closed;
  expect([running, waiting].map(({ observer }) => observer.words)).toEqual([
    ['SUCCEEDED'],
    ['SUCCEEDED'],
  ]);
});

test('Dispatcher that closes gives up what is left after the grace', async () => {
  const cluster = new ScriptedCluster({ queueWaitMsMax: 10_000 });
  const node = cluster.node('a', 1);
  const running = cluster.submit();
  const waiting = cluster.submit();
  const closed = cluster.dispatcher.close(1_000);
  await cluster.clock.advance(1_000);
  await closed;
  await cluster.settle();
  expect(running.observer.words).toEqual(['SHUTTING_DOWN']);
  expect(waiting.observer.words).toEqual(['SHUTTING_DOWN']);
  expect(node.cancelledRunIds).toEqual([1]);
  node.vanish();
  cluster.close();
  expect(cluster.dispatcher.queued).toBe(0);
  expect(cluster.clock.timersPending).toBe(0);
});

test('Dispatcher without work closes at once', async () => {
  const cluster = new ScriptedCluster();
  await cluster.dispatcher.close(60_000);
  expect(cluster.clock.timersPending).toBe(0);
});

test('Dispatcher begins nothing whose deadline has passed, also where room comes first', async () => {
  const cluster = new ScriptedCluster();
  const late = cluster.submit('late', 10);
  cluster.submit('in time', 1_000);
  await cluster.clock.advance(15);
  const node = cluster.node('a', 1);
  await cluster.settle();
  expect(late.observer.words).toEqual(['DEADLINE_EXCEEDED']);
  expect(node.sources).toEqual(['in time']);
  expect(() => cluster.submit('past', 15)).toThrow(
    expect.objectContaining({ reason: 'DEADLINE_EXCEEDED' }),
  );
});

test('Dispatcher sends others to a node that has enough of one tenant', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a', 4);
  const of = (tenantId: string, source: string) =>
    cluster.submitExecution(exampleExecution({ tenantId, source }));
  for (const source of ['a1', 'a2', 'a3']) of('a', source);
  await cluster.settle();
  node.refuse(3, 'TENANT_FULL');
  of('b', 'b1');
  await cluster.settle();
  expect(node.sources).toEqual(['a1', 'a2', 'b1']);
  // One more of it when one has ended, and not before.
  node.end(1);
  await cluster.settle();
  expect(node.sources).toEqual(['a2', 'b1', 'a3']);
});
