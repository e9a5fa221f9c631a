/** What a program is sent while it runs: as fast as it reads, and no faster. */
import { stdinAheadBytesMax } from '../../shared/execution/stdin.ts';

/** A text, or parts of one; a part may end anywhere, in lines or between them. */
export type StdinSource = string | Iterable<string> | AsyncIterable<string>;

interface SentStdinParts {
  send(text: string, isEnd: boolean): void;
  /** The source has thrown. */
  failed(thrown: unknown): void;
}

const pieceCharsMax = 16 * 1024;
const isSecondOfPair = /^[\udc00-\udfff]/;

export class SentStdin {
  readonly #parts: SentStdinParts;
  #bytesFree = stdinAheadBytesMax;
  #isOver = false;
  #roomier: (() => void) | undefined;

  /** Sends from the next turn on. */
  constructor(source: StdinSource, parts: SentStdinParts) {
    this.#parts = parts;
    void this.#send(source);
  }

  /** The program has read so much more. */
  taken(bytes: number): void {
    this.#bytesFree += bytes;
    this.#roomier?.();
  }

  /** The run is over. */
  end(): void {
    this.#isOver = true;
    this.#roomier?.();
  }

  async #send(source: StdinSource): Promise<void> {
    try {
      for await (const text of typeof source === 'string' ? [source] : source) {
        for (const piece of piecesOf(text)) await this.#sendPiece(piece);
        if (this.#isOver) return;
      }
      if (!this.#isOver) this.#parts.send('', true);
    } catch (thrown) {
      if (!this.#isOver) this.#parts.failed(thrown);
    }
  }

  async #sendPiece(piece: string): Promise<void> {
    const bytes = Buffer.byteLength(piece);
    while (this.#bytesFree < bytes && !this.#isOver)
      await new Promise<void>((resolve) => {
        this.#roomier = resolve;
      });
    if (this.#isOver) return;
    this.#bytesFree -= bytes;
    this.#parts.send(piece, false);
  }
}

/** None within a character. */
function* piecesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + pieceCharsMax);
    if (isSecondOfPair.test(text.slice(end, end + 1)) && end - start > 1) end--;
    yield text.slice(start, end);
    start = end;
  }
}
