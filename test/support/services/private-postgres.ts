/** A Postgres server of its own for each call. Fast rather than durable: it ends with its test. */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Client } from 'pg';
import { newToken } from '../../../shared/random/system-random.ts';
import { GuardedServer } from './guarded-server.ts';
import { type PostgresIdentity, postgresIdentities } from './postgres-identity.ts';
import { type PostgresPrograms, postgresPrograms } from './postgres-programs.ts';
import { startOnFreePort } from './start-on-free-port.ts';
import type { TestService } from './test-service.ts';

const userName = 'isopod';

/** Makes a database cluster and becomes its server, so that one process is to be ended. */
const startScript = `
initdb=$1 postgres=$2 folder=$3 port=$4
"$initdb" --pgdata="$folder/data" --username=${userName} --pwfile="$folder/password" \
  --auth=scram-sha-256 --encoding=UTF8 --no-locale --no-sync &&
exec "$postgres" -D "$folder/data" -p "$port" \
  -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
  -c fsync=off -c full_page_writes=off -c dynamic_shared_memory_type=mmap
`;

export async function startPrivatePostgres(
  programs: PostgresPrograms = postgresPrograms(),
  identity: PostgresIdentity | undefined = postgresIdentities()[0],
): Promise<TestService> {
  if (!identity) {
    throw new Error(
      'could not start Postgres: it refuses root, and neither unshare nor setpriv works',
    );
  }
  const password = newToken();
  return startOnFreePort(async (port) => {
    const folder = mkdtempSync(join(tmpdir(), 'isopod-postgres-'));
    writeFileSync(join(folder, 'password'), password);
    identity.own(folder);
    const { initdb, postgres } = identity.reaches(programs.postgres)
      ? programs
      : copyPrograms(programs, folder);
    const url = `postgres://${userName}:${password}@127.0.0.1:${port}/postgres`;
    const server = await GuardedServer.start({
      folder,
      command: [
        ...asCommand(identity.prefix, ['/bin/sh', '-c', startScript, 'sh']),
        ...[initdb, postgres, folder, String(port)],
      ],
      endSignal: 'QUIT',
      isReady: () => answersTo(url),
    });
    return { url, stop: () => server.stop() };
  });
}

/** Programs that lie in a folder of root's are copied, with their libraries: 60 MB. */
function copyPrograms({ initdb, postgres }: PostgresPrograms, folder: string): PostgresPrograms {
  const installation = dirname(dirname(postgres));
  const copy = join(folder, 'installation');
  cpSync(installation, copy, { recursive: true, verbatimSymlinks: true });
  const inCopy = (program: string) => join(copy, basename(dirname(program)), basename(program));
  return { initdb: inCopy(initdb), postgres: inCopy(postgres) };
}

function asCommand(
  prefix: readonly string[],
  command: readonly [string, ...string[]],
): [string, ...string[]] {
  const [first, ...rest] = prefix;
  return first === undefined ? [...command] : [first, ...rest, ...command];
}

async function answersTo(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
