/**
 * The same program in plain Node, in a process of its own: what fails there too is not the
 * sandbox's doing.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { OutcomeWord } from '../../shared/execution/outcome.ts';

const driver = `
const { readFileSync } = require('node:fs');
const { Script } = require('node:vm');
const { stringify } = JSON, { then } = Promise.prototype, { writeSync } = require('node:fs');
const say = (word, error, result) => {
  const name = error && typeof error === 'object' ? String(error.name) : typeof error;
  const text = stringify({ word, error: { name, message: '', stack: '' }, resultJson: stringify(result) });
  for (let at = 0, bytes = Buffer.from(text); at < bytes.length; ) at += writeSync(3, bytes, at);
  process.exit(0);
};
process.on('uncaughtException', (error) => say('SCRIPT_THREW', error));
// As long as a rejection that nobody handles may still end the process.
const end = (value) => then.call(
  Promise.resolve(value),
  (result) => setImmediate(() => say('SUCCEEDED', undefined, result)),
  (error) => say(error instanceof SyntaxError && isModule ? 'SYNTAX_ERROR' : 'SCRIPT_THREW', error),
);
const [, file] = process.argv;
const isModule = file.endsWith('main.mjs');
if (isModule) end(then.call(import(file), (namespace) => namespace.default));
else {
  let script;
  try { script = new Script(readFileSync(file, 'utf8'), { filename: 'main.js' }); }
  catch (error) { say('SYNTAX_ERROR', error); }
  try { end(script.runInThisContext()); } catch (error) { say('SCRIPT_THREW', error); }
}
`;

export interface PlainEnd {
  readonly word: OutcomeWord;
  readonly error: { readonly name: string; readonly message: string; readonly stack: string };
  readonly resultJson?: string;
}

/** What a program of ours says of itself, as far as plain Node can have it. */
export interface PlainProgram {
  readonly source: string;
  readonly kind: 'SCRIPT' | 'MODULE';
  readonly modules?: Readonly<Record<string, string>>;
}

export class PlainNode {
  readonly #folder = mkdtempSync(`${tmpdir()}/isopod-conformance-`);
  readonly #timeoutMs: number;
  #count = 0;

  /** A program that says nothing within that time, or dies, has not settled. */
  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  async run({ source, kind, modules = {} }: PlainProgram): Promise<PlainEnd> {
    const folder = `${this.#folder}/${++this.#count}`;
    mkdirSync(folder);
    writeFileSync(`${folder}/package.json`, '{"type":"module"}');
    const file = `${folder}/${kind === 'MODULE' ? 'main.mjs' : 'main.cjs'}`;
    for (const [path, text] of [...Object.entries(modules), [file, source] as const])
      writeFileSync(resolve(folder, path), text);
    const child = spawn(process.execPath, ['-e', driver, file], {
      // The end is told on a descriptor that the program knows nothing of.
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      timeout: this.#timeoutMs,
      killSignal: 'SIGKILL',
    });
    const said = child.stdio[3] as Readable;
    const chunks = (await said.toArray()) as Buffer[];
    rmSync(folder, { recursive: true });
    return readEnd(Buffer.concat(chunks).toString());
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function readEnd(text: string): PlainEnd {
  if (text !== '') return JSON.parse(text) as PlainEnd;
  const message = 'it said nothing';
  return { word: 'WALL_EXCEEDED', error: { name: 'NeverSettled', message, stack: '' } };
}
