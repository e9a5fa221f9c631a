import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCommandLine } from '../../../../client/cli/command-line.ts';
import { readJoinToken } from '../../../../shared/nodes/join-token.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import { capturedTerminal } from '../../../support/captured-terminal.ts';

const nodeToken = 'the secret of all nodes';

/** Runs `isopod nodes token`, with the node token in a file. */
async function nodesToken(args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'isopod-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'node-token'), `${nodeToken}\n`);
  const terminal = capturedTerminal();
  const clock = new VirtualClock();
  const interruption = new AbortController().signal;
  const given = ['nodes', 'token', '--node-token-file', join(folder, 'node-token'), ...args];
  const exitStatus = await runCommandLine(given, { terminal, clock, interruption });
  return { exitStatus, terminal, nowMs: clock.epochMs() };
}

test('isopod nodes token makes a token for any node and an hour', async () => {
  const { exitStatus, terminal, nowMs } = await nodesToken([]);
  expect(exitStatus).toBe(0);
  expect(readJoinToken(terminal.written.out.trim(), nodeToken, nowMs)).toEqual({
    nodes: '*',
    expiresAtMs: nowMs + 3_600_000,
  });
});

test('isopod nodes token makes one for some nodes and another time', async () => {
  const { terminal, nowMs } = await nodesToken(['--for', 'edge-*', '--ttl', '30m']);
  expect(readJoinToken(terminal.written.out.trim(), nodeToken, nowMs)).toEqual({
    nodes: 'edge-*',
    expiresAtMs: nowMs + 1_800_000,
  });
});

test.each([
  ['--ttl', '8d'],
  ['--ttl', '0h'],
  ['--ttl', '1'],
  ['--for', 'a b'],
])('isopod nodes token refuses %s %s', async (flag, value) => {
  const { exitStatus, terminal } = await nodesToken([flag, value]);
  expect(exitStatus).toBe(64);
  expect(terminal.written.out).toBe('');
});
