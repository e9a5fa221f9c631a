/** An authority and its certificates as files, made with openssl for one test. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { opensslProgram } from './services/openssl-program.ts';

/** Paths of PEM files. */
export interface TestIdentity {
  readonly certificate: string;
  readonly key: string;
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

export class TestAuthority {
  /** The path of its certificate. */
  readonly path: string;
  readonly #folder: string;
  #issued = 0;

  /** Its files are gone when the test is over. */
  constructor(name = 'an authority') {
    this.#folder = mkdtempSync(join(tmpdir(), 'isopod-test-authority-'));
    onTestFinished(() => rmSync(this.#folder, { recursive: true, force: true }));
    this.path = join(this.#folder, 'ca.pem');
    const subject = ['-subj', `/CN=${name}`, '-days', '1'];
    const extensions = ['-addext', 'basicConstraints=critical,CA:TRUE'];
    openssl(
      'req',
      '-x509',
      ...newKey,
      '-keyout',
      this.#key,
      '-out',
      this.path,
      ...subject,
      ...extensions,
    );
  }

  /** For `names`, as openssl writes them: `DNS:…`, `IP:…`, `URI:…`. */
  issue(names: readonly string[] = ['DNS:localhost', 'IP:127.0.0.1']): TestIdentity {
    const base = join(this.#folder, `issued-${++this.#issued}`);
    const [request, certificate, key] = [`${base}.csr`, `${base}.pem`, `${base}.key`];
    const extensions = ['-addext', `subjectAltName=${names.join(',')}`];
    openssl(
      'req',
      ...newKey,
      '-keyout',
      key,
      '-out',
      request,
      '-subj',
      '/CN=issued',
      ...extensions,
    );
    const by = ['-CA', this.path, '-CAkey', this.#key, '-CAcreateserial', '-days', '1'];
    openssl('x509', '-req', '-in', request, '-out', certificate, ...by, '-copy_extensions', 'copy');
    return { certificate, key };
  }

  get #key(): string {
    return join(this.#folder, 'ca.key');
  }
}

function openssl(...args: string[]): void {
  execFileSync(opensslProgram(), args, { stdio: 'pipe' });
}
