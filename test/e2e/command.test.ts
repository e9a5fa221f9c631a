/** The `isopod` command as its users start it: a process, with clusters of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, expect, onTestFinished, test } from 'vitest';
import { newId } from '../../shared/random/system-random.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { cgroupsOfAgents } from '../support/agent-cgroups.ts';
import { commandOf, findLeftProcesses } from '../support/left-processes.ts';
import { waitUntil } from '../support/wait-until.ts';

const projectFolder = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'isopod-command-'));
const temporaryFolder = join(folder, 'tmp');
mkdirSync(temporaryFolder);
/** Every process a command starts inherits it. */
const mark = { variable: 'ISOPOD_TEST_COMMAND', value: newId() };
const commands: ChildProcess[] = [];

afterEach(() => {
  for (const command of commands.splice(0)) command.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Running {
  readonly process: ChildProcess;
  readonly out: Promise<string>;
  readonly err: Promise<string>;
  readonly status: Promise<number | null>;
}

function isopod(...args: string[]): Running {
  const child = spawn(process.execPath, ['client/cli/isopod.js', ...args], {
    cwd: projectFolder,
    env: { ...process.env, TMPDIR: temporaryFolder, [mark.variable]: mark.value },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  commands.push(child);
  return {
    process: child,
    out: text(child.stdout),
    err: text(child.stderr),
    status: once(child, 'exit').then(([status]) => status as number | null),
  };
}

function programFile(name: string, source: string): string {
  const path = join(folder, name);
  writeFileSync(path, source);
  return path;
}

/** What the commands have started that is still there. */
function left() {
  return findLeftProcesses(mark, projectFolder, process.pid);
}

/** Of the node-agents among those. */
function agentPids(): number[] {
  const agents = left().filter(({ command }) => command.includes('node-agent/main.ts'));
  return agents.map(({ pid }) => pid);
}

function hasHost(agentPid: number): boolean {
  const children = readFileSync(`/proc/${agentPid}/task/${agentPid}/children`, 'utf8');
  return children.split(' ').some((pid) => commandOf(Number(pid)).includes('node-agent/host/'));
}

/** What the commands have left in folders, of agents with these pids where it has their names. */
function leftFiles(agents: readonly number[]): string[] {
  return [...cgroupsOfAgents(agents), ...readdirSync(temporaryFolder)];
}

const goneMsMax = 10_000;
const endless = 'console.log("begun"); for (;;);';

test('isopod run runs a program in a cluster of its own and leaves nothing behind', async () => {
  const file = programFile(
    'sum.ts',
    'export default (n: number[]) => { console.log("adding"); return n.reduce((a, b) => a + b); };',
  );
  const run = isopod('run', file, '--input', '[1,2,3]');
  await happens(() => agentPids().length > 0);
  const agents = agentPids();
  expect(await run.err).toBe('adding\n');
  expect(await run.out).toBe('6\n');
  expect(await run.status).toBe(0);
  expect(left()).toEqual([]);
  expect(leftFiles(agents)).toEqual([]);
});

test('isopod run bundles what a file imports, and tells errors in the files that were written', async () => {
  programFile('lib.ts', 'export const f = (n: number): number => {\n  throw new Error(`${n}`) };');
  const file = programFile('main.ts', "import { f } from './lib.ts';\nexport default f;");
  const { err, status } = isopod('run', file, '--input', '7');
  expect(await status).toBe(1);
  expect(await err).toContain('SCRIPT_THREW Error: 7\n    at f (lib.ts:2:9)');
  const node = programFile('node.ts', "import fs from 'node:fs';\nexport default fs");
  const refused = isopod('run', node);
  expect(await refused.status).toBe(64);
  expect(await refused.err).toContain('node:fs is not available in the sandbox');
});

test('isopod run ends with its children when it is interrupted', async () => {
  const file = programFile('endless.js', endless);
  const run = isopod('run', file, '--cpu-ms', '60000', '--wall-ms', '60000');
  await once(run.process.stderr as NodeJS.ReadableStream, 'data');
  const agents = agentPids();
  run.process.kill('SIGINT');
  expect(await run.status).toBe(7);
  expect(await run.err).toContain('CANCELLED');
  expect(left()).toEqual([]);
  expect(leftFiles(agents)).toEqual([]);
});

const moments: Readonly<Record<string, (run: Running) => Promise<unknown>>> = {
  'as soon as it has children': () => happens(() => left().length > 0),
  'while its node-agent starts': () => happens(() => agentPids().length > 0),
  'while its first host starts': () => happens(() => agentPids().some(hasHost)),
  'while its program runs': ({ process: { stderr } }) =>
    once(stderr as NodeJS.ReadableStream, 'data'),
};

test.each(Object.keys(moments))('nothing outlives an isopod run killed %s', async (moment) => {
  const file = programFile('endless.js', endless);
  const run = isopod('run', file, '--cpu-ms', '60000', '--wall-ms', '60000');
  await moments[moment]?.(run);
  const agents = agentPids();
  run.process.kill('SIGKILL');
  expect(await run.status).toBeNull();
  expect(await waitUntil(() => left().length === 0, goneMsMax, systemClock())).toBe(true);
  expect(leftFiles(agents)).toEqual([]);
});

async function happens(condition: () => boolean): Promise<void> {
  if (await waitUntil(condition, goneMsMax, systemClock())) return;
  throw new Error('what was waited for did not happen');
}

test('isopod start keeps a cluster up, replaces a lost node, and stops in order', async () => {
  const started = isopod('start', '--port', '0', '--nodes', '2', '--log-level', 'error');
  const [greeting] = (await once(started.process.stdout as NodeJS.ReadableStream, 'data')) as [
    Buffer,
  ];
  const address = /listens on (127\.0\.0\.1:\d+) with 2 nodes/.exec(String(greeting))?.[1] ?? '';
  expect(address).not.toBe('');
  const nodeIds = async (): Promise<string[]> => {
    const nodes = JSON.parse(await isopod('nodes', '--server', address, '--json').out) as {
      nodes: { nodeId: string }[];
    };
    return nodes.nodes.map(({ nodeId }) => nodeId);
  };
  const before = await nodeIds();
  expect(before).toHaveLength(2);

  const failing = programFile('failing.js', 'null.x');
  const run = isopod('run', failing, '--server', address);
  expect(await run.status).toBe(1);
  expect(await run.err).toContain('failing.js:1');

  const agents = left().filter(({ command }) => command.includes('node-agent/main.ts'));
  expect(agents).toHaveLength(2);
  process.kill(agents[0]?.pid ?? 0, 'SIGKILL');
  const isReplaced = async (): Promise<boolean> => {
    const after = await nodeIds();
    return after.length === 2 && after.some((nodeId) => !before.includes(nodeId));
  };
  expect(await waitUntil(isReplaced, 20_000, systemClock())).toBe(true);

  started.process.kill('SIGTERM');
  expect(await started.status).toBe(0);
  expect(left()).toEqual([]);
});

test('isopod start says why it cannot start, and leaves nothing behind', async () => {
  const started = isopod('start', '--listen-host', '0.0.0.0', '--port', '0');
  expect(await started.status).toBe(70);
  expect(await started.err).toContain('add --insecure');
  expect(left()).toEqual([]);
});

test('isopod ends when the shell that npx starts it through does', async () => {
  const line = '"$0" client/cli/isopod.js start --port 0 --log-level error; true';
  const shell = spawn('sh', ['-c', line, process.execPath], {
    cwd: projectFolder,
    env: { ...process.env, npm_lifecycle_event: 'npx', [mark.variable]: mark.value },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  commands.push(shell);
  expect(String(await once(shell.stdout, 'data'))).toContain('listens on');
  shell.kill('SIGTERM');
  expect(await waitUntil(() => left().length === 0, 20_000, systemClock())).toBe(true);
});

test('isopod start says in one line that its port is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const started = isopod('start', '--port', String(port));
  expect(await started.status).toBe(70);
  const [line = '', conclusion] = (await started.err).split('\n');
  const why = `listen EADDRINUSE: address already in use 127.0.0.1:${port}`;
  expect(JSON.parse(line)).toMatchObject({ msg: 'could not listen', why });
  expect(conclusion).toMatch('Could not start the coordinator');
});

test.each(['coordinator', 'node-agent', 'doctor'])(
  'isopod %s --help shows its settings',
  async (part) => {
    const help = isopod(part, '--help');
    expect(await help.out).toContain(`Usage: isopod ${part} [options]`);
    expect(await help.status).toBe(0);
  },
);
