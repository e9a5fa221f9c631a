/**
 * Whatever nodes and callers do, in whatever order: every accepted execution is answered exactly
 * once, with an answer that can be true.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deadlineExceeded, type IsopodError } from '../../../../shared/errors/isopod-error.ts';
import { exampleExecution, exampleLogEntry } from '../../../support/example-execution.ts';
import type { ScriptedAgent } from '../../../support/scripted-agent.ts';
import { ScriptedCluster, type Submitted } from '../../../support/scripted-cluster.ts';

const queueWaitMsMax = 500;
const executionsQueuedMax = 5;

/** One execution, and what would justify each answer to it. */
interface Followed extends Submitted {
  readonly source: string;
  readonly deadlineMs: number;
  readonly submittedAtMs: number;
  wasCancelled: boolean;
  wasAbandoned: boolean;
  nodesLost: number;
}

interface World {
  readonly cluster: ScriptedCluster;
  readonly nodes: ScriptedAgent[];
  readonly followed: Followed[];
}

/** Picks one of many by a number that knows nothing of how many there are. */
function pick<T>(from: readonly T[], index: number): T | undefined {
  return from.length === 0 ? undefined : from[index % from.length];
}

function pickRun(world: World, index: number): { node: ScriptedAgent; runId: number } | undefined {
  const runs = world.nodes.flatMap((node) => node.runIds.map((runId) => ({ node, runId })));
  return pick(runs, index);
}

const actions = {
  submit({ cluster, followed }: World, number: number) {
    const submittedAtMs = cluster.clock.nowMs();
    const deadlineMs =
      number % 3 === 0 ? submittedAtMs + 1 + (number % 700) : Number.POSITIVE_INFINITY;
    const source = `${followed.length}`;
    const isFull = cluster.dispatcher.queued >= executionsQueuedMax;
    try {
      const of = { source, tenantId: `t${number % 2}`, priority: number % 10 };
      const submitted = cluster.submitExecution(exampleExecution(of), deadlineMs);
      const fate = { wasCancelled: false, wasAbandoned: false, nodesLost: 0 };
      followed.push({ ...submitted, ...fate, source, deadlineMs, submittedAtMs });
    } catch (error) {
      const { reason } = error as IsopodError;
      // Nothing is refused for being late that has all the time there is.
      if (reason === 'OVERLOADED') expect(deadlineMs).toBeLessThan(Number.POSITIVE_INFINITY);
      else expect([reason, isFull]).toEqual(['QUEUE_FULL', true]);
    }
  },
  cancel({ cluster, followed }: World, number: number) {
    const one = pick(followed, number);
    if (!one) return;
    one.wasCancelled ||= one.observer.answers.length === 0;
    cluster.dispatcher.cancel(one.ticket);
  },
  abandon({ cluster, followed }: World, number: number) {
    const one = pick(followed, number);
    if (!one) return;
    one.wasAbandoned ||= one.observer.answers.length === 0;
    cluster.dispatcher.abandon(one.ticket, deadlineExceeded());
  },
  join(world: World, number: number) {
    const { cluster, nodes } = world;
    // An id that is there already is an agent that dials anew.
    const nodeId = `n${number % 3}`;
    const older = nodes.findIndex(({ session }) => session.nodeId === nodeId);
    if (older >= 0) countLost(world, nodes.splice(older, 1)[0]);
    nodes.push(cluster.node(nodeId, 1 + (number % 3)));
  },
  vanish(world: World, number: number) {
    const node = pick(world.nodes, number);
    if (!node) return;
    countLost(world, node);
    world.nodes.splice(world.nodes.indexOf(node), 1);
    node.vanish();
  },
  end(world: World, number: number) {
    const run = pickRun(world, number);
    if (!run) return;
    const wasCancelled = run.node.cancelledRunIds.includes(run.runId);
    run.node.end(run.runId, { word: wasCancelled ? 'CANCELLED' : 'SUCCEEDED' });
  },
  refuse(world: World, number: number) {
    const run = pickRun(world, number);
    run?.node.refuse(run.runId, number % 3 === 0 ? 'TENANT_FULL' : 'NODE_BUSY');
  },
  log(world: World, number: number) {
    const run = pickRun(world, number);
    run?.node.log(run.runId, [exampleLogEntry()]);
  },
  heartbeat({ nodes }: World, number: number) {
    pick(nodes, number)?.heartbeat({ isDraining: number % 5 === 0 });
  },
  fill({ nodes }: World, number: number) {
    const node = pick(nodes, number);
    if (node) node.isFull = true;
  },
  drain({ nodes }: World, number: number) {
    pick(nodes, number)?.drained();
  },
  async wait({ cluster }: World, number: number) {
    await cluster.clock.advance(number % 200);
  },
};

type Action = keyof typeof actions;

/** By the coordinator's count: what is still in its outbox is lost with the node too. */
function countLost({ followed }: World, node: ScriptedAgent | undefined): void {
  for (const one of followed) {
    const { state } = one.ticket;
    if (state.name !== 'queued' && state.name !== 'answered' && state.node === node?.session)
      one.nodesLost++;
  }
}

function checkAnswer(one: Followed, nowMs: number): void {
  const { observer, deadlineMs, submittedAtMs } = one;
  expect(observer.words.length).toBeLessThanOrEqual(1);
  const isTrue: Record<string, boolean> = {
    SUCCEEDED: true,
    CANCELLED: one.wasCancelled,
    DEADLINE_EXCEEDED: one.wasAbandoned || deadlineMs <= nowMs,
    NO_NODE: nowMs - submittedAtMs >= queueWaitMsMax,
    NODE_LOST: one.nodesLost === 2,
    SHUTTING_DOWN: true,
  };
  for (const word of observer.words) expect([word, isTrue[word]]).toEqual([word, true]);
  expect(one.nodesLost).toBeLessThanOrEqual(2);
}

function checkWorld({ cluster, nodes, followed }: World): void {
  const nowMs = cluster.clock.nowMs();
  for (const one of followed) checkAnswer(one, nowMs);
  const unanswered = followed.filter(({ observer }) => observer.answers.length === 0);
  expect(cluster.dispatcher.unanswered).toBe(unanswered.length);
  for (const { session } of nodes)
    expect(session.runsOutstanding).toBeLessThanOrEqual(session.runsMax);
}

const script: fc.Arbitrary<{ readonly action: Action; readonly number: number }[]> = fc.array(
  fc.record({
    action: fc.constantFrom(
      ...(Object.keys(actions) as Action[]),
      // More work than trouble, or little would ever be running.
      ...(['submit', 'submit', 'submit', 'join', 'end', 'wait'] as const),
    ),
    number: fc.nat({ max: 1_000 }),
  }),
  { maxLength: 60 },
);

test('Dispatcher answers every execution exactly once, and truly, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(script, async (steps) => {
      const cluster = new ScriptedCluster({ queueWaitMsMax, executionsQueuedMax });
      const world: World = { cluster, nodes: [], followed: [] };
      for (const { action, number } of steps) {
        await actions[action](world, number);
        checkWorld(world);
        await cluster.settle();
        checkWorld(world);
      }
      const closed = cluster.dispatcher.close(100);
      await cluster.clock.advance(100);
      await closed;
      checkWorld(world);
      expect(world.followed.every(({ observer }) => observer.answers.length === 1)).toBe(true);
      cluster.close();
      expect(cluster.clock.timersPending).toBe(0);
      checkWorld(world);
    }),
    { numRuns: 200 },
  );
});
