/** The doctor as its users start it, on the machine the tests run on. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Diagnosis } from '../../../../node-agent/doctor/diagnosis.ts';
import { lockdownLayers } from '../../../../node-agent/frames/lockdown.ts';
import { cgroupsOfAgents } from '../../../support/agent-cgroups.ts';
import { isRoot } from '../../../support/hosts/probe-host-client.ts';

const projectFolder = join(import.meta.dirname, '../../../..');

const command = ['client/cli/isopod.js', 'doctor'];
const withoutSeccomp = new URL('../../../support/without-seccomp.ts', import.meta.url);

async function run(...args: string[]) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [out, err, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { out, err, status: status as number | null, pid: child.pid ?? 0 };
}

test('isopod doctor locks a real host down, runs a program in it, and leaves nothing', async () => {
  const { out, err, status, pid } = await run(...command, '--json');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const { canLockDown, layers, checks } = JSON.parse(out) as Diagnosis;
  expect(canLockDown).toBe(true);
  const expected = lockdownLayers.filter((layer) => isRoot || layer !== 'own-ids');
  expect(layers.slice(0, -1)).toEqual(expected);
  expect(layers.at(-1)).toMatch(/^(?:cgroup-v[12]|resident-watch)$/);
  expect(checks.find(({ name }) => name === 'trial')?.state).toBe('ok');
  expect(cgroupsOfAgents([pid])).toEqual([]);
});

test('isopod doctor exits with 1 and says why where seccomp is forbidden', async () => {
  const { out, status } = await run(fileURLToPath(withoutSeccomp), ...command);
  expect(status).toBe(1);
  expect(out).toMatch(/^trial +missing +Could not start a sandbox host: LockdownError: .+$/m);
  expect(out).toMatch(/Missing: (?:io_uring, )?trial\.\n$/);
});

test('isopod doctor takes no flag that it does not know', async () => {
  const { err, status } = await run(...command, '--jsn');
  expect(status).toBe(64);
  expect(err).toContain('did you mean --json?');
});
