/** What a Python program sees of a cluster: Debian's grpcio, stubs made from our .proto files. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';
import { PythonClient } from '../support/python/python-client.ts';

let cluster: OneMachineCluster;
let python: PythonClient;

beforeAll(async () => {
  cluster = await OneMachineCluster.start();
  python = new PythonClient(cluster.address);
});

afterAll(async () => {
  await python?.stop();
  await cluster?.stop();
});

test('a Python client reads the health of the cluster', async () => {
  const health = (service: string) => python.call({ call: 'health', service });
  expect(await health('')).toEqual({ status: 'SERVING' });
  expect(await health('isopod.v1.ExecutionService')).toEqual({ status: 'SERVING' });
  expect(await health('no.such.Service')).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('a Python client discovers the services by reflection', async () => {
  expect(await python.call({ call: 'list-services' })).toEqual({
    services: expect.arrayContaining(['isopod.v1.ExecutionService', 'isopod.v1.ClusterService']),
  });
  expect(
    await python.call({ call: 'describe-service', service: 'isopod.v1.ExecutionService' }),
  ).toEqual({
    methods: {
      Execute: '.isopod.v1.ExecuteRequest',
      ExecuteStream: '.isopod.v1.ExecuteStreamRequest',
    },
  });
});

test('a Python client executes TypeScript, and gets its result, its logs and what it cost', async () => {
  const answer = await python.call({
    call: 'execute',
    execution: {
      source: {
        text: 'export default ({ words }: { words: string[] }) => { console.warn(words.length); return words.join(" "); }',
        language: 'PROGRAM_LANGUAGE_TYPESCRIPT',
      },
      input_json: JSON.stringify({ words: ['größer', '🦐'] }),
      limits: { wall_time: '5s', memory_bytes: '33554432' },
    },
  });
  expect(answer).toMatchObject({
    outcome: {
      word: 'OUTCOME_WORD_SUCCEEDED',
      result_json: '"größer 🦐"',
      usage: { attempts: 1, node_id: expect.any(String), wall_time: expect.stringMatching(/s$/) },
    },
    logs: [{ level: 'LOG_LEVEL_WARN', text: '2' }],
  });
});

test('a Python client is told by an outcome what its program did wrong', async () => {
  const execution = { source: { text: 'null.length', file_name: 'rules.js' } };
  expect(await python.call({ call: 'execute', execution })).toMatchObject({
    outcome: {
      word: 'OUTCOME_WORD_SCRIPT_THREW',
      error: { name: 'TypeError', stack: expect.stringContaining('rules.js:1:') },
    },
  });
});

test('a Python client is told by a status what its request does wrong', async () => {
  const execution = { source: { text: '' } };
  expect(await python.call({ call: 'execute', execution })).toMatchObject({
    error: { code: 'INVALID_ARGUMENT', message: expect.stringContaining('source.text') },
  });
});

test('a Python client streams many executions, and cancels one that does not end', async () => {
  const endless = 101;
  const answer = (await python.call({
    call: 'execute-stream',
    executions: {
      ...Object.fromEntries(
        Array.from({ length: 100 }, (_, index) => [
          index + 1,
          { source: { text: `console.log(${index}); input * 2` }, input_json: `${index}` },
        ]),
      ),
      [endless]: { source: { text: 'console.log("begun"); for (;;);' } },
    },
    cancel_on_log: [endless],
  })) as StreamAnswer;

  expect(answer.error).toBeUndefined();
  const outcomes = new Map(
    answer.events.flatMap(({ execution_id, outcome }) =>
      outcome ? [[execution_id, outcome]] : [],
    ),
  );
  expect(outcomes.get(endless)?.word).toBe('OUTCOME_WORD_CANCELLED');
  const results = Array.from({ length: 100 }, (_, index) => outcomes.get(index + 1)?.result_json);
  expect(results).toEqual(Array.from({ length: 100 }, (_, index) => `${index * 2}`));
  const lines = answer.events.flatMap(({ logs }) => logs?.entries.map(({ text }) => text) ?? []);
  const numbers = Array.from({ length: 100 }, (_, index) => `${index}`);
  expect(lines.toSorted()).toEqual([...numbers, 'begun'].toSorted());
});

interface StreamAnswer {
  readonly error?: unknown;
  readonly events: readonly {
    readonly execution_id: number;
    readonly outcome?: { readonly word: string; readonly result_json?: string };
    readonly logs?: { readonly entries: readonly { readonly text: string }[] };
  }[];
}
