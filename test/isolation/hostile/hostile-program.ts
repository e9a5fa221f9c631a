/**
 * A program written to do harm, as data: what it is, what it may use, which words it may end with
 * and why it is here. hostile-suite.ts runs them through a whole cluster.
 */
import type { OutcomeWord } from '../../../shared/execution/outcome.ts';
import type { ExecutionRequest } from '../../../shared/wire/execution-codec.ts';

type Wish = Pick<ExecutionRequest, 'kind' | 'language' | 'fileName' | 'isolation'>;

export interface HostileProgram extends Wish {
  readonly name: string;
  readonly source: string;
  readonly limits?: NonNullable<ExecutionRequest['limits']>;
  readonly input?: unknown;
  readonly words: readonly OutcomeWord[];
  /** Of the error, where it tells more than the word. */
  readonly errorName?: string;
  /** What it comes to, where it is let. */
  readonly result?: unknown;
  /** Console lines that reach the caller. */
  readonly logLines?: number;
  /** What it would do to a process, a tenant or a user without a boundary. */
  readonly why: string;
  /** How often it runs, one after another, before the run that counts. */
  readonly runsBefore?: number;
  /** @default as in the run that counts */
  readonly inputBefore?: unknown;
  /** What the same tenant runs next, and what that must come to. */
  readonly next?: { readonly source: string; readonly result: unknown };
}

const second = 1_000_000;
const megabyte = 2 ** 20;

export const outOfMemory: readonly OutcomeWord[] = ['MEMORY_EXCEEDED'];
export const outOfTime: readonly OutcomeWord[] = ['CPU_EXCEEDED', 'WALL_EXCEEDED'];
export const threw: readonly OutcomeWord[] = ['SCRIPT_THREW'];
export const tooMuch: readonly OutcomeWord[] = ['OUTPUT_EXCEEDED'];
export const unread: readonly OutcomeWord[] = ['SYNTAX_ERROR'];
export const fine: readonly OutcomeWord[] = ['SUCCEEDED'];

/** Time enough to run out of memory on a machine that is busy with other things. */
export const littleMemory = {
  memoryBytesMax: 32 * megabyte,
  cpuUsMax: 20 * second,
  wallUsMax: 30 * second,
};
export const littleTime = { cpuUsMax: second / 4, wallUsMax: 2 * second };
