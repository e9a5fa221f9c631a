import { Metadata } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import type { Execution } from '../../../shared/generated/isopod/v1/Execution.ts';
import { exampleLogEntry } from '../../support/example-execution.ts';
import { ExecuteStream } from '../../support/execute-stream.ts';
import { LiveCoordinator } from '../../support/live-coordinator.ts';

const deterministic: Execution = { source: { text: '1 + 1' }, inputJson: '7', determinism: {} };

async function answerOf(coordinator: LiveCoordinator, execution: Execution, tenant = 'default') {
  const { answer } = coordinator.execute(execution, { metadata: { 'isopod-tenant': tenant } });
  const { outcome, logs } = await answer;
  return { outcome, lines: logs.map(({ text }) => text), use: outcome?.usage?.cacheUse };
}

test('a deterministic execution that was run is not run again, and is answered with all it wrote', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  const first = answerOf(coordinator, deterministic);
  const { runId } = await agent.runs.next();
  agent.log(runId, [exampleLogEntry({ text: 'a line' })]);
  agent.end(runId, { resultJson: '2' });
  expect(await first).toMatchObject({ use: 'CACHE_USE_MISS', lines: ['a line'] });

  const second = await answerOf(coordinator, deterministic);
  expect(second).toMatchObject({
    use: 'CACHE_USE_L1',
    lines: ['a line'],
    outcome: { resultJson: '2', usage: { attempts: 0, nodeId: '', cpuTime: { nanos: 0 } } },
  });
  expect(agent.runs.pending).toBe(0);
});

test('a result is of its tenant, its input, its seed and its limits', async () => {
  const coordinator = await LiveCoordinator.start();
  let runs = 0;
  await coordinator.agent(() => ({ resultJson: String(++runs) }));
  const others: [Execution, string?][] = [
    [deterministic],
    [deterministic, 'acme'],
    [{ ...deterministic, inputJson: '8' }],
    [{ ...deterministic, determinism: { seed: 1 } }],
    [{ ...deterministic, limits: { memoryBytes: 32 * 2 ** 20 } }],
    [{ ...deterministic, source: { text: '1 + 2' } }],
  ];
  for (const [execution, tenant] of others)
    expect((await answerOf(coordinator, execution, tenant)).use).toBe('CACHE_USE_MISS');
  for (const [execution, tenant] of others)
    expect((await answerOf(coordinator, execution, tenant)).use).toBe('CACHE_USE_L1');
  expect(runs).toBe(others.length);
});

test('a request may have nothing to do with kept results, or have its own replaced', async () => {
  const coordinator = await LiveCoordinator.start();
  let runs = 0;
  await coordinator.agent(() => ({ resultJson: String(++runs) }));
  const resultWith = async (cache?: Execution['cache']) => {
    const { outcome, use } = await answerOf(coordinator, {
      ...deterministic,
      ...(cache ? { cache } : {}),
    });
    return [outcome?.resultJson, use];
  };
  expect(await resultWith('CACHE_MODE_OFF')).toEqual(['1', 'CACHE_USE_UNSPECIFIED']);
  expect(await resultWith()).toEqual(['2', 'CACHE_USE_MISS']);
  expect(await resultWith('CACHE_MODE_OFF')).toEqual(['3', 'CACHE_USE_UNSPECIFIED']);
  expect(await resultWith()).toEqual(['2', 'CACHE_USE_L1']);
  expect(await resultWith('CACHE_MODE_REFRESH')).toEqual(['4', 'CACHE_USE_MISS']);
  expect(await resultWith()).toEqual(['4', 'CACHE_USE_L1']);
});

test('what is not deterministic is run each time', async () => {
  const coordinator = await LiveCoordinator.start();
  let runs = 0;
  await coordinator.agent(() => ({ resultJson: String(++runs) }));
  const execution = { source: { text: '1' } };
  expect((await answerOf(coordinator, execution)).use).toBe('CACHE_USE_UNSPECIFIED');
  expect((await answerOf(coordinator, execution)).outcome?.resultJson).toBe('2');
});

test.each([['CPU_EXCEEDED'], ['WALL_EXCEEDED'], ['MEMORY_EXCEEDED'], ['CRASHED']] as const)(
  '%s is a matter of the machine, and is not kept',
  async (word) => {
    const coordinator = await LiveCoordinator.start();
    await coordinator.agent(() => ({ word, error: { name: 'x', message: 'x', stack: '' } }));
    await answerOf(coordinator, deterministic);
    expect((await answerOf(coordinator, deterministic)).use).toBe('CACHE_USE_MISS');
  },
);

test('ExecuteStream is served from the same results, with console lines and progress', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  const stream = new ExecuteStream(coordinator.executions, new Metadata()).read();
  stream.execute(1, deterministic);
  const { runId } = await agent.runs.next();
  agent.log(runId, [exampleLogEntry({ text: 'a line' })]);
  agent.progress(runId, '0.5');
  agent.end(runId, { resultJson: '2' });
  expect(await eventsOf(stream)).toEqual(['a line', '0.5', 'CACHE_USE_MISS']);
  stream.execute(1, deterministic);
  expect(await eventsOf(stream)).toEqual(['a line', '0.5', 'CACHE_USE_L1']);
  expect((await answerOf(coordinator, deterministic)).lines).toEqual(['a line']);
  stream.call.end();
});

/** Up to the outcome, which is told by where it came from. */
async function eventsOf({ events }: ExecuteStream): Promise<string[]> {
  const told: string[] = [];
  for (;;) {
    const { logs, progress, outcome } = await events.next();
    for (const { text } of logs?.entries ?? []) told.push(text);
    if (progress) told.push(progress.valueJson);
    if (!outcome) continue;
    told.push(outcome.usage?.cacheUse ?? 'none');
    return told;
  }
}
