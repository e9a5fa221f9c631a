/** A program of ours, started, ready, and surely gone at the end of the bench. */
import { ChildProgram } from '../../client/cli/child-program.ts';
import { type BenchContext, BenchError } from './bench.ts';

interface ProgramOptions {
  /** What to call it in messages, such as `the coordinator`. */
  readonly name: string;
  /** Relative to the project's folder. */
  readonly script: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningProgram {
  readonly pid: number;
  /** That it listens on, if it does. */
  readonly port: number | undefined;
  /** Before the end of the bench, which does it too. */
  stop(): Promise<void>;
}

const stopGraceMs = 5_000;

/** Resolves when it says that it is ready. What it prints goes to stderr. */
export async function startProgram(
  { name, script, args = [], env = {} }: ProgramOptions,
  { cleanup, clock }: BenchContext,
): Promise<RunningProgram> {
  const child = new ChildProgram({ name, script, args, env: { ...process.env, ...env } });
  const stop = (): Promise<void> => child.stop(stopGraceMs, clock);
  cleanup.defer(stop);
  try {
    const { port } = await child.ready;
    return { pid: child.pid ?? 0, port, stop };
  } catch (cause) {
    throw new BenchError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
