/** The command line of chaos. */
import { parseArgs } from 'node:util';
import { scenarios } from './scenarios.ts';

export interface ChaosArguments {
  readonly name: string;
  readonly seed: number;
  readonly seconds: number;
  readonly isJson: boolean;
}

const seedMax = 1_000_000;
const secondsMax = 3_600;

export const chaosUsage = [
  'Usage: npm run chaos -- NAME [--seed N] [--seconds N] [--json]',
  '',
  `  NAME         ${Object.keys(scenarios).join(', ')}`,
  '  --seed N     of the arrivals, a whole number (default 1)',
  '  --seconds N  how long the main part takes (default: as the scenario says)',
  '  --json       end with one line of JSON',
].join('\n');

/** What was asked for, or what is wrong with it. */
export function readChaosArguments(
  args: readonly string[],
): ChaosArguments | { readonly problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seed: { type: 'string', default: '1' },
        seconds: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const name = positionals.join(' ');
    const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
    if (!scenario) return { problem: `could not find the scenario: ${name || 'no name'}` };
    const seed = Number(values.seed);
    if (!(Number.isInteger(seed) && seed >= 0 && seed <= seedMax))
      return { problem: `--seed must be a whole number from 0 to ${seedMax}: ${values.seed}` };
    const seconds = Number(values.seconds ?? scenario.seconds);
    if (!(seconds >= 1 && seconds <= secondsMax))
      return { problem: `--seconds must be from 1 to ${secondsMax}: ${values.seconds}` };
    return { name, seed, seconds, isJson: values.json };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
