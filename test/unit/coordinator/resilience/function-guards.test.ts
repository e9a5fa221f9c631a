import { expect, test } from 'vitest';
import { IsopodError } from '../../../../shared/errors/isopod-error.ts';
import type { OutcomeWord } from '../../../../shared/execution/outcome.ts';
import { exampleExecution } from '../../../support/example-execution.ts';
import { ScriptedCluster, type Submitted } from '../../../support/scripted-cluster.ts';

/** A cluster whose node ends what it is given with a word, or is lost with it. */
function makeScenario(options = {}) {
  const cluster = new ScriptedCluster(options);
  const submit = (functionName = 'f', tenantId = 'acme'): Submitted =>
    cluster.submitExecution(exampleExecution({ functionName, tenantId }));
  const run = async (word: OutcomeWord): Promise<void> => {
    const agent = cluster.node('a');
    submit();
    await cluster.settle();
    agent.end(agent.runIds[0] ?? 0, { word });
    agent.vanish();
  };
  const lose = async (): Promise<Submitted> => {
    const submitted = submit();
    // Lost twice it is given up.
    for (let lost = 0; lost < 2; lost++) {
      const agent = cluster.node(`node-${cluster.clock.nowMs()}-${lost}`);
      await cluster.settle();
      agent.vanish();
    }
    await cluster.clock.advance(1);
    return submitted;
  };
  return { cluster, submit, run, lose };
}

const refusal = (submit: () => unknown): unknown => {
  try {
    return submit();
  } catch (thrown) {
    return thrown;
  }
};

test('a function whose runs take their nodes down is refused, and only that of that tenant', async () => {
  const { submit, lose } = makeScenario();
  for (let count = 0; count < 10; count++)
    expect((await lose()).observer.words).toEqual(['NODE_LOST']);
  const refused = refusal(() => submit());
  expect(refused).toBeInstanceOf(IsopodError);
  expect(refused).toMatchObject({ reason: 'CIRCUIT_OPEN', retryAfterMs: expect.any(Number) });
  expect(submit('g').observer.answers).toEqual([]);
  expect(submit('f', 'other').observer.answers).toEqual([]);
});

test('a function may throw as often as it likes', async () => {
  const { cluster, submit, run } = makeScenario();
  for (let count = 0; count < 50; count++) await run('SCRIPT_THREW');
  expect(cluster.resilience.find('function/acme/f')?.snapshot()).toMatchObject({
    state: 'CLOSED',
    calls: 50,
    faults: 0,
  });
  expect(submit().observer.answers).toEqual([]);
});

test('a function is tried again by executions that are accepted, not by those that are not', async () => {
  const { cluster, submit, lose } = makeScenario({ executionsQueuedMax: 1 });
  for (let count = 0; count < 10; count++) await lose();
  const breaker = cluster.resilience.find('function/acme/f');
  await cluster.clock.advance(6_000);
  expect(breaker?.state).toBe('HALF_OPEN');
  submit('another', 'filling the queue');
  for (let count = 0; count < 20; count++)
    expect(refusal(() => submit())).toMatchObject({ reason: 'QUEUE_FULL' });
  expect(breaker?.admits()).toBe(true);
});
