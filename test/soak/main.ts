/**
 * Hostile programs for as long as it takes to see what only time shows.
 *
 *     npm run soak -- hostile [--minutes N] [--seed S] [--parallel N] [--json]
 *
 * What is going on is told on stderr, a line a minute; the result is on stdout. Exits with 1 when
 * anything speaks against it (soak-verdict.ts).
 */
import { processInterruption } from '../../client/cli/interruption.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { hostilePrograms } from '../isolation/hostile/hostile-programs.ts';
import { HostileSoak } from './hostile-soak.ts';
import { readSoakArguments, soakUsage } from './soak-arguments.ts';
import { growthRatio, soakFaults } from './soak-verdict.ts';

const usageExitCode = 64;
process.exitCode = await main();

async function main(): Promise<number> {
  const read = readSoakArguments(process.argv.slice(2));
  if ('problem' in read) {
    process.stderr.write(`${read.problem}\n\n${soakUsage}\n`);
    return usageExitCode;
  }
  const clock = systemClock();
  const result = await HostileSoak.run({
    ...read,
    programs: hostilePrograms,
    clock,
    tell: (line) => process.stderr.write(`${line}\n`),
    interrupted: processInterruption(clock),
  });
  const faults = soakFaults(result);
  const { samples, ...figures } = result;
  const growth = {
    agent: growthRatio(samples.map(({ agentResidentBytes }) => agentResidentBytes)),
    coordinator: growthRatio(
      samples.map(({ coordinatorResidentBytes }) => coordinatorResidentBytes),
    ),
    node: growthRatio(samples.map(({ nodeResidentBytes }) => nodeResidentBytes)),
  };
  const { neighbour } = result;
  if (read.isJson) process.stdout.write(`${JSON.stringify({ ...figures, growth, faults })}\n`);
  else {
    const lines = [
      `${result.runs} runs, ${result.rounds.toFixed(1)} times everything`,
      `neighbour: ${neighbour.asked} asked, p99 ${neighbour.p99MsAlone.toFixed(1)} ms alone, ${neighbour.p99Ms.toFixed(1)} ms beside`,
      `memory, last quarter to second: ${JSON.stringify(growth)}`,
      ...(faults.length === 0 ? ['passed'] : faults.map((fault) => `FAULT ${fault}`)),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  return faults.length === 0 ? 0 : 1;
}
