import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { findLeftProcesses } from '../../../support/left-processes.ts';

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
