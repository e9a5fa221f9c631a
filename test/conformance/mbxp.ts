/**
 * 938 real programs, each with checks that throw when they fail, and whether they pass in plain
 * Node. A sandbox that is right agrees with Node on every one.
 *
 * The file has a JSON object a line: `id`, `source`, `passes_in_node`. The programs use lodash as
 * the global `_`, so it goes in front of each.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import type { Outcome } from '../../shared/execution/outcome.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';
import { Progress } from './progress.ts';

interface MbxpProgram {
  readonly id: string;
  readonly source: string;
  readonly passes_in_node: boolean;
}

/** How many are under way at once. */
const concurrency = 16;
const second = 1_000_000;
const limits = { cpuUsMax: 20 * second, wallUsMax: 60 * second };

/** Runs all of them both ways; returns how many disagreed with Node. */
export async function runMbxp(client: IsopodClient, file: string): Promise<number> {
  const programs = readPrograms(file);
  const unary = await runAll('Execute', programs, async (request) => {
    const { outcome } = await client.execute(request);
    return outcome;
  });
  const stream = client.openStream();
  const streamed = await runAll('ExecuteStream', programs, (request) => stream.execute(request));
  stream.cancel();
  return unary + streamed;
}

function readPrograms(file: string): MbxpProgram[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as MbxpProgram);
}

async function runAll(
  title: string,
  programs: readonly MbxpProgram[],
  run: (request: ExecutionRequest) => Promise<Outcome>,
): Promise<number> {
  const lodash = readFileSync(
    createRequire(import.meta.url).resolve('lodash/lodash.min.js'),
    'utf8',
  );
  const progress = new Progress(title.padEnd(13), programs.length, systemClock());
  const disagreements: string[] = [];
  let passed = 0;
  const left = programs.values();
  const worker = async (): Promise<void> => {
    for (const { id, source, passes_in_node: passesInNode } of left) {
      const request = {
        source: `${lodash}\n;${source}`,
        fileName: `${id.replace('/', '-')}.js`,
        limits,
      };
      const { word, error } = await run(request);
      const passes = word === 'SUCCEEDED';
      if (passes) passed++;
      if (passes !== passesInNode) {
        const expected = passesInNode ? 'passes' : 'fails';
        disagreements.push(`${id}: ${expected} in Node, here ${word} ${error?.message ?? ''}`);
      }
      progress.step();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const { elapsedS } = progress;
  const expected = programs.filter((program) => program.passes_in_node).length;
  process.stdout.write(
    `${title}: ${passed} passed (Node: ${expected}), ${programs.length - passed} failed, ` +
      `${disagreements.length} disagreements, ${elapsedS.toFixed(1)} s, ` +
      `${(programs.length / elapsedS).toFixed(0)} executions/s\n`,
  );
  for (const line of disagreements) process.stdout.write(`  ${line}\n`);
  return disagreements.length;
}
