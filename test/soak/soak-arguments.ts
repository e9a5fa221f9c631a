/** The command line of a soak. */
import { parseArgs } from 'node:util';

export interface SoakArguments {
  readonly minutes: number;
  readonly seed: number;
  readonly parallel: number;
  readonly isJson: boolean;
}

const defaults = { minutes: '60', seed: '1', parallel: '2' };
const seedMax = 2 ** 32 - 1;

export const soakUsage = [
  'Usage: npm run soak -- hostile [--minutes N] [--seed S] [--parallel N] [--json]',
  '',
  `  --minutes N   how long (default ${defaults.minutes}); from 10 on memory is judged, too`,
  `  --seed S      of the order, a whole number (default ${defaults.seed})`,
  `  --parallel N  hostile programs at a time (default ${defaults.parallel})`,
  '  --json        end with one line of JSON',
].join('\n');

/** What was asked for, or what is wrong with it. */
export function readSoakArguments(
  args: readonly string[],
): SoakArguments | { readonly problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        minutes: { type: 'string', default: defaults.minutes },
        seed: { type: 'string', default: defaults.seed },
        parallel: { type: 'string', default: defaults.parallel },
        json: { type: 'boolean', default: false },
      },
    });
    if (positionals.join(' ') !== 'hostile')
      return { problem: `could not find the soak: ${positionals.join(' ') || 'no name'}` };
    const minutes = Number(values.minutes);
    if (!(minutes > 0 && minutes <= 24 * 60))
      return { problem: `--minutes must be above 0, at most a day: ${values.minutes}` };
    const seed = Number(values.seed);
    if (!(Number.isInteger(seed) && seed >= 0 && seed <= seedMax))
      return { problem: `--seed must be a whole number from 0 to ${seedMax}: ${values.seed}` };
    const parallel = Number(values.parallel);
    if (!(Number.isInteger(parallel) && parallel >= 1 && parallel <= 64))
      return { problem: `--parallel must be a whole number from 1 to 64: ${values.parallel}` };
    return { minutes, seed, parallel, isJson: values.json };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
