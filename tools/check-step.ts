/**
 * One thing that `npm run check` looks at. A step that cannot apply says so and does not fail;
 * one that fails hands back everything a reader needs, and the next step runs all the same.
 */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface CheckStep {
  readonly name: string;
  run(): Promise<StepResult>;
}

export type StepResult =
  | { readonly state: 'passed'; readonly note?: string }
  | { readonly state: 'skipped'; readonly note: string }
  | { readonly state: 'failed'; readonly output: string };

/** A step that passes when a program of node_modules, or of this machine, exits with 0. */
export function commandStep(name: string, program: string, args: readonly string[]): CheckStep {
  return { name, run: () => runProgram(program, args) };
}

export async function runProgram(program: string, args: readonly string[]): Promise<StepResult> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not run ${program}: ${error.message}`));
    child.once('close', (code, signal) => resolve(code === 0 ? '' : `exit ${code ?? signal}`));
  });
  const [out, err, problem] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  if (problem === '') return { state: 'passed' };
  return { state: 'failed', output: `${out}${err}${problem}` };
}
