/**
 * Whether the protocol breaks what is published: the last commit of the main branch that touched
 * it. Where there is no such commit, as in a copy without history, there is nothing to break.
 */
import { spawnSync } from 'node:child_process';
import { runProgram, type StepResult } from './check-step.ts';

const protoFolder = 'proto';
const mainBranches = ['origin/main', 'main'];

export async function checkBreaking(): Promise<StepResult> {
  const published = lastPublishedCommit();
  if (published === undefined) {
    return { state: 'skipped', note: 'no commit of the main branch holds a protocol' };
  }
  const against = `.git#ref=${published},subdir=${protoFolder}`;
  const result = await runProgram('buf', ['breaking', protoFolder, '--against', against]);
  return result.state === 'passed'
    ? { state: 'passed', note: `against ${published.slice(0, 8)}` }
    : result;
}

function lastPublishedCommit(): string | undefined {
  for (const branch of mainBranches) {
    const found = spawnSync('git', ['log', '-1', '--format=%H', branch, '--', protoFolder], {
      encoding: 'utf8',
    });
    if (found.status === 0 && found.stdout.trim() !== '') return found.stdout.trim();
  }
  return undefined;
}
