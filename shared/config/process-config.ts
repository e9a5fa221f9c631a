/** A process's own configuration: for the main file of a program. */
import { readFileSync } from 'node:fs';
import { availableParallelism, hostname } from 'node:os';
import { newId } from '../random/system-random.ts';
import { isopodVersion } from '../version.ts';
import { ConfigError } from './config-error.ts';
import { configHelp } from './config-help.ts';
import { loadConfig } from './load-config.ts';
import type { Program } from './program.ts';
import type { SettingsTable } from './setting.ts';

/** EX_USAGE of sysexits.h. */
const usageExitCode = 64;

/**
 * Reads this process's flags, environment and file. Ends the process after --help or --version,
 * and, with status 64, after the report of what is wrong.
 */
export function processConfig<Table extends SettingsTable, Config>(
  program: Program<Table, Config>,
): Readonly<Config> {
  const args = process.argv.slice(2);
  if (args.some((arg) => arg === '--help' || arg === '-h')) printAndExit(configHelp(program));
  if (args.includes('--version')) printAndExit(`${isopodVersion}\n`);
  const readTextFile = (path: string): string => readFileSync(path, 'utf8');
  try {
    return loadConfig(
      program,
      { args, env: process.env, readTextFile },
      { processors: availableParallelism(), hostName: hostname(), newId, readTextFile },
    );
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(usageExitCode);
  }
}

function printAndExit(text: string): never {
  process.stdout.write(text);
  process.exit(0);
}
