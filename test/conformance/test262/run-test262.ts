/**
 * ECMAScript's own test suite, about 100,000 programs: how many pass, how many ask for what a
 * sandbox does not have, and which fail here that pass in plain Node.
 *
 * DIR is a checkout of test262. A glob names tests from its `test` folder, such as
 * `language/**` or `built-ins/Array/**`.
 */
import { globSync } from 'node:fs';
import type { IsopodClient } from '../../../client/sdk/isopod-client.ts';
import { systemClock } from '../../../shared/time/system-clock.ts';
import { inParallel } from '../in-parallel.ts';
import { PlainNode } from '../plain-node.ts';
import { Progress } from '../progress.ts';
import { type ComposedProgram, ProgramComposer } from './compose-program.ts';
import { amissWith } from './judge.ts';
import { knownReason } from './known-differences.ts';

import { reasonToSkip } from './skip-rule.ts';
import { modesOf, readTest262File, type Test262File } from './test262-file.ts';

/** How many are under way at once: in the cluster, and as processes of plain Node. */
const concurrency = 24;
const plainConcurrency = 2;
const second = 1_000_000;
const limits = { cpuUsMax: 30 * second, wallUsMax: 60 * second, memoryBytesMax: 256 * 2 ** 20 };

interface Failure {
  readonly test: Test262File;
  readonly mode: 'sloppy' | 'strict';
  readonly program: ComposedProgram;
  readonly amiss: string;
}

/** Returns how many fail here, pass in plain Node, and have no reason that is known. */
export async function runTest262(
  client: IsopodClient,
  folder: string,
  pattern = '**',
): Promise<number> {
  const composer = new ProgramComposer(folder);
  const tests = findTests(folder, pattern);
  if (tests.length === 0) throw new Error(`Could not find a test in ${folder}/test: ${pattern}`);
  const skipped = new Map<string, number>();
  const toRun = tests.filter((test) => {
    const reason = reasonToSkip(test);
    if (reason !== undefined) skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
    return reason === undefined;
  });
  const programs = toRun.flatMap((test) => modesOf(test).map((mode) => ({ test, mode })));
  const progress = new Progress('test262', programs.length, systemClock());
  const failures: Failure[] = [];
  const stream = client.openStream();
  await inParallel(concurrency, programs, async ({ test, mode }) => {
    const program = composer.compose(test, mode);
    const outcome = await stream.execute({ ...program, limits });
    const amiss = amissWith(test, outcome);
    if (amiss !== undefined) failures.push({ test, mode, program, amiss });
    progress.step();
  });
  stream.cancel();
  const beyondNode = await failingHereOnly(failures);
  const unknown = beyondNode.filter(({ test }) => knownReason(test) === undefined);
  report({ programs: programs.length, failures, skipped, beyondNode, seconds: progress.elapsedS });
  return unknown.length;
}

function findTests(folder: string, pattern: string): Test262File[] {
  const paths = globSync(pattern, { cwd: `${folder}/test` })
    .filter((path) => path.endsWith('.js') && !path.includes('_FIXTURE'))
    .toSorted();
  return paths.map((path) => readTest262File(folder, path));
}

async function failingHereOnly(failures: readonly Failure[]): Promise<Failure[]> {
  using node = new PlainNode(30_000);
  const progress = new Progress('plain Node', failures.length, systemClock());
  const here: Failure[] = [];
  await inParallel(plainConcurrency, failures, async (failure) => {
    const end = await node.run(failure.program);
    if (amissWith(failure.test, end) === undefined) here.push(failure);
    progress.step();
  });
  return here.toSorted((a, b) => (a.test.path < b.test.path ? -1 : 1));
}

interface Figures {
  readonly programs: number;
  readonly failures: readonly Failure[];
  readonly skipped: ReadonlyMap<string, number>;
  readonly beyondNode: readonly Failure[];
  readonly seconds: number;
}

function report({ programs, failures, skipped, beyondNode, seconds }: Figures): void {
  const skippedCount = [...skipped.values()].reduce((sum, count) => sum + count, 0);
  const lines = [
    `test262: ${programs - failures.length} passed, ${failures.length} failed ` +
      `(${failures.length - beyondNode.length} of them in plain Node too), ` +
      `${skippedCount} files skipped, ${seconds.toFixed(0)} s`,
    'skipped:',
    ...[...skipped]
      .toSorted((a, b) => b[1] - a[1])
      .map(([reason, count]) => `  ${count}  ${reason}`),
    `failing here, passing in plain Node: ${beyondNode.length}`,
    ...beyondNode.map(
      ({ test, mode, amiss }) =>
        `  ${test.path} (${mode}): ${knownReason(test) ?? `UNEXPLAINED ${amiss}`}`,
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
