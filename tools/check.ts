/**
 * `npm run check`: everything that can be known about the code without running it. Every step
 * runs, whatever the ones before it said; the exit status is 1 when any failed.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { systemClock } from '../shared/time/system-clock.ts';
import { checkBreaking } from './check-breaking.ts';
import { checkImports } from './check-imports.ts';
import { type CheckStep, commandStep, type StepResult } from './check-step.ts';

const projectFolder = join(import.meta.dirname, '..');
/** What people write. Named, so that a scratch file in the project's folder is nobody's concern. */
const sources = [
  'coordinator',
  'node-agent',
  'shared',
  'client',
  'test',
  'bench',
  'tools',
  'examples',
  'vitest.config.ts',
].filter((path) => existsSync(join(projectFolder, path)));

const steps: readonly CheckStep[] = [
  commandStep('types', 'tsc', ['--project', '.']),
  commandStep('lint', 'oxlint', ['--type-aware', '--deny-warnings', ...sources]),
  commandStep('format', 'biome', ['check', '--linter-enabled=false', ...sources]),
  { name: 'import direction', run: importDirection },
  commandStep('unused code', 'knip', ['--no-progress', '--no-config-hints']),
  commandStep('protocol lint', 'buf', ['lint']),
  commandStep('protocol format', 'buf', ['format', '--diff', '--exit-code']),
  { name: 'protocol breaking', run: checkBreaking },
  commandStep('generated files', 'node', ['tools/generate.ts', '--check']),
];

process.chdir(projectFolder);
process.env['PATH'] = [join(projectFolder, 'node_modules/.bin'), process.env['PATH']].join(
  delimiter,
);
process.exitCode = (await runSteps()) ? 0 : 1;

async function runSteps(): Promise<boolean> {
  const clock = systemClock();
  const failed: string[] = [];
  for (const step of steps) {
    const startedMs = clock.nowMs();
    const result = await step.run();
    const tookS = ((clock.nowMs() - startedMs) / 1000).toFixed(1);
    console.log(stepLine(step.name, result, tookS));
    if (result.state !== 'failed') continue;
    console.log(result.output.trimEnd().replaceAll(/^/gm, '    '));
    failed.push(step.name);
  }
  const passed = steps.length - failed.length;
  console.log(
    failed.length === 0
      ? `check: all ${passed} steps passed`
      : `check: ${passed} steps passed, ${failed.length} failed: ${failed.join(', ')}`,
  );
  return failed.length === 0;
}

function stepLine(name: string, result: StepResult, tookS: string): string {
  const mark = { passed: 'ok  ', skipped: 'skip', failed: 'FAIL' }[result.state];
  const note = result.state === 'failed' ? undefined : result.note;
  return `${mark}  ${name.padEnd(20)}${tookS.padStart(5)} s${note === undefined ? '' : `  ${note}`}`;
}

async function importDirection(): Promise<StepResult> {
  const { modules, imports, problems } = await checkImports(projectFolder);
  return problems.length === 0
    ? { state: 'passed', note: `${modules} modules, ${imports} imports` }
    : { state: 'failed', output: problems.join('\n') };
}
