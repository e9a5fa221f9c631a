import { expect, test } from 'vitest';
import { readAlertsConfig } from '../../../../coordinator/health/alerts-config.ts';
import { CoordinatorHealth } from '../../../../coordinator/health/coordinator-health.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { silentLogger } from '../../../../shared/telemetry/logger.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

const node = { runsOutstanding: 0, runsMax: 4 };

function scenario() {
  const clock = new VirtualClock();
  const active: (typeof node)[] = [];
  const waiting = { longestMs: 0 };
  const open: string[] = [];
  const health = new CoordinatorHealth({
    alerts: readAlertsConfig(),
    alertWebhookUrl: undefined,
    nodes: { active },
    queue: { longestWaitMs: () => waiting.longestMs },
    breakers: { open },
    services: { ofNodes: ['Executions'], others: ['Functions'] },
    clock,
    random: seededRandom(1),
    newId: () => 'id',
    logger: silentLogger,
  });
  const told: string[] = [];
  health.monitor.alerting.addSink({
    notify: ({ alerts }) => {
      for (const { name, state } of alerts) told.push(`${name} ${state}`);
    },
  });
  health.start();
  return {
    clock,
    health,
    told,
    waiting,
    open,
    join: (nodeId: string): void => {
      active.push(node);
      health.nodes.isHere(nodeId);
      health.nodesChanged();
    },
    lose: (nodeId: string): void => {
      active.pop();
      health.nodes.hasLeft(nodeId, true);
      health.nodesChanged();
    },
    served: (): string[] =>
      [...health.board.services].filter(([, isServing]) => isServing).map(([name]) => name),
  };
}

test('CoordinatorHealth serves executions while there are nodes, and knows it at once', () => {
  const { join, lose, served } = scenario();
  expect(served()).toEqual(['', 'liveness', 'Functions']);
  join('a');
  expect(served()).toEqual(['', 'liveness', 'Functions', 'Executions']);
  lose('a');
  expect(served()).toEqual(['', 'liveness', 'Functions']);
});

test('CoordinatorHealth serves nothing from the moment on that the coordinator leaves, and is alive', async () => {
  const { clock, health, join, served } = scenario();
  join('a');
  const heard: (boolean | undefined)[] = [];
  health.board.watch('Executions', () => heard.push(health.board.isServing('Executions')));
  health.leave();
  expect(served()).toEqual(['liveness']);
  join('b');
  await clock.advance(60_000);
  expect(served()).toEqual(['liveness']);
  expect(heard).toEqual([false]);
});

test('CoordinatorHealth is not live when its loop stands still again and again', async () => {
  const { clock, health, served } = scenario();
  for (let time = 0; time < 8; time++) {
    clock.stall(2_200);
    await clock.advance(500);
  }
  expect(health.monitor.isLive).toBe(false);
  expect(served()).toEqual([]);
  await clock.advance(10_000);
  expect(served()).toEqual(['', 'liveness', 'Functions']);
});

test('CoordinatorHealth tells nobody of a node that is silent for a moment', async () => {
  const { clock, health, join, told } = scenario();
  join('a');
  health.nodes.isSuspected('a');
  await clock.advance(3_000);
  health.nodes.isHere('a');
  await clock.advance(60_000);
  expect(told).toEqual([]);
});

test('CoordinatorHealth tells once of a node that is lost, with its breaker open and all that follows from it', async () => {
  const { clock, join, lose, open, waiting, told } = scenario();
  join('a');
  lose('a');
  open.push('node/a');
  waiting.longestMs = 60_000;
  await clock.advance(20_000);
  expect(told).toEqual(['NodeLost FIRING']);
  // That there is no node at all explains that executions wait; and is worth a word of its own.
  await clock.advance(120_000);
  expect(told).toEqual(['NodeLost FIRING', 'CheckFailing FIRING']);
  join('a');
  open.pop();
  waiting.longestMs = 0;
  await clock.advance(200_000);
  expect(told.slice(2).toSorted()).toEqual(['CheckFailing RESOLVED', 'NodeLost RESOLVED']);
});

test('CoordinatorHealth tells of breakers that are no node’s, and of executions that wait', async () => {
  const { clock, join, open, waiting, told } = scenario();
  join('a');
  open.push('redis');
  waiting.longestMs = 6_000;
  await clock.advance(60_000);
  expect(told).toEqual(['BreakerOpen FIRING', 'QueueWait FIRING']);
});

test('CoordinatorHealth tells of a burst of faults by its share, and of how fast it burns the budget', async () => {
  const { clock, health, join, told } = scenario();
  join('a');
  for (let second = 0; second < 120; second++) {
    for (let index = 0; index < 10; index++) health.executions.answered(index === 0);
    await clock.advance(1_000);
  }
  // A slow burn is explained by the fast one.
  expect(told.toSorted()).toEqual(['ErrorRatio FIRING', 'SloFastBurn FIRING']);
});

test('CoordinatorHealth watches Redis and Postgres where there are such tiers', async () => {
  const { clock, health } = scenario();
  let isGone = false;
  const check = async (): Promise<void> => {
    if (isGone) throw new Error('gone');
  };
  health.addCaches({
    remotes: [
      { name: 'L2', check },
      { name: 'L3', check },
    ],
    stats: new Map(),
  });
  await clock.advance(1_000);
  isGone = true;
  await clock.advance(20_000);
  const failing = health.monitor.checks.filter(({ state }) => state === 'UNHEALTHY');
  expect(failing.map(({ name }) => name)).toEqual(['nodes', 'postgres', 'redis']);
  expect(health.monitor.isReady).toBe(true);
});

test('CoordinatorHealth that is stopped leaves no timer', () => {
  const { clock, health } = scenario();
  health.stop();
  expect(clock.timersPending).toBe(0);
});
