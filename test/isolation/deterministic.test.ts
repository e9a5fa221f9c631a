/** The same program, input, seed and start have one outcome, whichever agent runs them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';

const runs = 1_000;
const runsAtOnce = 20;

/** Whatever differs from run to run elsewhere, in one value. */
const source = `
  const seen = [];
  const note = (name) => seen.push([name, Date.now(), Math.random(), performanceOr(null)]);
  const performanceOr = (other) => globalThis.performance?.now() ?? other;
  const format = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'full' });
  note('start');
  for (let turn = 0; turn < 20; turn++) {
    setTimeout(() => { console.log('timer', turn); note('timer ' + turn); }, Math.random() * 5_000);
  }
  const every = setInterval(() => { note('every'); if (seen.length > 40) clearInterval(every); }, 77);
  const byNumber = new Map(Array.from({ length: 50 }, (_, index) => [Math.random(), index]));
  const shuffled = [...byNumber.values()].sort(() => Math.random() - 0.5);
  new Promise((resolve) => setTimeout(resolve, 6_000)).then(() => ({
    input, seen, shuffled,
    sorted: [...byNumber].toSorted(([a], [b]) => a - b),
    dates: [Date(), new Date(), format.format(), format.formatToParts(), String(Temporal.Now.instant())],
    local: new Date().toLocaleString(),
    stack: new Error('here').stack,
  }))`;

let cluster: OneMachineCluster;
let client: IsopodClient;
beforeAll(async () => {
  cluster = await OneMachineCluster.start({ nodes: 2 });
  client = cluster.client();
});
afterAll(() => cluster.stop());

test('a thousand runs over two agents have one result', { timeout: 120_000 }, async () => {
  const outcomes = new Set<string>();
  const nodes = new Set<string>();
  let left = runs;
  const runSome = async (): Promise<void> => {
    while (left-- > 0) {
      const { outcome, logs } = await client.execute({
        source,
        inputJson: '{"b":1,"a":2}',
        determinism: { seed: 7, startEpochMs: 1_700_000_000_123 },
      });
      const { word, resultJson, error, usage } = outcome;
      const lines = logs.map(({ text, sinceStartUs }) => [text, sinceStartUs]);
      outcomes.add(JSON.stringify([word, resultJson, error, lines]));
      nodes.add(usage.nodeId);
    }
  };
  await Promise.all(Array.from({ length: runsAtOnce }, runSome));
  expect([...outcomes]).toEqual([expect.stringContaining('["SUCCEEDED"')]);
  expect(nodes.size).toBe(2);
});

test('a deterministic execution that asks for POOLED is refused by the field', async () => {
  const refused = client.execute({ source: '1', isolation: 'POOLED', determinism: {} });
  const error = await refused.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(IsopodError);
  expect(error).toMatchObject({
    reason: 'INVALID_EXECUTION',
    fieldViolations: [{ field: 'isolation_level' }],
  });
});
