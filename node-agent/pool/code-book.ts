/**
 * Which codes one host holds, by the small numbers they were sent under. A code is sent once and
 * dropped when others need its room; never while a run in the host still needs it.
 */
import type { Program } from '../../shared/execution/execution.ts';
import { programChars } from '../../shared/execution/program-size.ts';
import type { FrameToHost } from '../frames/frame.ts';
import { hostBounds } from '../frames/host-bounds.ts';
import type { CodeRecord } from './code-history.ts';

export interface HeldCode {
  readonly codeId: number;
  readonly record: CodeRecord;
  readonly chars: number;
  /** Runs in the host that name it. */
  uses: number;
  wasUsed: boolean;
  /** It ran POOLED here: the host may keep an isolate for it. */
  isWarm: boolean;
  /** What its isolate held when last that was known, as the host says. */
  heapBytes: number;
}

export class CodeBook {
  readonly #codesMax: number;
  readonly #charsMax: number;
  readonly #held = new Map<CodeRecord, HeldCode>();
  #chars = 0;
  #warmCount = 0;
  #lastCodeId = 0;

  constructor(codesMax: number, charsMax: number) {
    this.#codesMax = codesMax;
    this.#charsMax = charsMax;
  }

  /** Codes that the host may keep an isolate for. */
  get warmCount(): number {
    return this.#warmCount;
  }

  /**
   * What the host may hold for them between its runs: for heavy ones, in all, no more than it keeps.
   * That they are heavy is its word, so one that lies holds that much more, for its own tenant.
   */
  get warmBytes(): number {
    const { warmBytesPerCode, warmExcessBytesMax } = hostBounds;
    let excessBytes = 0;
    for (const { isWarm, heapBytes } of this.#held.values())
      if (isWarm) excessBytes += Math.max(0, heapBytes - warmBytesPerCode);
    return this.#warmCount * warmBytesPerCode + Math.min(warmExcessBytesMax, excessBytes);
  }

  get count(): number {
    return this.#held.size;
  }

  holds(record: CodeRecord): boolean {
    return this.#held.has(record);
  }

  /**
   * Whether it may be used here: what runs in the host still need cannot be dropped for it, and a
   * host that is sent more than was agreed ends, with all its runs.
   */
  hasRoomFor(record: CodeRecord, program: Program): boolean {
    if (this.#held.has(record)) return true;
    const chars = programChars(program);
    if (this.#held.size < this.#codesMax && this.#chars + chars <= this.#charsMax) return true;
    let [codesLeft, charsLeft] = [this.#codesMax, this.#charsMax];
    for (const { uses, chars: usedChars } of this.#held.values()) {
      if (uses === 0) continue;
      codesLeft--;
      charsLeft -= usedChars;
    }
    return codesLeft > 0 && chars <= charsLeft;
  }

  /** The code for one more run, sent first when the host does not hold it. */
  use(record: CodeRecord, program: Program, send: (frame: FrameToHost) => void): HeldCode {
    const known = this.#held.get(record);
    if (known) {
      known.uses++;
      known.wasUsed = true;
      return known;
    }
    const { kind, language, fileName, source, modules } = program;
    const chars = programChars(program);
    this.#makeRoom(chars, send);
    const codeId = ++this.#lastCodeId;
    const held = { codeId, record, chars, uses: 1, wasUsed: false, isWarm: false, heapBytes: 0 };
    this.#held.set(record, held);
    this.#chars += chars;
    const frame = { name: 'load', codeId, kind, language, fileName, source } as const;
    send(modules ? { ...frame, modules } : frame);
    return held;
  }

  /** From now on, until it is dropped. */
  noteWarm(held: HeldCode): void {
    if (!held.isWarm) this.#warmCount++;
    held.isWarm = true;
  }

  /** After a reset the host holds none. */
  clear(): void {
    this.#held.clear();
    this.#chars = 0;
    this.#warmCount = 0;
  }

  /** Second chance: what was used since the last time is passed over once. */
  #makeRoom(chars: number, send: (frame: FrameToHost) => void): void {
    let looksLeft = 2 * this.#held.size;
    for (const [record, held] of this.#held) {
      const hasRoom = this.#held.size < this.#codesMax && this.#chars + chars <= this.#charsMax;
      if (hasRoom || looksLeft-- <= 0) return;
      this.#held.delete(record);
      if (held.uses > 0 || held.wasUsed) {
        held.wasUsed = false;
        this.#held.set(record, held);
      } else {
        this.#chars -= held.chars;
        if (held.isWarm) this.#warmCount--;
        send({ name: 'drop', codeId: held.codeId });
      }
    }
  }
}
