import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { runCommandLine } from '../../../../client/cli/command-line.ts';
import { IsopodError, invalidExecution } from '../../../../shared/errors/isopod-error.ts';
import type { Outcome } from '../../../../shared/execution/outcome.ts';
import type { ExecuteStreamCommand__Output } from '../../../../shared/generated/isopod/v1/ExecuteStreamCommand.ts';
import { systemClock } from '../../../../shared/time/system-clock.ts';
import { failureToWire } from '../../../../shared/wire/failure-codec.ts';
import { logEntryToWire, outcomeToWire } from '../../../../shared/wire/outcome-codec.ts';
import { capturedTerminal } from '../../../support/captured-terminal.ts';
import { FakeCoordinator, fakeOutcome } from '../../../support/fake-coordinator.ts';
import { testCertificate } from '../../../support/test-certificate.ts';

const folder = mkdtempSync(join(tmpdir(), 'isopod-command-line-'));
afterAll(() => rmSync(folder, { recursive: true }));
const program = join(folder, 'program.ts');
writeFileSync(program, 'export default 1;');

const coordinators: FakeCoordinator[] = [];
afterEach(() => {
  for (const coordinator of coordinators.splice(0)) coordinator.stop();
});

async function startFake(script: Parameters<typeof FakeCoordinator.start>[0]): Promise<string> {
  const coordinator = await FakeCoordinator.start(script);
  coordinators.push(coordinator);
  return coordinator.address;
}

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function isopod(
  args: readonly string[],
  { isForPeople = false, interruption = new AbortController().signal } = {},
): Promise<Ran> {
  const terminal = capturedTerminal({ isForPeople });
  const status = await runCommandLine(args, { terminal, clock: systemClock(), interruption });
  return { status, ...terminal.written };
}

/** Runs against a coordinator that answers everything so, after one console line. */
async function runAgainst(
  answer: Partial<Outcome> | IsopodError,
  args: readonly string[] = [],
  context?: Parameters<typeof isopod>[1],
): Promise<Ran & { readonly asked: readonly ExecuteStreamCommand__Output[] }> {
  const asked: ExecuteStreamCommand__Output[] = [];
  const entry = logEntryToWire({ level: 'WARN', text: 'careful', sinceStartUs: 5, attempt: 1 });
  const outcome = answer instanceof IsopodError ? fakeOutcome() : fakeOutcome(answer);
  const server = await startFake({
    execute: ({ request }) => {
      asked.push({ executionId: 0, execute: { execution: request.execution, timeLimit: null } });
      if (answer instanceof IsopodError) throw answer;
      return { outcome: outcomeToWire(outcome), logs: [entry] };
    },
    commands: (commands, stream) => {
      asked.push(...commands);
      for (const { executionId } of commands) {
        const end =
          answer instanceof IsopodError
            ? { executionId, failure: failureToWire(answer) }
            : { executionId, outcome: outcomeToWire(outcome) };
        stream.write({ events: [{ executionId, logs: { entries: [entry] } }, end] });
      }
    },
  });
  const ran = await isopod(['run', program, '--server', server, ...args], context);
  return { ...ran, asked };
}

test('isopod run prints the result to stdout and console lines to stderr', async () => {
  const { status, out, err, asked } = await runAgainst({ resultJson: '{"a":[1,2]}' });
  expect({ status, out, err }).toEqual({ status: 0, out: '{"a":[1,2]}\n', err: 'careful\n' });
  expect(asked).toMatchObject([
    {
      execute: {
        execution: {
          source: {
            text: 'export default 1;',
            fileName: 'program.ts',
            language: 'PROGRAM_LANGUAGE_TYPESCRIPT',
          },
        },
      },
    },
  ]);
});

test('isopod run indents the result and shows levels and costs to people', async () => {
  const answer = { resultJson: '{"a":1}' };
  const { out, err } = await runAgainst(answer, [], { isForPeople: true });
  expect(out).toBe('{\n  "a": 1\n}\n');
  expect(err).toContain('WARN');
  expect(err).toContain('careful');
  expect(err).toContain('2.0 ms, processor 1.5 ms, queued 0.1 ms, on node-1');
});

test('isopod run prints nothing for a result that is undefined', async () => {
  expect(await runAgainst({})).toMatchObject({ status: 0, out: '' });
});

test('isopod run tells people that there is no result, and shows what terminals would act upon', async () => {
  const error = { name: 'Error', message: '\x1b[2J', stack: '' };
  const forPeople = { isForPeople: true };
  expect((await runAgainst({}, [], forPeople)).err).toContain(
    'no result (it is undefined); 2.0 ms',
  );
  const threw = { word: 'SCRIPT_THREW', error } as const;
  expect((await runAgainst(threw, [], forPeople)).err).toContain('Error: \\u001b[2J\n');
  expect((await runAgainst(threw)).err).toContain('Error: \x1b[2J\n');
});

test.each([
  [[], null],
  [['--deterministic'], { seed: 0, startTime: null }],
  [['--seed', '4294967295'], { seed: 4_294_967_295, startTime: null }],
  [['--time', '2021-02-03T04:05:06.007Z'], { startTime: { seconds: 1_612_325_106, nanos: 7e6 } }],
])('isopod run %j asks for that much determinism', async (args, determinism) => {
  const { asked } = await runAgainst({}, args);
  expect(asked).toMatchObject([{ execute: { execution: { determinism } } }]);
});

test.each([
  [['--seed', '-1']],
  [['--seed', '4294967296']],
  [['--time', 'noon']],
  [['--time', '1969-12-31T23:59:59Z']],
])('isopod run %j is typed wrongly', async (args) => {
  expect(await runAgainst({}, args)).toMatchObject({ status: 64, asked: [] });
});

test('isopod run asks for what its options say', async () => {
  const { asked } = await runAgainst({}, [
    ...['--input', '{"n":1}', '--kind', 'module', '--isolation', 'PROCESS', '--idempotent'],
    ...['--require-layer', 'own-ids', '--require-layer', 'cgroup-v2'],
    ...['--wall-ms', '1500', '--cpu-ms', '250.5', '--memory-mb', '32', '--log-lines', '7'],
  ]);
  expect(asked).toMatchObject([
    {
      execute: {
        execution: {
          inputJson: '{"n":1}',
          source: { kind: 'PROGRAM_KIND_MODULE' },
          isolationLevel: 'ISOLATION_LEVEL_PROCESS',
          idempotent: true,
          minPosture: { layers: ['own-ids', 'cgroup-v2'] },
          limits: {
            wallTime: { seconds: 1, nanos: 500_000_000 },
            cpuTime: { seconds: 0, nanos: 250_500_000 },
            memoryBytes: 33_554_432,
            logLines: 7,
          },
        },
      },
    },
  ]);
});

test('isopod run --json prints one object with outcome, usage and logs, and nothing else', async () => {
  const { status, out, err } = await runAgainst({ resultJson: '[1]' }, ['--json']);
  expect(status).toBe(0);
  expect(err).toBe('');
  expect(JSON.parse(out)).toEqual({
    outcome: { word: 'SUCCEEDED', result: [1], mayHaveHadEffects: false },
    usage: fakeOutcome().usage,
    logs: [{ level: 'WARN', text: 'careful', sinceStartUs: 5, attempt: 1 }],
  });
});

test('isopod run shows why a program failed, where, and what to do about it', async () => {
  const error = {
    name: 'TypeError',
    message: 'x is not a function',
    stack: '    at program.ts:1:1',
  };
  const threw = await runAgainst({ word: 'SCRIPT_THREW', error });
  expect(threw.status).toBe(1);
  expect(threw.out).toBe('');
  expect(threw.err).toBe(
    'careful\nSCRIPT_THREW TypeError: x is not a function\n    at program.ts:1:1\n',
  );
  const slow = await runAgainst({ word: 'CPU_EXCEEDED', error: { ...error, stack: '' } });
  expect(slow.status).toBe(3);
  expect(slow.err).toContain('--cpu-ms');
});

test('isopod run shows every field at fault and exits with 64', async () => {
  const error = invalidExecution([
    { field: 'source.text', description: 'must not be empty' },
    { field: 'limits.cpu_time', description: 'must be from 0.001 s to 300 s: 900 s' },
  ]);
  const { status, err } = await runAgainst(error);
  expect(status).toBe(64);
  expect(err).toContain('  source.text: must not be empty\n');
  expect(err).toContain('  limits.cpu_time: must be from 0.001 s to 300 s: 900 s\n');
});

test('isopod run says a single fault once', async () => {
  const error = invalidExecution([{ field: 'source.text', description: 'must not be empty' }]);
  const { err } = await runAgainst(error);
  expect(err).toBe(
    'careful\nINVALID_EXECUTION Could not accept the execution: source.text: must not be empty\n',
  );
});

test('isopod run --json prints an error as one object', async () => {
  const error = new IsopodError('QUEUE_FULL', 'Could not queue it: 5', { retryAfterMs: 250 });
  const { status, out } = await runAgainst(error, ['--json']);
  expect(status).toBe(9);
  expect(JSON.parse(out)).toEqual({
    error: {
      reason: 'QUEUE_FULL',
      status: 'RESOURCE_EXHAUSTED',
      message: 'Could not queue it: 5',
      fieldViolations: [],
      isRetryable: true,
      retryAfterMs: 250,
    },
  });
});

test('isopod run cancels the run when it is interrupted, and exits with 7', async () => {
  const interruption = new AbortController();
  const cancelled = Promise.withResolvers<void>();
  const server = await startFake({
    stream: (stream) => stream.on('cancelled', () => cancelled.resolve()),
    commands: () => interruption.abort(),
  });
  const timeout = ['--server', server];
  const running = isopod(['run', program, ...timeout], { interruption: interruption.signal });
  const { status, err } = await running;
  expect(status).toBe(7);
  expect(err).toContain('CANCELLED');
  await cancelled.promise;
});

test('isopod explains that nobody listens, and exits with 9', async () => {
  const gone = await FakeCoordinator.start({});
  gone.stop();
  for (const args of [['run', program], ['nodes']]) {
    const { status, err } = await isopod([...args, '--server', gone.address]);
    expect(status).toBe(9);
    expect(err).toContain(`Could not reach ${gone.address}`);
    expect(err).toContain('npx isopod start');
  }
});

test('isopod nodes shows a table, or one object', async () => {
  const server = await startFake({
    nodes: [
      {
        nodeId: 'machine-1',
        state: 'NODE_STATE_ACTIVE',
        agentVersion: '0.1.0',
        capacity: { runsMax: 1024, hostsMax: 4 },
        load: { runsInFlight: 3, runsWaiting: 1, hostsLive: 2, hostsBusy: 1, cpuPermille: 255 },
        posture: { layers: ['seccomp'] },
      },
    ],
  });
  const { status, out } = await isopod(['nodes', '--server', server]);
  expect(status).toBe(0);
  expect(out).toMatch(/^NODE +STATE +RUNS +HOSTS +CPU /);
  expect(out).toMatch(/^machine-1 +active +3\+1\/1024 +1\/2\/4 +26% .* 0\.1\.0 +seccomp$/m);

  const { out: json } = await isopod(['nodes', '--server', server, '--json']);
  expect(JSON.parse(json)).toMatchObject({ nodes: [{ nodeId: 'machine-1', isDraining: false }] });
});

test.each([
  ['no file', ['run'], "missing required argument 'file'"],
  ['a file that is not there', ['run', 'gone.ts'], 'Could not read the program'],
  ['an unknown command', ['rum', 'a.ts'], '(Did you mean run?)'],
  ['an unknown option', ['run', program, '--cpu', '5'], "unknown option '--cpu'"],
  ['an amount that is none', ['run', program, '--cpu-ms', 'much'], 'must be a number above 0'],
  ['an address with a scheme', ['nodes', '--server', 'http://a:1'], 'It must be HOST:PORT'],
  ['no address', ['run', program, '--server', ''], 'It must be HOST:PORT'],
  ['an unknown layer', ['run', program, '--require-layer', 'moat'], 'It must be one of closed-'],
  ['an unknown word', ['run', program, '--isolation', 'none'], 'fresh, pooled, process'],
  ['an input that is not JSON', ['run', program, '--input', '{'], 'it is not JSON'],
  ['too many nodes', ['start', '--nodes', '1000'], 'a whole number up to 64'],
])('isopod exits with 64 for %s', async (_what, args, explanation) => {
  const { status, out, err } = await isopod(args);
  expect({ status, out }).toEqual({ status: 64, out: '' });
  expect(err).toContain(explanation);
});

test.each([
  ['help'],
  ['help', 'run'],
  ['--help'],
  ['run', '--help'],
  ['start', '--help'],
  ['nodes', '--help'],
  ['--version'],
])('isopod %s %s prints to stdout and exits with 0', async (...args) => {
  const { status, out, err } = await isopod(args);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).not.toBe('');
});

test('isopod says of certificates that cannot be used what is wrong, before anything is sent', async () => {
  const files = { cert: testCertificate.cert, key: 'no key' };
  const args = Object.entries(files).flatMap(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return [`--${name}`, join(folder, name)];
  });
  for (const command of [['nodes'], ['run', program], ['invoke', 'f']]) {
    const { status, err } = await isopod([...command, '--server', 'localhost:1', ...args]);
    expect({ status, err }).toMatchObject({
      status: 64,
      err: expect.stringMatching(/^Could not use what --ca, --cert and --key name: /),
    });
  }
});

test('isopod names --help in the same words for commands of commands', async () => {
  const { out } = await isopod(['nodes', 'drain', '--help']);
  expect(out).toMatch(/ --help +print help\n/);
});

test('isopod invoke does not say of a limit that it is the cluster’s', async () => {
  expect((await isopod(['run', '--help'])).out).toMatch(/--cpu-ms <n> .*\(default: 5000\)/);
  const { out } = await isopod(['invoke', '--help']);
  expect(out.replaceAll(/\s+/g, ' ')).toContain(
    "the most processor time (default: the function's)",
  );
});

test.each(['nodes', 'alerts', 'breakers'])(
  'isopod %s says of a command that it has none such',
  async (group) => {
    const { status, err } = await isopod([group, 'lst']);
    expect({ status, err }).toEqual({
      status: 64,
      err: `Could not read lst: isopod ${group} has no such command\n`,
    });
  },
);
