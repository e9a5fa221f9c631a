/**
 * What clients send programs of one stream while these run, and how far they are ahead of them. What
 * a program has not asked for waits here, bounded, and nowhere else.
 *
 *   open ──end──▶ ended       closed with its execution, from either
 */
import { failedCall, type HostCallResult } from '../../shared/execution/host-call.ts';
import { stdinAheadBytesMax, stdinAheadOnStreamBytesMax } from '../../shared/execution/stdin.ts';

interface StreamStdinsParts {
  /** What the program's call has come to. */
  answer(executionId: number, callId: number, result: HostCallResult): void;
  /** The program has read so much more: its client may send as much again. */
  taken(executionId: number, bytes: number): void;
}

interface Stdin {
  texts: string[];
  bytes: number;
  isEnded: boolean;
  /** The program's call that waits for more. */
  waitingCallId: number | undefined;
}

const end: HostCallResult = { name: 'returned' };
const oneAtATime = failedCall('HostCallUnanswered', 'A program reads its stdin once at a time');

export class StreamStdins {
  readonly #parts: StreamStdinsParts;
  readonly #stdins = new Map<number, Stdin>();
  #bytes = 0;

  constructor(parts: StreamStdinsParts) {
    this.#parts = parts;
  }

  open(executionId: number): void {
    const stdin = { texts: [], bytes: 0, isEnded: false, waitingCallId: undefined };
    this.#stdins.set(executionId, stdin);
  }

  /** The execution is over, or was none. */
  close(executionId: number): void {
    this.#bytes -= this.#stdins.get(executionId)?.bytes ?? 0;
    this.#stdins.delete(executionId);
  }

  /** From the client. Says what is wrong with it, or undefined. */
  receive(
    executionId: number,
    { text, end: isEnd }: { readonly text: string; readonly end: boolean },
  ): string | undefined {
    const stdin = this.#stdins.get(executionId);
    if (!stdin) return 'must be set for an execution that is sent any';
    const bytes = Buffer.byteLength(text);
    if (stdin.isEnded) return bytes === 0 ? undefined : 'must not go on after its end';
    const ahead = stdin.bytes + bytes;
    if (ahead > stdinAheadBytesMax)
      return `must be at most ${stdinAheadBytesMax} bytes ahead of what the program has read: ${ahead}`;
    if (this.#bytes + bytes > stdinAheadOnStreamBytesMax)
      return `must be at most ${stdinAheadOnStreamBytesMax} bytes ahead in all executions of a stream`;
    if (bytes > 0) stdin.texts.push(text);
    stdin.bytes = ahead;
    this.#bytes += bytes;
    stdin.isEnded = isEnd;
    this.#serve(executionId, stdin);
    return undefined;
  }

  /** The program wants more. */
  wanted(executionId: number, callId: number): void {
    const stdin = this.#stdins.get(executionId);
    if (!stdin) return this.#parts.answer(executionId, callId, end);
    if (stdin.waitingCallId !== undefined)
      return this.#parts.answer(executionId, callId, oneAtATime);
    stdin.waitingCallId = callId;
    this.#serve(executionId, stdin);
  }

  /** Nobody sends any more. */
  endAll(): void {
    for (const [executionId, stdin] of this.#stdins) {
      stdin.isEnded = true;
      this.#serve(executionId, stdin);
    }
  }

  #serve(executionId: number, stdin: Stdin): void {
    const { waitingCallId, bytes, texts, isEnded } = stdin;
    if (waitingCallId === undefined || (bytes === 0 && !isEnded)) return;
    stdin.waitingCallId = undefined;
    if (bytes === 0) return this.#parts.answer(executionId, waitingCallId, end);
    stdin.texts = [];
    stdin.bytes = 0;
    this.#bytes -= bytes;
    const resultJson = JSON.stringify(texts.join(''));
    this.#parts.answer(executionId, waitingCallId, { name: 'returned', resultJson });
    this.#parts.taken(executionId, bytes);
  }
}
