/**
 * `npm run bench -- NAME [--seconds N] [--rounds N] [--json]`: measures, compares, reports. What
 * is going on is told on stderr; the result is on stdout, with --json as one line of JSON.
 */
import { systemClock } from '../shared/time/system-clock.ts';
import { benches } from './registry.ts';
import { BenchError } from './support/bench.ts';
import { benchUsage, readBenchArguments } from './support/bench-arguments.ts';
import { thisMachine } from './support/machine.ts';
import { reportOf, tableOf } from './support/report.ts';
import { runBench } from './support/run-bench.ts';

const interruptedExitCode = 130;
const usageExitCode = 64;

// Not left to an idle event loop: an interrupted bench may still have been starting something.
process.exit(await main());

async function main(): Promise<number> {
  const read = readBenchArguments(process.argv.slice(2), benches);
  if ('problem' in read) {
    process.stderr.write(`${read.problem}\n\n${benchUsage(benches)}\n`);
    return usageExitCode;
  }
  const { bench, seconds, rounds, isJson, given } = read;
  const interrupted = new Promise<'interrupted'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => resolve('interrupted'));
  });
  await using cleanup = new AsyncDisposableStack();
  const context = {
    secondsPerRound: seconds,
    cleanup,
    given,
    clock: systemClock(),
    progress: (line: string) => process.stderr.write(`${line}\n`),
  };
  try {
    const running = runBench(bench, rounds, context);
    // When it is interrupted, what it was doing fails; nobody is interested in how.
    running.catch(() => {});
    const results = await Promise.race([running, interrupted]);
    if (results === 'interrupted') return interruptedExitCode;
    const report = reportOf(bench.name, results, thisMachine());
    process.stdout.write(`${isJson ? JSON.stringify(report) : tableOf(report, results)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    process.stderr.write(`${bench.name}: ${error.message}\n`);
    return 1;
  }
}
