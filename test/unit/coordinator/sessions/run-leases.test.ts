/** Runs that a node does not end: forgotten ones, and ones that are overdue. */
import { expect, test } from 'vitest';
import { WireError } from '../../../../shared/wire/wire-error.ts';
import { exampleExecution, exampleLogEntry } from '../../../support/example-execution.ts';
import { ScriptedCluster } from '../../../support/scripted-cluster.ts';

const waiting = { load: { runsInFlight: 0, runsWaiting: 1 } };
const executing = { load: { runsInFlight: 1, runsWaiting: 0 } };

async function scenario() {
  const cluster = new ScriptedCluster({ queueWaitMsMax: 1_000_000 });
  const node = cluster.node('a');
  const { observer } = cluster.submitExecution(exampleExecution());
  await cluster.clock.advance(1_000);
  /** Its heartbeats, one a second. */
  const beat = async (seconds: number, what: Parameters<typeof node.heartbeat>[0]) => {
    for (let second = 0; second < seconds; second++) {
      node.heartbeat(what);
      await cluster.clock.advance(1_000);
    }
  };
  return { cluster, node, observer, beat };
}

test('NodeSession does not go on with a node that says for five seconds that it has no runs', async () => {
  const { node, beat } = await scenario();
  await beat(5, { load: { runsInFlight: 0 } });
  expect(() => node.heartbeat({ load: { runsInFlight: 0 } })).toThrow(WireError);
  expect(node.session.guard.breaker.state).toBe('OPEN');
});

test('NodeSession gives up a run that has not ended in three times its time', async () => {
  const { node, observer, beat } = await scenario();
  await beat(40, executing);
  expect(node.session.guard.breaker.snapshot()).toMatchObject({ faults: 0 });
  await beat(1, executing);
  expect(node.session.guard.breaker.snapshot()).toMatchObject({ faults: 1 });
  expect(node.cancelledRunIds).toEqual([1]);
  // It is begun anew; what is still said of the first is passed over, and said once only.
  expect(node.runIds).toEqual([1, 2]);
  node.log(1, [exampleLogEntry()]);
  node.end(1, { resultJson: '"late"' });
  expect(observer.lines).toEqual([]);
  expect(observer.answers).toEqual([]);
  node.end(2, { resultJson: '"anew"' });
  expect(observer.answers).toMatchObject([{ resultJson: '"anew"', usage: { attempts: 2 } }]);
  expect(node.session.guard.breaker.snapshot()).toMatchObject({ calls: 2, faults: 1 });
  expect(() => node.end(1)).toThrow(WireError);
});

test('NodeSession counts a run’s time from when nothing waits on its node any more', async () => {
  const { node, beat } = await scenario();
  await beat(200, waiting);
  await beat(40, executing);
  expect(node.cancelledRunIds).toEqual([]);
  await beat(1, executing);
  expect(node.cancelledRunIds).toEqual([1]);
});

test('NodeSession waits for no run for more than five minutes and its time', async () => {
  const { node, beat } = await scenario();
  await beat(339, waiting);
  expect(node.cancelledRunIds).toEqual([]);
  await beat(1, waiting);
  expect(node.cancelledRunIds).toEqual([1]);
});
