/** The programs that the agent has sent and not dropped, by the numbers it gave them. */

import type { LoadFrame } from '../../frames/frame.ts';
import { FrameError } from '../../frames/frame-error.ts';
import { hostBounds } from '../../frames/host-bounds.ts';
import { Code } from './code.ts';

export class CodeShelf {
  readonly #codes = new Map<number, Code>();
  #chars = 0;

  /** @throws FrameError when the agent sends more than was agreed. */
  load(frame: LoadFrame): void {
    if (this.#codes.has(frame.codeId)) {
      throw new FrameError(`A code could not be loaded: ${frame.codeId} is there already`);
    }
    const code = new Code(frame);
    this.#codes.set(frame.codeId, code);
    this.#chars += code.chars;
    if (this.#codes.size > hostBounds.codesMax || this.#chars > hostBounds.codeCharsMax) {
      throw new FrameError(
        `A code could not be loaded: ${this.#codes.size} codes of ${this.#chars} characters`,
      );
    }
  }

  /** @throws FrameError when there is no such code. */
  get(codeId: number): Code {
    const code = this.#codes.get(codeId);
    if (code === undefined) throw new FrameError(`A run names a code that is not here: ${codeId}`);
    return code;
  }

  drop(codeId: number): void {
    const code = this.#codes.get(codeId);
    if (code === undefined) return;
    this.#chars -= code.chars;
    this.#codes.delete(codeId);
  }

  clear(): void {
    this.#codes.clear();
    this.#chars = 0;
  }
}
