/**
 * A file of the suite as a program of ours: the suite's harness, a `fetch` that knows the files
 * the test reads, the test, and a promise of what the harness found. Plain Node is given the same.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import type { WptFile } from './wpt-file.ts';

/** What the harness found of one test of a file. */
export interface WptResult {
  readonly name: string;
  /** 0 is a pass: `Test.prototype.PASS` of testharness.js. */
  readonly status: number;
  readonly message: string | null;
}

const servedBytesMax = 600_000;

/** The world a test expects around it, where there is no document and no server. */
const prelude = `
globalThis.self ??= globalThis;
globalThis.GLOBAL = { isWindow: () => false, isWorker: () => false, isShadowRealm: () => false };
globalThis.location = __location;
globalThis.fetch = async (address) => {
  const path = String(address).replace(/^\\.\\//, '').replace(/[?#].*$/, '');
  const text = __files[path];
  if (text === undefined) throw new TypeError('no such file: ' + address);
  return { ok: true, status: 200, text: async () => text, json: async () => JSON.parse(text) };
};
`;

const ending = `
;__results;`;

const collector = `
const __results = new Promise((resolve) => {
  add_completion_callback((tests, status) => {
    const results = tests.map(({ name, status, message }) => ({ name: String(name).toWellFormed(), status, message: message == null ? null : String(message).slice(0, 200).toWellFormed() }));
    if (status.status !== 0) results.push({ name: 'the harness', status: status.status, message: String(status.message) });
    resolve(results);
  });
});
`;

export class ProgramComposer {
  readonly #folder: string;
  readonly #harness: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#harness = readFileSync(`${folder}/resources/testharness.js`, 'utf8');
  }

  compose(file: WptFile, variant: string): string {
    const scripts = file.scripts.map((script) => {
      const at = `${this.#folder}/${this.#at(file, script)}`;
      return existsSync(at) ? readFileSync(at, 'utf8') : `/* ${script} is not there */`;
    });
    const texts = [file.source, ...scripts];
    const href = `https://web-platform.test/${file.path}${variant}`;
    const location = { href, search: variant, pathname: `/${file.path}`, protocol: 'https:' };
    return [
      `const __location = ${JSON.stringify(location)};`,
      `const __files = ${JSON.stringify(this.#filesReadBy(file, texts))};`,
      prelude,
      this.#harness,
      collector,
      ...scripts,
      file.source,
      ending,
    ].join('\n');
  }

  /** Every quoted path in the texts that names a file of the suite; and the interfaces it checks. */
  #filesReadBy(file: WptFile, texts: readonly string[]): Record<string, string> {
    const files: Record<string, string> = {};
    const isAboutInterfaces = file.scripts.some((script) => script.endsWith('idlharness.js'));
    for (const match of texts.join('\n').matchAll(/["'`]([\w./-]{2,100})["'`]/g)) {
      const quoted = match[1] ?? '';
      const named = isAboutInterfaces ? [quoted, `/interfaces/${quoted}.idl`] : [quoted];
      for (const path of named) {
        const at = `${this.#folder}/${this.#at(file, path)}`;
        const isFile = /\.(json|txt|idl)$/.test(path) && existsSync(at);
        if (!isFile || statSync(at).size > servedBytesMax) continue;
        files[path.replace(/^\.\//, '')] = readFileSync(at, 'utf8');
      }
    }
    return files;
  }

  #at(file: WptFile, path: string): string {
    return path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file.path), path);
  }
}
