import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../../client/cli/command-line.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { capturedTerminal } from '../support/captured-terminal.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';

let cluster: OneMachineCluster;
beforeAll(async () => {
  cluster = await OneMachineCluster.start();
}, 60_000);
afterAll(() => cluster.stop(), 60_000);

function repl(typed: string, ...args: string[]) {
  return isopod(typed, 'repl', '--server', cluster.address, ...args);
}

async function isopod(typed: string, ...args: string[]) {
  const terminal = capturedTerminal({ isForPeople: false });
  const status = await runCommandLine(args, {
    terminal,
    clock: systemClock(),
    interruption: new AbortController().signal,
    input: Readable.from([typed]),
  });
  return { status, ...terminal.written };
}

test('isopod repl runs line by line in one session, over lines that belong together', async () => {
  const typed = 'let n = 1\nfunction add(by) {\n  return n += by;\n}\nadd(2)\n({ n, list: [1] })\n';
  expect(await repl(typed)).toEqual({
    status: 0,
    out: 'undefined\nundefined\n3\n{ n: 3, list: [ 1 ] }\n',
    err: '',
  });
});

test('isopod repl shows what went wrong and goes on, and ends with .exit', async () => {
  const { status, out, err } = await repl('let n = 1\nmissing\nn(\n\nn\n.exit\nn + 1\n');
  expect({ status, out }).toEqual({ status: 0, out: 'undefined\n1\n' });
  expect(err).toContain('ReferenceError: missing is not defined');
  expect(err).toContain('SYNTAX_ERROR');
});

test('isopod repl says that a session was lost before it begins a new one', async () => {
  const { out, err } = await repl('let n = 1\nfor (;;);\nn\ntypeof n\n', '--cpu-ms', '50');
  expect(out).toBe("undefined\n'undefined'\n");
  expect(err).toMatch(/CPU_EXCEEDED[\s\S]*SESSION_LOST[\s\S]*A new session begins/);
});

test('isopod repl --json prints an object for each text, and leaves no session behind', async () => {
  const { out } = await repl('1 + 1\nconsole.log("x")\n', '--json');
  const lines = out
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toMatchObject([{ outcome: { result: 2 } }, { logs: [{ text: 'x' }] }]);
  expect(await cluster.client().sessions.list()).toEqual([]);
});

test('isopod repl without a server has a cluster of its own, and waits for its node', async () => {
  expect(await isopod('1 + 1\n', 'repl')).toEqual({ status: 0, out: '2\n', err: '' });
});
