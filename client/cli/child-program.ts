/**
 * One of our own programs as a child of this process.
 *
 *   starting ──its ready line──▶ ready ──▶ ended
 *       └───────────────────────────────────▲
 *
 * It holds two pipes of ours: on one it says that it is ready; the other tells it, by its end,
 * that we are gone.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { ReadyLine } from '../../shared/process/ready-line.ts';
import type { Clock } from '../../shared/time/clock.ts';

export interface ProgramEnd {
  /** It ended by itself, and in order: with status 0. */
  readonly isOrderly: boolean;
  /** For people. */
  readonly how: string;
}

interface ChildProgramParts {
  /** For people, such as `node-agent`. */
  readonly name: string;
  /** A script, relative to the project's folder. */
  readonly script: string;
  /** Visible to every user of the machine: no secrets. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Node's advice on its own experiments is for developers. */
const nodeFlags = ['--disable-warning=ExperimentalWarning'];
const readyFd = 3;
const parentFd = 4;

export class ChildProgram {
  readonly name: string;
  /** Rejects when it ends before. */
  readonly ready: Promise<ReadyLine>;
  readonly ended: Promise<ProgramEnd>;
  readonly #process: ChildProcess;
  #hasEnded = false;

  constructor({ name, script, args, env }: ChildProgramParts) {
    this.name = name;
    const path = fileURLToPath(new URL(`../../${script}`, import.meta.url));
    const supervision = ['--ready-fd', String(readyFd), '--parent-fd', String(parentFd)];
    this.#process = spawn(process.execPath, [...nodeFlags, path, ...args, ...supervision], {
      // Its results, if it had any, would not be ours: all it writes goes to stderr.
      stdio: ['ignore', process.stderr, process.stderr, 'pipe', 'pipe'],
      env,
      // A group of its own: Ctrl-C is for us, who then stop everything in order.
      detached: true,
    });
    this.ended = this.#waitForEnd();
    this.ready = this.#waitForReadyLine();
    // Whoever does not wait for it looks at `ended`.
    this.ready.catch(() => {});
  }

  /** Undefined where it could not even be spawned. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Asks it to stop, and ends it and all it has started when it has not after `graceMs`. */
  async stop(graceMs: number, clock: Clock): Promise<void> {
    if (this.#hasEnded) return;
    const timer = clock.setTimer(graceMs, () => this.kill());
    this.#process.kill('SIGTERM');
    await this.ended;
    timer.cancel();
  }

  kill(): void {
    const { pid } = this.#process;
    if (this.#hasEnded || pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended in this very moment.
    }
  }

  async #waitForEnd(): Promise<ProgramEnd> {
    try {
      const [code, signal] = (await once(this.#process, 'exit')) as [number | null, string | null];
      const how = signal ? `it was ended by ${signal}` : `it ended with status ${code}`;
      return { isOrderly: code === 0, how };
    } catch (error) {
      return { isOrderly: false, how: error instanceof Error ? error.message : String(error) };
    } finally {
      this.#hasEnded = true;
    }
  }

  async #waitForReadyLine(): Promise<ReadyLine> {
    const pipe = this.#process.stdio[readyFd] as Readable;
    const lines = createInterface({ input: pipe });
    const first = await Promise.race([once(lines, 'line'), this.ended]);
    lines.close();
    pipe.destroy();
    if ('how' in first) throw new Error(`Could not start ${this.name}: ${first.how}`);
    return JSON.parse(String(first[0])) as ReadyLine;
  }
}
