/**
 * Postgres refuses to run as root. As root, then, it needs another identity that still reaches
 * its programs and its folder, even below a home that nobody else may enter.
 */
import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';

export interface PostgresIdentity {
  /** Put before a command, runs it with this identity. */
  readonly prefix: readonly string[];
  /** Hands a folder over to it. */
  own(folder: string): void;
  /** Whether it may run this program where it lies. */
  reaches(program: string): boolean;
}

/** `nobody`: initdb wants a user that the machine knows by name. */
const nobodyId = 65_534;

const oneself: PostgresIdentity = { prefix: [], own: () => {}, reaches: () => true };

/** Root by another name: a user namespace in which root's files are nobody's. */
const renamed: PostgresIdentity = {
  prefix: ['unshare', '--user', `--map-user=${nobodyId}`],
  own: () => {},
  reaches: () => true,
};

const becomeNobody = ['setpriv', `--reuid=${nobodyId}`, `--regid=${nobodyId}`, '--clear-groups'];

/**
 * Another user who may still open what root may; for where namespaces are forbidden. Postgres
 * asks with access(), which knows no capabilities, whether it may run its own programs.
 */
const other: PostgresIdentity = {
  prefix: [...becomeNobody, '--inh-caps=+dac_override', '--ambient-caps=+dac_override'],
  own: (folder) => chownSync(folder, nobodyId, nobodyId),
  reaches: (program) => runs([...becomeNobody, 'test', '-x', program]),
};

/** Every identity that works for who we are here, the best first. */
export function postgresIdentities(): PostgresIdentity[] {
  if (process.getuid?.() !== 0) return [oneself];
  return [renamed, other].filter(({ prefix }) => runs([...prefix, 'true']));
}

function runs([program = '', ...args]: readonly string[]): boolean {
  return spawnSync(program, args).status === 0;
}
