import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { provideH2load } from '../../support/services/h2load-program.ts';

const run = promisify(execFile);
const main = 'bench/main.ts';
const anyNumber: unknown = expect.any(Number);

beforeAll(provideH2load);

test('the bench command measures echo and ends with one line of JSON', async () => {
  const args = [main, 'echo', '--seconds', '0.1', '--rounds', '1', '--json'];
  const { stdout, stderr } = await run(process.execPath, args);
  const report: unknown = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
  expect(report).toMatchObject({
    bench: 'echo',
    rounds: 1,
    machine: { cores: anyNumber, node: process.version },
    metrics: {
      echo_calls_per_s: anyNumber,
      p99_ms: anyNumber,
      stream_echo_executions_per_s: anyNumber,
    },
  });
  expect(stderr).toContain('round 1/1');
});

test('the bench command lists the benches it knows when it does not know the one asked for', async () => {
  const failure = await run(process.execPath, [main, 'nope']).catch((error: unknown) => error);
  const listing: unknown = expect.stringContaining('unary');
  expect(failure).toMatchObject({ code: 64, stderr: listing });
});
