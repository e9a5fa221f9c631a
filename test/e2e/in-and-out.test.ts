/** What goes into a program and comes out of it beside JSON, through the whole cluster. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stdinAheadBytesMax } from '../../shared/execution/stdin.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';
import { generateStubs, pythonTools } from '../support/python/python-stubs.ts';

const projectFolder = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'isopod-in-and-out-'));
let cluster: OneMachineCluster;

beforeAll(async () => {
  cluster = await OneMachineCluster.start();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await cluster.stop();
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** `isopod run`, in the cluster that is there. */
async function isopod(
  args: readonly string[],
  input = '',
): Promise<{ out: Buffer; err: string; status: unknown }> {
  const all = ['client/cli/isopod.js', 'run', '--server', cluster.address, ...args];
  const child = spawn(process.execPath, all, { cwd: projectFolder });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [out, err, [status]] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { out, err, status: status as unknown };
}

const inputBytes = Uint8Array.from({ length: 256 }, (_, index) => index);

test('bytes go through the cluster as they are, by a call and by a stream', async () => {
  const client = cluster.client();
  const request = { source: 'input.toReversed()', inputBytes };
  const expected = Buffer.from(inputBytes.toReversed());
  for (const options of [{}, { onLog: () => undefined }]) {
    const { outcome } = await client.execute(request, options);
    expect(outcome).toMatchObject({ word: 'SUCCEEDED', usage: { resultBytes: 256 } });
    expect(Buffer.from(outcome.resultBytes ?? [])).toEqual(expected);
  }
  const many = Buffer.alloc(4 * 2 ** 20, 'megabytes');
  const { outcome } = await client.execute({ source: 'input.buffer', inputBytes: many });
  expect(Buffer.compare(outcome.resultBytes ?? new Uint8Array(), many)).toBe(0);
  const tooMany = { source: 'input', inputBytes: new Uint8Array(4 * 2 ** 20 + 1) };
  await expect(client.execute(tooMany)).rejects.toMatchObject({
    reason: 'INVALID_EXECUTION',
    fieldViolations: [{ field: 'input_bytes' }],
  });
});

test('isopod run takes bytes from a file and writes them to stdout, to a file, or in base64', async () => {
  const program = file('reverse.js', 'input.toReversed()');
  const given = ['--input-file', file('in.bin', inputBytes), '--input-type', 'bytes', program];
  const expected = Buffer.from(inputBytes.toReversed());
  expect(await isopod(given)).toMatchObject({ out: expected, status: 0 });
  const out = join(folder, 'out.bin');
  expect((await isopod(['--out', out, ...given])).out).toHaveLength(0);
  expect(readFileSync(out)).toEqual(expected);
  const json = JSON.parse((await isopod(['--json', ...given])).out.toString()) as object;
  expect(json).toMatchObject({ outcome: { resultBase64: expected.toString('base64') } });
});

test('a program is heard of its progress while it runs, and not by a unary call', async () => {
  const client = cluster.client();
  const heard: unknown[] = [];
  const source = `(async () => {
    progress(0.5);
    await tools.wait();
    progress({ done: 2, total: 2 });
  })()`;
  const isHeard = Promise.withResolvers<void>();
  const onProgress = (value: unknown): void => {
    heard.push(value);
    isHeard.resolve();
  };
  const tools = { wait: () => isHeard.promise };
  await client.execute({ source, tools }, { onProgress });
  expect(heard).toEqual([0.5, { done: 2, total: 2 }]);
  expect((await client.execute({ source: 'progress(1); 2' })).outcome.resultJson).toBe('2');
  const shown = await isopod([file('progress.js', 'progress(0.25); progress("done"); 0')]);
  expect(shown).toMatchObject({
    err: 'progress: [#####               ] 25%\nprogress: done\n',
    status: 0,
  });
});

test('a program reads what its client sends while it runs, and answers before the end', async () => {
  const client = cluster.client();
  const asked = Promise.withResolvers<string>();
  async function* conversation(): AsyncGenerator<string> {
    yield 'first\nsec';
    yield `ond after ${await asked.promise}\n`;
  }
  const source = `(async () => {
    const first = await stdin.readLine();
    await tools.heard(first);
    const rest = [];
    for await (const line of stdin) rest.push(line);
    return rest;
  })()`;
  const tools = { heard: (line: unknown) => asked.resolve(String(line)) };
  const { outcome } = await client.execute({ source, tools, stdin: conversation() });
  expect(outcome).toMatchObject({ word: 'SUCCEEDED', resultJson: '["second after first"]' });
});

test('much more than may wait is read through stdin, by its own pace', async () => {
  const lines = Array.from({ length: 40_000 }, (_, index) => `line ${index} of many, many lines\n`);
  const whole = lines.join('');
  expect(whole.length).toBeGreaterThan(4 * stdinAheadBytesMax);
  const source = `(async () => { let n = 0; for await (const line of stdin) n += line.length + 1; return n; })()`;
  const client = cluster.client();
  const { outcome } = await client.execute({ source, stdin: whole });
  expect(outcome).toMatchObject({ word: 'SUCCEEDED', resultJson: `${whole.length}` });
  const program = file('count.js', source);
  const piped = await isopod(['--stdin', program], whole);
  expect([piped.out.toString(), piped.status]).toEqual([`${whole.length}\n`, 0]);
});

test('a Python client streams text, hears of progress, and gets bytes', async () => {
  const stubs = mkdtempSync(join(folder, 'stubs-'));
  const tools = pythonTools();
  generateStubs(tools, stubs);
  const example = join(projectFolder, 'examples/clients/python/stream_text.py');
  const child = spawn(tools.python, [example, cluster.address], {
    env: { ...process.env, PYTHONPATH: stubs, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' },
  });
  const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index} äöü`);
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(err).toMatch(/^(?:\d+ lines\n)*20000 lines\n$/);
  expect(out).toBe(lines.map((line, index) => `${index + 1} ${line}\n`).join(''));
});

test('a program that does not read leaves its client alone, and a source that throws ends it', async () => {
  const client = cluster.client();
  function* endless(): Generator<string> {
    for (;;) yield 'more\n';
  }
  const idle = await client.execute({ source: '7', stdin: endless() });
  expect(idle.outcome.resultJson).toBe('7');
  function* broken(): Generator<string> {
    yield 'a';
    throw new Error('the source broke');
  }
  await expect(client.execute({ source: 'stdin.text()', stdin: broken() })).rejects.toThrow(
    'the source broke',
  );
  const first = await isopod(['--stdin', file('one.js', 'stdin.readLine()')], 'one\ntwo\n');
  expect([first.out.toString(), first.status]).toEqual(['"one"\n', 0]);
});
