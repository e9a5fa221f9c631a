import { expect, test } from 'vitest';
import { NodeWatch } from '../../../../coordinator/sessions/node-watch.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import { ScriptedCluster } from '../../../support/scripted-cluster.ts';

function scenario() {
  const clock = new VirtualClock();
  const watch = new NodeWatch(clock);
  const cluster = new ScriptedCluster({}, watch.observer);
  let told = 0;
  const end = watch.add(() => {
    told++;
  });
  return { clock, cluster, end, told: () => told };
}

test('NodeWatch tells at once of a node that comes, and once of a thousand that come together', async () => {
  const { clock, cluster, told } = scenario();
  cluster.node('first');
  expect(told()).toBe(1);
  for (let index = 0; index < 1_000; index++) cluster.node(`n${index}`);
  expect(told()).toBe(1);
  await clock.advance(100);
  expect(told()).toBe(2);
  // Nothing more is new.
  await clock.advance(800);
  expect(told()).toBe(2);
  cluster.node('last');
  expect(told()).toBe(3);
});

test('NodeWatch tells of load each second, and has no timer when nobody watches', async () => {
  const { clock, cluster, end, told } = scenario();
  await clock.advance(3_000);
  expect(told()).toBe(3);
  end();
  cluster.node('a');
  expect([told(), clock.timersPending]).toEqual([3, 0]);
});
