/** A program of ours as a child: started, ready, and surely gone at the end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { ReadyLine } from '../../shared/process/ready-line.ts';
import { BenchError } from './bench.ts';

interface ProgramOptions {
  /** What to call it in messages. */
  readonly name: string;
  readonly file: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningProgram extends AsyncDisposable {
  readonly pid: number;
  readonly ready: ReadyLine;
}

/** Between being told to stop and being killed. */
const stopMsMax = 5_000;

/** Rejects where the program ends instead of becoming ready. What it prints goes to stderr. */
export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const child = spawn(
    process.execPath,
    [options.file, ...(options.args ?? []), '--ready-fd', '3', '--parent-fd', '4'],
    { stdio: ['ignore', 2, 2, 'pipe', 'pipe'], env: { ...process.env, ...options.env } },
  );
  const exited = once(child, 'exit');
  const [line] = (await Promise.race([
    once(createInterface(child.stdio[3] as Readable), 'line'),
    exited.then(([code, signal]) => {
      throw new BenchError(`could not start the ${options.name}: it ended with ${code ?? signal}`);
    }),
  ])) as [string];
  return {
    pid: child.pid ?? 0,
    ready: JSON.parse(line) as ReadyLine,
    [Symbol.asyncDispose]: () => stop(child, exited),
  };
}

async function stop(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), stopMsMax);
  await exited;
  clearTimeout(killer);
}
