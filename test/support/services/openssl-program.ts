/** Where the openssl program comes from, which makes certificates for tests. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findProgram } from './find-program.ts';

const installScript = fileURLToPath(
  new URL('../../../tools/install-debian-packages.sh', import.meta.url),
);

/** Found on the machine, else installed on it when we may, else an error that names the ways. */
export function opensslProgram(): string {
  const found = findProgram('openssl');
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && findProgram('apt-get') !== undefined)
    execFileSync(installScript, ['openssl'], { stdio: ['ignore', 'inherit', 'inherit'] });
  const installed = findProgram('openssl');
  if (installed !== undefined) return installed;
  throw new Error(
    'no openssl for the tests: install it (Debian: apt-get install openssl), ' +
      'or run the tests as root on Debian',
  );
}
