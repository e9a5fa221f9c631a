/**
 * Runs around the whole test run: marks every process that descends from it, and fails the run
 * when one of them outlives it.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { newId } from '../../shared/random/system-random.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { findLeftProcesses } from './left-processes.ts';
import { waitUntil } from './wait-until.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
/** Servers that were told to stop are given this long to be gone. */
const graceMsMax = 5_000;

export default function setup(): () => Promise<void> {
  const mark = { variable: 'ISOPOD_TEST_RUN', value: newId() };
  process.env[mark.variable] = mark.value;

  return async function teardown() {
    if (!existsSync('/proc/self/environ')) return;
    const find = () => findLeftProcesses(mark, projectFolder, process.pid);
    const isQuiet = await waitUntil(() => find().length === 0, graceMsMax, systemClock());
    if (isQuiet) return;
    const left = find().map(({ pid, command }) => `  ${pid} ${command}`);
    throw new Error(`test run left processes behind:\n${left.join('\n')}`);
  };
}
