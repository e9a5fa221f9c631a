/** Where the h2load program comes from: the benches of unary calls cannot do without it. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findProgram } from './find-program.ts';

const installScript = fileURLToPath(
  new URL('../../../tools/install-debian-packages.sh', import.meta.url),
);

/** Found on the machine, else installed on it when we may, else an error that names the ways. */
export function provideH2load(): void {
  if (findProgram('h2load') !== undefined) return;
  if (process.getuid?.() === 0 && findProgram('apt-get') !== undefined)
    execFileSync(installScript, ['nghttp2-client'], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (findProgram('h2load') !== undefined) return;
  throw new Error(
    'no h2load for the tests: install it (Debian: apt-get install nghttp2-client), ' +
      'or run the tests as root on Debian',
  );
}
