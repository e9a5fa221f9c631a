/** The same program, input, seed and start have one outcome, whichever agent runs them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../../client/cli/command-line.ts';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { capturedTerminal } from '../support/captured-terminal.ts';
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

/** It fails at a time and with numbers of chance. */
const unluckyProgram = `
  export default async () => {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 1_000));
      const number: number = Math.random();
      console.log(number);
      if (number < 0.1) throw new Error('unlucky at ' + new Date().toISOString() + ': ' + number);
    }
  };`;

async function isopod(
  args: readonly string[],
): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  const terminal = capturedTerminal();
  const interruption = new AbortController().signal;
  const status = await runCommandLine(args, { terminal, clock: systemClock(), interruption });
  return { status, ...terminal.written };
}

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
        // Each of them is to run.
        cache: 'OFF',
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

test('a result that is kept is what a run has come to', async () => {
  const results = [];
  for (let time = 0; time < 2; time++)
    results.push(await client.execute({ source, inputJson: '{"b":2,"a":3}', determinism: {} }));
  const [made, kept] = results.map(({ outcome: { usage, ...ending }, logs }) => ({
    use: usage.cacheUse,
    said: { ...ending, logs },
  }));
  expect([made?.use, kept?.use]).toEqual(['MISS', 'L1']);
  expect(made?.said.word).toBe('SUCCEEDED');
  expect(kept?.said).toEqual(made?.said);
});

test('a recorded failure replays to the same outcome, and another program does not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'isopod-recording-'));
  const program = join(folder, 'unlucky.ts');
  const file = join(folder, 'recording.json');
  writeFileSync(program, unluckyProgram);
  try {
    const args = ['--server', cluster.address];
    const recorded = await isopod(['run', program, ...args, '--seed', '3', '--record', file]);
    expect(recorded).toMatchObject({
      status: 1,
      err: expect.stringContaining('Error: unlucky at'),
    });
    expect(await isopod(['replay', file, ...args])).toEqual({
      ...{ status: 0, out: 'the same: SCRIPT_THREW\n', err: '' },
    });
    writeFileSync(file, readFileSync(file, 'utf8').replace('unlucky at', 'luckless at'));
    const changed = await isopod(['replay', file, ...args]);
    expect(changed).toMatchObject({ status: 1, err: '' });
    expect(changed.out).toMatch(/^not the same\n {2}error message: recorded "unlucky at /);
    const inJson = await isopod(['replay', file, ...args, '--json']);
    expect(inJson.status).toBe(1);
    expect(JSON.parse(inJson.out)).toEqual({
      ...{ isSame: false, word: 'SCRIPT_THREW' },
      differences: [expect.stringMatching(/^error message: recorded "unlucky at /)],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
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
