/**
 * Events on their way to the client of a stream, and what becomes of a client that does not read
 * them: above `softBytesMax` nothing more is read of it, so that it starts nothing new; above
 * `hardBytesMax` the stream is ended.
 */
import type { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import { weightOfResult } from '../../shared/execution/payload.ts';
import type { ExecuteStreamEvent } from '../../shared/generated/isopod/v1/ExecuteStreamEvent.ts';
import type { ExecuteStreamResponse } from '../../shared/generated/isopod/v1/ExecuteStreamResponse.ts';
import { Outbox } from '../../shared/wire/outbox.ts';
import type { UnreadTotal } from './unread-total.ts';

interface ClientOutboxParts {
  readonly unreadTotal: UnreadTotal;
  /** `bytes` is about what it weighs. False when the wire is full, until `writable` is called. */
  write(response: ExecuteStreamResponse, bytes: number): boolean;
  pause(): void;
  resume(): void;
  /** After events went out. */
  flushed(): void;
  /** So many bytes wait that the stream has to end. */
  overflowed(waitingBytes: number): void;
}

const softBytesMax = 4 * 1024 * 1024;
/** What is beyond it when one more comes: a single event is never too much. */
const hardBytesMax = 16 * 1024 * 1024;
/** The same while all clients together have left much unread. */
const hardBytesMaxWhenHigh = softBytesMax;
/** What an event weighs beyond its texts, roughly. */
export const eventBytes = 64;

export class ClientOutbox {
  readonly #parts: ClientOutboxParts;
  readonly #outbox: Outbox<ExecuteStreamEvent>;
  #isPaused = false;
  #isClosed = false;
  /** What of it is in the total. */
  #bytesCounted = 0;

  constructor(parts: ClientOutboxParts) {
    this.#parts = parts;
    this.#outbox = new Outbox({
      write: (events, bytes) => parts.write({ events: [...events] }, bytes),
      flushed: () => {
        this.#count();
        if (this.#outbox.bytes <= softBytesMax) this.#setPaused(false);
        parts.flushed();
      },
    });
  }

  get isEmpty(): boolean {
    return this.#outbox.isEmpty;
  }

  /** What can be left out is, while this holds. */
  get isBehind(): boolean {
    return this.#outbox.bytes > softBytesMax;
  }

  push(event: ExecuteStreamEvent, bytes: number): void {
    const waitingBytes = this.#outbox.bytes;
    this.#outbox.push(event, bytes);
    this.#count();
    const bytesMax = this.#parts.unreadTotal.isHigh ? hardBytesMaxWhenHigh : hardBytesMax;
    if (waitingBytes > bytesMax) this.#parts.overflowed(waitingBytes);
    else if (this.isBehind) this.#setPaused(true);
  }

  /** The wire takes messages again. */
  writable(): void {
    this.#outbox.writable();
  }

  close(): void {
    this.#isClosed = true;
    this.#outbox.close();
    this.#count();
  }

  #count(): void {
    const { bytes } = this.#outbox;
    this.#parts.unreadTotal.change(bytes - this.#bytesCounted);
    this.#bytesCounted = bytes;
  }

  #setPaused(isPaused: boolean): void {
    if (this.#isPaused === isPaused || this.#isClosed) return;
    this.#isPaused = isPaused;
    if (isPaused) this.#parts.pause();
    else this.#parts.resume();
  }
}

export function bytesOfLogs(entries: readonly LogEntry[]): number {
  let bytes = eventBytes;
  for (const { text } of entries) bytes += eventBytes + text.length;
  return bytes;
}

export function bytesOfOutcome(outcome: Outcome): number {
  const { error } = outcome;
  const errorChars = error ? error.message.length + error.stack.length : 0;
  return eventBytes + weightOfResult(outcome) + errorChars;
}

export function bytesOfFailure({ message, fieldViolations }: IsopodError): number {
  let bytes = eventBytes + message.length;
  for (const { field, description } of fieldViolations)
    bytes += eventBytes + field.length + description.length;
  return bytes;
}
