/** A Python program that is a client of the cluster, and does what a test tells it to. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { generateStubs, pythonTools } from './python-stubs.ts';

const driver = join(import.meta.dirname, 'client_driver.py');

/** Messages in their JSON form, under the names of the .proto files. */
export type PythonCall =
  | { readonly call: 'health'; readonly service: string }
  | { readonly call: 'list-services' }
  | { readonly call: 'describe-service'; readonly service: string }
  | { readonly call: 'execute'; readonly execution: object }
  | {
      readonly call: 'execute-stream';
      readonly executions: Readonly<Record<number, object>>;
      /** Cancelled at the first line that they log. */
      readonly cancel_on_log?: readonly number[];
    };

export class PythonClient {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers: AsyncIterator<string>;
  readonly #lines: Interface;
  readonly #stubs: string;

  constructor(address: string) {
    const tools = pythonTools();
    this.#stubs = mkdtempSync(join(tmpdir(), 'isopod-python-'));
    generateStubs(tools, this.#stubs);
    this.#child = spawn(tools.python, [driver, address], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, PYTHONPATH: this.#stubs, PYTHONDONTWRITEBYTECODE: '1' },
    });
    // When it has ended, the missing answer says so.
    this.#child.stdin.on('error', () => {});
    this.#lines = createInterface({ input: this.#child.stdout });
    this.#answers = this.#lines[Symbol.asyncIterator]();
  }

  /** One call after another; settles with the answer, which may be `{ error }`. */
  async call(command: PythonCall): Promise<unknown> {
    this.#child.stdin.write(`${JSON.stringify(command)}\n`);
    const answer: IteratorResult<string, unknown> = await this.#answers.next();
    if (answer.done) throw new Error(`the Python client ended at ${command.call}: see its output`);
    return JSON.parse(answer.value);
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'close');
    this.#child.stdin.end();
    await ended;
    this.#lines.close();
    rmSync(this.#stubs, { recursive: true });
  }
}
