/**
 * Programs do not travel with every run of theirs: an agent keeps those that came over a stream,
 * and the coordinator at its other end names them by their hash from then on. Both forget what was
 * used longest ago. The coordinator remembers fewer than the agent keeps; should it name one all
 * the same that the agent has let go of, the run is refused with PROGRAM_UNKNOWN, unbegun, and
 * comes again with its program.
 */
import { BoundedShelf } from '../cache/bounded-shelf.ts';
import type { Program } from '../execution/execution.ts';
import { programChars } from '../execution/program-size.ts';

const keptMax = { countMax: 4_096, weightMax: 64 * 1024 * 1024 };
const rememberedMax = { countMax: 2_048, weightMax: 24 * 1024 * 1024 };

/** What an agent keeps of one stream. */
export class ProgramsKept {
  readonly #programs = new BoundedShelf<Program>(keptMax);

  keep(program: Program): void {
    if (this.#programs.get(program.hash)) return;
    this.#programs.put(program.hash, program, weightOf(program));
  }

  get(hash: string): Program | undefined {
    return this.#programs.get(hash);
  }
}

/** What the coordinator of the stream believes that the agent keeps. */
export class ProgramsSent {
  readonly #programs = new BoundedShelf<true>(rememberedMax);

  /** A run of the program goes out. True where it was sent before, and need not be again. */
  noteRun(program: Program): boolean {
    if (this.#programs.get(program.hash)) return true;
    this.#programs.put(program.hash, true, weightOf(program));
    return false;
  }

  has(hash: string): boolean {
    return this.#programs.has(hash);
  }

  /** The agent has let go of it. */
  forget(hash: string): void {
    this.#programs.delete(hash);
  }
}

/** V8 keeps a character in one byte or two; this is the worse. */
function weightOf(program: Program): number {
  return 2 * programChars(program);
}
