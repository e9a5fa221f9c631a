/** The command line of a bench. */
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';

export interface BenchArguments {
  readonly bench: Bench;
  readonly seconds: number;
  readonly rounds: number;
  readonly isJson: boolean;
  /** What the bench is told beside; empty where it takes nothing. */
  readonly given: string;
}

const defaults = { seconds: '3', rounds: '5' };

/** What was asked for, or what is wrong with it. */
export function readBenchArguments(
  args: readonly string[],
  benches: readonly Bench[],
): BenchArguments | { readonly problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seconds: { type: 'string', default: defaults.seconds },
        rounds: { type: 'string', default: defaults.rounds },
        json: { type: 'boolean', default: false },
      },
    });
    const [name, given = ''] = positionals;
    const bench = benches.find((candidate) => candidate.name === name);
    if (bench?.takes && given === '') return { problem: `${bench.name} needs ${bench.takes}` };
    if (!bench || positionals.length !== (bench.takes ? 2 : 1))
      return { problem: `could not find the bench: ${positionals.join(' ') || 'no name'}` };
    const seconds = Number(values.seconds);
    if (!(seconds > 0 && seconds <= 600))
      return { problem: `--seconds must be above 0, at most 600: ${values.seconds}` };
    const rounds = Number(values.rounds);
    if (!(Number.isInteger(rounds) && rounds >= 1 && rounds <= 1000))
      return { problem: `--rounds must be a whole number from 1 to 1000: ${values.rounds}` };
    return { bench, seconds, rounds, isJson: values.json, given };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

export function benchUsage(benches: readonly Bench[]): string {
  const typed = ({ name, takes }: Bench): string => (takes ? `${name} ${takes}` : name);
  const width = Math.max(...benches.map((bench) => typed(bench).length));
  return [
    'Usage: npm run bench -- NAME [--seconds N] [--rounds N] [--json]',
    '',
    ...benches.map((bench) => `  ${typed(bench).padEnd(width)}  ${bench.summary}`),
    '',
    `  --seconds N  how long each side is driven in each round (default ${defaults.seconds})`,
    `  --rounds N   how many rounds; medians are reported (default ${defaults.rounds})`,
    '  --json       end with one line of JSON',
  ].join('\n');
}
