import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { systemClock } from '../../../../shared/time/system-clock.ts';
import { findLeftProcesses } from '../../../support/left-processes.ts';
import { waitUntil } from '../../../support/wait-until.ts';

test('findLeftProcesses finds a process by the mark it inherited, and not after its end', async () => {
  const mark = { variable: 'ISOPOD_TEST_PLANTED', value: `planted-${process.pid}` };
  const find = () => findLeftProcesses(mark, '/nonexistent', 0).map(({ pid }) => pid);
  // In a session of its own, as a process that wants to get away would be.
  const child = spawn('cat', [], {
    detached: true,
    env: { ...process.env, [mark.variable]: mark.value },
  });
  await once(child, 'spawn');

  expect(find()).toEqual([child.pid]);
  expect(findLeftProcesses(mark, '/nonexistent', process.pid)).toEqual([]);

  child.stdin.end();
  await once(child, 'exit');
  expect(find()).toEqual([]);
});

test('findLeftProcesses finds a sandbox host without environment whose agent has ended', async () => {
  const project = `/planted-${process.pid}`;
  const noMark = { variable: 'ISOPOD_TEST_PLANTED', value: 'nobody' };
  const find = () => findLeftProcesses(noMark, project, process.pid);
  // The agent starts a host that reads from a pipe until it closes, and ends at once.
  const host = `exec env -i sh -c 'read line <&3' ${project}/node-agent/host/main.ts`;
  const agent = spawn('/bin/sh', ['-c', `(${host}) &`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const pipe = agent.stdio[3] as Writable;
  await once(agent, 'exit');

  expect(await waitUntil(() => find().length === 1, 5_000, systemClock())).toBe(true);
  pipe.end();
  expect(await waitUntil(() => find().length === 0, 5_000, systemClock())).toBe(true);
});
