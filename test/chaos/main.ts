/**
 * What goes wrong in a cluster, made to go wrong: processes killed, more asked than can be done.
 *
 *     npm run chaos -- NAME [--seed N] [--seconds N] [--json]
 *
 * What happens is told on stderr; the findings are on stdout. Exits with 1 where something is not as it
 * must be.
 */
import { systemClock } from '../../shared/time/system-clock.ts';
import { chaosUsage, readChaosArguments } from './chaos-arguments.ts';
import { runScenario } from './run-scenario.ts';
import { scenarios } from './scenarios.ts';

const usageExitCode = 64;
process.exitCode = await main();

async function main(): Promise<number> {
  const read = readChaosArguments(process.argv.slice(2));
  if ('problem' in read) {
    process.stderr.write(`${read.problem}\n\n${chaosUsage}\n`);
    return usageExitCode;
  }
  const { name, seed, seconds, isJson } = read;
  const scenario = scenarios[name]?.make(seconds);
  if (!scenario) return usageExitCode;
  const { figures, faults } = await runScenario(scenario, {
    seed,
    clock: systemClock(),
    tell: (line) => process.stderr.write(`${line}\n`),
  });
  if (isJson) process.stdout.write(`${JSON.stringify({ name, seed, seconds, figures, faults })}\n`);
  else {
    const lines = Object.entries(figures).map(([what, value]) => `${what} ${value.toFixed(1)}`);
    const verdict = faults.length === 0 ? ['passed'] : faults.map((fault) => `FAULT ${fault}`);
    process.stdout.write(`${[...lines, ...verdict].join('\n')}\n`);
  }
  return faults.length === 0 ? 0 : 1;
}
