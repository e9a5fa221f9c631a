/** Where the redis-server program comes from, when no REDIS_URL names a running one. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findProgram } from './find-program.ts';

const installScript = fileURLToPath(
  new URL('../../../tools/install-debian-packages.sh', import.meta.url),
);

/** Found on the machine, else installed on it when we may, else an error that names the ways. */
export function redisServerProgram(): string {
  const found = findProgram('redis-server');
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && findProgram('apt-get') !== undefined) {
    execFileSync(installScript, ['redis-server'], { stdio: ['ignore', 'inherit', 'inherit'] });
  }
  const installed = findProgram('redis-server');
  if (installed !== undefined) return installed;
  throw new Error(
    'no Redis for the tests: set REDIS_URL to a running one, or install redis-server ' +
      '(Debian: apt-get install redis-server), or run the tests as root on Debian',
  );
}
