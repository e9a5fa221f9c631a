/** Agents made faulty under load, on a virtual clock: their breakers open, try, and restore. */
import { expect, test } from 'vitest';
import { restorationPercents } from '../../../../coordinator/resilience/restoration.ts';
import type { OutcomeWord } from '../../../../shared/execution/outcome.ts';
import { ActingAgent, type Conduct } from '../../../support/acting-agent.ts';
import { ScriptedCluster } from '../../../support/scripted-cluster.ts';
import { TurnBalancer } from '../../../support/turn-balancer.ts';

const arrivalsPerSecond = 200;
const stepMs = 1_000 / arrivalsPerSecond;

interface World {
  readonly cluster: ScriptedCluster;
  readonly agents: readonly ActingAgent[];
  breakerOf(nodeId: string): { readonly state: string; readonly percentAdmitted: number };
  /** Executions come until it holds, or for so long. Returns how long it took. */
  runUntil(holds: () => boolean, msMax: number): Promise<number>;
}

function makeWorld(nodeIds: readonly string[]): World {
  const options = { executionsQueuedMax: 10_000, queueWaitMsMax: 60_000 };
  const cluster = new ScriptedCluster(options, {}, (nodes) => new TurnBalancer(nodes));
  const agents = nodeIds.map((nodeId) => new ActingAgent(cluster, nodeId));
  return {
    cluster,
    agents,
    breakerOf: (nodeId) => {
      const found = cluster.resilience.find(`node/${nodeId}`);
      if (!found) throw new Error(`no breaker of ${nodeId}`);
      return found.snapshot();
    },
    async runUntil(holds, msMax) {
      const { clock } = cluster;
      const beganAtMs = clock.nowMs();
      while (!holds() && clock.nowMs() - beganAtMs < msMax) {
        cluster.submit();
        await clock.advance(stepMs);
      }
      return clock.nowMs() - beganAtMs;
    },
  };
}

test.each<[Conduct, number]>([
  ['crashes', 10_000],
  ['lies', 1_500],
  ['delays', 13_000],
  ['drops', 8_000],
])('a node that %s is opened, tried and restored step by step', async (conduct, openMsMax) => {
  const world = makeWorld(['a', 'b', 'c']);
  const { runUntil, breakerOf } = world;
  const [faulty] = world.agents;
  if (!faulty) throw new Error('no agent');
  await runUntil(() => false, 1_000);
  faulty.conduct = conduct;
  const openedMs = await runUntil(() => breakerOf('a').state === 'OPEN', 60_000);
  expect(openedMs).toBeLessThanOrEqual(openMsMax);
  const runsWhenOpened = faulty.runs;
  faulty.conduct = 'well';
  await runUntil(() => breakerOf('a').state !== 'OPEN', 60_000);
  expect(faulty.runs).toBe(runsWhenOpened);
  expect(breakerOf('a').state).toBe('HALF_OPEN');
  await runUntil(() => breakerOf('a').state === 'CLOSED', 60_000);
  expect(faulty.runs - runsWhenOpened).toBe(5);
  for (const percent of restorationPercents) {
    const before = world.agents.map(({ runs }) => runs);
    const whole = (): boolean => breakerOf('a').percentAdmitted !== percent;
    await runUntil(whole, percent === 100 ? 3_000 : 60_000);
    const [given = 0, ...others] = world.agents.map(
      ({ runs }, index) => runs - (before[index] ?? 0),
    );
    const all = given + others.reduce((sum, runs) => sum + runs, 0);
    // A third of what comes is what it would get.
    expect(Math.abs((100 * 3 * given) / all - percent)).toBeLessThan(5);
  }
  for (const agent of world.agents) agent.stop();
});

test('ten thousand guest faults open nothing', async () => {
  const world = makeWorld(['a', 'b']);
  const words: OutcomeWord[] = [
    'SCRIPT_THREW',
    'SYNTAX_ERROR',
    'CPU_EXCEEDED',
    'WALL_EXCEEDED',
    'MEMORY_EXCEEDED',
    'OUTPUT_EXCEEDED',
    'HOST_CALL_LIMIT',
    'CRASHED',
    'NODE_LOST',
    'SESSION_LOST',
  ];
  for (const agent of world.agents)
    agent.word = (run) => words[run % words.length] ?? 'SCRIPT_THREW';
  const runs = (): number => world.agents.reduce((sum, agent) => sum + agent.runs, 0);
  await world.runUntil(() => runs() >= 10_000, 120_000);
  for (const { openings, rejections, faults } of world.cluster.resilience.breakers)
    expect({ openings, rejections, faults }).toEqual({ openings: 0, rejections: 0, faults: 0 });
  for (const agent of world.agents) agent.stop();
});
