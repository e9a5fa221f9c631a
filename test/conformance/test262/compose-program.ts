/**
 * A test262 file as a program of ours: the suite's harness, the few names it expects of a host,
 * and the test, as one text. Plain Node is given the same text, so that the two can be compared.
 */
import { readFileSync } from 'node:fs';
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

export class ProgramComposer {
  readonly #folder: string;
  readonly #harness = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  compose(test: Test262File, mode: 'sloppy' | 'strict'): string {
    if (test.flags.has('raw')) return test.source;
    const isAsync = test.flags.has('async');
    const parts = [
      prelude,
      this.#read('assert.js'),
      this.#read('sta.js'),
      ...(isAsync ? [this.#read('doneprintHandle.js')] : []),
      ...test.includes.map((name) => this.#read(name)),
      test.source,
      // The completion value is the result, and a test's own may be anything.
      isAsync ? ';__done' : ';void 0',
    ];
    const directive = mode === 'strict' ? '"use strict";\n' : '';
    return directive + parts.join('\n');
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
