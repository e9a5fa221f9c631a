/** Programs that call what their clients do for them: through the whole cluster. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tools } from '../../client/sdk/tools.ts';
import { answerQuestion } from '../../examples/agent/agent.ts';
import { cannedModel, question } from '../../examples/agent/canned-model.ts';
import { shopTools } from '../../examples/agent/shop-tools.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';
import { generateStubs, pythonTools } from '../support/python/python-stubs.ts';

const pythonExample = join(import.meta.dirname, '../../examples/clients/python/serve_tools.py');

let cluster: OneMachineCluster;

beforeAll(async () => {
  cluster = await OneMachineCluster.start();
});

afterAll(() => cluster.stop());

test('a Python client serves two tools, and its program catches what one of them throws', async () => {
  const stubs = mkdtempSync(join(tmpdir(), 'isopod-python-tools-'));
  try {
    const tools = pythonTools();
    generateStubs(tools, stubs);
    const { stdout } = await promisify(execFile)(tools.python, [pythonExample, cluster.address], {
      env: { ...process.env, PYTHONPATH: stubs, PYTHONDONTWRITEBYTECODE: '1' },
    });
    expect(JSON.parse(stdout)).toEqual({
      word: 'OUTCOME_WORD_SUCCEEDED',
      result: { coldest: 'Tromsø' },
      error: '',
      notes: [
        'Lisbon: 17 degrees',
        'Osla: nobody knows (did you mean Oslo?)',
        'Tromsø: -9 degrees',
        'Oslo: -3 degrees',
      ],
    });
  } finally {
    rmSync(stubs, { recursive: true });
  }
});

/** Ada 200 GBP · 1.25 = 250; Grace 300 USD · 0.8 = 240; Emmy 225 EUR. */
test('an agent has a program with three tools written, corrected, and run', async () => {
  const client = cluster.client();
  const called: string[] = [];
  const tools: Tools = Object.fromEntries(
    Object.entries(shopTools.tools).map(([name, tool]) => [
      name,
      (argument, context) => {
        called.push(name);
        return tool(argument, context);
      },
    ]),
  );
  const described = { ...shopTools, tools };
  const answer = await answerQuestion(question, { client, writeProgram: cannedModel, described });
  expect(answer.result).toEqual({ name: 'Ada', euros: 250 });
  expect(answer.programs).toHaveLength(2);
  // Once for each of the two programs; then, of the second, for each customer and each order.
  expect(called.filter((name) => name === 'listCustomers')).toHaveLength(2);
  expect(called.filter((name) => name === 'listOrders')).toHaveLength(3);
  expect(called.filter((name) => name === 'convert')).toHaveLength(6);
});

test('waiting for a tool takes no processor time, and wall time only as far as it is charged', async () => {
  const client = cluster.client();
  const { promise: release, resolve } = Promise.withResolvers<void>();
  const slow: Tools = { slow: () => release };
  const source = '(async () => { await tools.slow(); return 1; })()';
  const charged = { source, tools: slow, limits: { wallUsMax: 300_000 } };
  const allowed = { ...charged, limits: { wallUsMax: 300_000, hostCallWaitUsMax: 60_000_000 } };
  const waiting = client.execute(allowed);
  const { outcome: late } = await client.execute(charged);
  resolve();
  const { outcome } = await waiting;
  expect(late.word).toBe('WALL_EXCEEDED');
  expect(outcome).toMatchObject({ word: 'SUCCEEDED', resultJson: '1' });
  expect(outcome.usage.cpuUs).toBeLessThan(200_000);
});

test('a tool hears by its signal that its run is over', async () => {
  const client = cluster.client();
  const aborted = Promise.withResolvers<void>();
  const tools: Tools = {
    hang: (_argument, { signal }) => {
      signal.addEventListener('abort', () => aborted.resolve());
      return new Promise(() => {});
    },
  };
  const { outcome } = await client.execute({
    source:
      'tools.hang().catch(() => {}); new Promise((resolve) => setTimeout(resolve, 20, "over"))',
    tools,
  });
  expect(outcome).toMatchObject({ word: 'SUCCEEDED', resultJson: '"over"' });
  await aborted.promise;
});

test('a client that vanishes ends the runs that wait for it', async () => {
  const client = cluster.client();
  const called = Promise.withResolvers<void>();
  const tools: Tools = {
    hang: () => {
      called.resolve();
      return new Promise(() => {});
    },
  };
  const stream = client.openStream();
  const execution = stream.execute({ source: 'tools.hang()', tools });
  await called.promise;
  stream.cancel();
  await expect(execution).rejects.toMatchObject({ reason: 'CANCELLED' });
  // Its host's thread is free, and so is its place: the node says that nothing is in flight.
  await expect
    .poll(async () => (await client.listNodes())[0]?.load.runsInFlight, { timeout: 10_000 })
    .toBe(0);
});

test('a warm module calls the tools of each of its runs, through slices too', async () => {
  const client = cluster.client();
  const stream = client.openStream();
  const source =
    'let runs = 0; const { add } = tools; export default async (n) => [++runs, await add(n)];';
  const results: [number, number][] = [];
  for (let n = 0; n < 40; n++) {
    const { resultJson } = await stream.execute({
      source,
      inputJson: `${n}`,
      isolation: 'POOLED',
      tools: { add: (argument) => Number(argument) + 100 },
    });
    results.push(JSON.parse(resultJson ?? '[]') as [number, number]);
  }
  const without = await stream.execute({ source, inputJson: '1', isolation: 'POOLED' });
  await stream.end();
  expect(results.map(([, sum]) => sum)).toEqual(Array.from({ length: 40 }, (_, n) => n + 100));
  expect(results.some(([runs]) => runs > 1)).toBe(true);
  expect(without).toMatchObject({ word: 'SCRIPT_THREW', error: { name: 'TypeError' } });
});

test('a call where nobody could answer is refused: unary, and deterministic', async () => {
  const client = cluster.client();
  const stream = client.openStream();
  const refused = stream.execute({
    source: '1',
    tools: { a: () => 1, '9a': () => 1 },
    determinism: {},
  });
  await expect(refused).rejects.toMatchObject({
    reason: 'INVALID_EXECUTION',
    fieldViolations: [{ field: 'tool_names[1]' }, { field: 'tool_names' }],
  });
  await stream.end();
});
