/**
 * What clients have not read of unary answers. Nothing holds a unary answer back but the memory it
 * waits in, and a client may have thousands of calls under way over one connection; so what waits is
 * counted by connection, and one that has too much gets nothing more that is large.
 */
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { UnreadTotal } from './unread-total.ts';

/** A unary call, as far as its answer is concerned. */
interface AnsweredCall {
  getPeer(): string;
  /** grpc-js says so of every call when it is over: read, or given up. */
  once(event: 'cancelled', over: () => void): unknown;
}

const unreadBytesMax = 16 * 1024 * 1024;
/** The same while all clients together have left much unread. */
const unreadBytesMaxWhenHigh = 1024 * 1024;
/** What is smaller is not counted: so many calls of one connection come to no more than that. */
const smallBytesMax = 4 * 1024;

export class UnreadAnswers {
  /** By the connection's far end. Of those that have any. */
  readonly #unread = new Map<string, number>();
  readonly #total: UnreadTotal;

  constructor(total: UnreadTotal) {
    this.#total = total;
  }

  /** Why the connection of a call that comes is to have no more; undefined where it may. */
  refusalOf(call: AnsweredCall): IsopodError | undefined {
    if (this.#unread.size === 0) return undefined;
    const bytes = this.#unread.get(call.getPeer()) ?? 0;
    return this.#isTooMuch(bytes) ? tooSlow('accept the execution', bytes) : undefined;
  }

  /** Counts an answer that is about to be given; or says why it cannot be. */
  give(call: AnsweredCall, answerBytes: number): IsopodError | undefined {
    if (answerBytes <= smallBytesMax) return undefined;
    const peer = call.getPeer();
    const bytes = this.#unread.get(peer) ?? 0;
    if (this.#isTooMuch(bytes)) return tooSlow('give the outcome', bytes);
    this.#total.change(answerBytes);
    this.#unread.set(peer, bytes + answerBytes);
    call.once('cancelled', () => this.#over(peer, answerBytes));
    return undefined;
  }

  #isTooMuch(bytes: number): boolean {
    return bytes > (this.#total.isHigh ? unreadBytesMaxWhenHigh : unreadBytesMax);
  }

  #over(peer: string, answerBytes: number): void {
    this.#total.change(-answerBytes);
    const left = (this.#unread.get(peer) ?? 0) - answerBytes;
    if (left > 0) this.#unread.set(peer, left);
    else this.#unread.delete(peer);
  }
}

function tooSlow(what: string, bytes: number): IsopodError {
  return new IsopodError(
    'READER_TOO_SLOW',
    `Could not ${what}: ${bytes} bytes of answers wait for the reader of this connection`,
  );
}
