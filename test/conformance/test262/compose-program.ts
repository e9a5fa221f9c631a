/**
 * A test262 file as a program of ours: the suite's harness, the few names it expects of a host,
 * and the test. Plain Node is given the same, so that the two can be compared. The harness is
 * evaluated in the global scope, whatever the test is: a strict test or a module sees its names.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Test262File } from './test262-file.ts';

/**
 * What the suite expects of a host, as far as a sandbox can have it. `print` settles the promise
 * that the program ends with: that is how asynchronous tests say that they are done.
 */
const prelude = `
var __done;
(function () {
  var resolve, reject, TestError = Error;
  __done = new Promise(function (yes, no) { resolve = yes; reject = no; });
  __done.then(undefined, function () {});
  function hide(name, value) {
    Object.defineProperty(globalThis, name, { value: value, writable: true, configurable: true });
  }
  hide('print', function (text) {
    if (text === 'Test262:AsyncTestComplete') resolve(undefined);
    else reject(new TestError(String(text)));
  });
  hide('$262', {
    global: globalThis,
    detachArrayBuffer: function (buffer) { ArrayBuffer.prototype.transfer.call(buffer); },
  });
})();
`;

export interface ComposedProgram {
  readonly source: string;
  readonly kind: 'SCRIPT' | 'MODULE';
  /** By path; none for a script. */
  readonly modules?: Readonly<Record<string, string>>;
}

export class ProgramComposer {
  readonly #folder: string;
  readonly #harness = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  compose(test: Test262File, mode: 'sloppy' | 'strict'): ComposedProgram {
    if (test.flags.has('raw')) return { source: test.source, kind: 'SCRIPT' };
    const isAsync = test.flags.has('async');
    const harness = [
      prelude,
      this.#read('assert.js'),
      this.#read('sta.js'),
      ...(isAsync ? [this.#read('doneprintHandle.js')] : []),
      ...test.includes.map((name) => this.#read(name)),
    ].join('\n');
    const setUp = `(0, eval)(${JSON.stringify(harness)});`;
    if (test.flags.has('module')) return this.#module(test, setUp);
    // The completion value is the result, and a test's own may be anything.
    const end = isAsync ? ';__done' : ';void 0';
    const directive = mode === 'strict' ? '"use strict";\n' : '';
    return { source: `${directive}${setUp}\n${test.source}\n${end}`, kind: 'SCRIPT' };
  }

  /** Beside a program that waits for it, since a module of the suite may export anything. */
  #module(test: Test262File, setUp: string): ComposedProgram {
    const end = test.flags.has('async') ? 'export default await globalThis.__done;' : '';
    const name = basename(test.path);
    const modules = new Map([
      ['set-up.js', setUp],
      [name, test.source],
    ]);
    addImported(modules, test.source, dirname(`${this.#folder}/test/${test.path}`));
    return {
      source: `import './set-up.js';\nimport './${name}';\n${end}`,
      kind: 'MODULE',
      modules: Object.fromEntries(modules),
    };
  }

  #read(name: string): string {
    let text = this.#harness.get(name);
    if (text === undefined) {
      text = readFileSync(`${this.#folder}/harness/${name}`, 'utf8');
      this.#harness.set(name, text);
    }
    return text;
  }
}

/** The files of the suite that a text names beside itself, and those that they name. */
function addImported(modules: Map<string, string>, text: string, folder: string): void {
  for (const [, path = ''] of text.matchAll(/["']\.\/([\w./-]+_FIXTURE[\w.-]*)["']/g)) {
    if (modules.has(path) || !existsSync(`${folder}/${path}`)) continue;
    const imported = readFileSync(`${folder}/${path}`, 'utf8');
    modules.set(path, imported);
    addImported(modules, imported, folder);
  }
}
