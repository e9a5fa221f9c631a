/**
 * Messages on their way into a stream. A message costs ten times what an item in it costs, so
 * what one turn of the event loop gathers goes out together; a batch is cut near `batchBytesGoal`,
 * so that no reader meets a message above its limit; and when the stream is full, items wait here,
 * counted, until it takes more. Order is kept.
 */

interface OutboxParts<Item> {
  /** Sends one batch, of about `bytes`. False when the stream is full until `writable` is called. */
  write(items: readonly Item[], bytes: number): boolean;
  /** After items went out; what waits has shrunk. */
  flushed?(): void;
}

/** Well below 4 MiB, the limit most gRPC readers have by default. */
const batchBytesGoal = 1024 * 1024;

export class Outbox<Item> {
  readonly #parts: OutboxParts<Item>;
  #items: Item[] = [];
  #sizes: number[] = [];
  #bytes = 0;
  #isScheduled = false;
  #isFull = false;
  #isClosed = false;

  constructor(parts: OutboxParts<Item>) {
    this.#parts = parts;
  }

  /** What waits, by the sizes its owner gave. */
  get bytes(): number {
    return this.#bytes;
  }

  get isEmpty(): boolean {
    return this.#items.length === 0;
  }

  /** `bytes` is about what the item weighs in a message. A no-op once closed. */
  push(item: Item, bytes: number): void {
    if (this.#isClosed) return;
    this.#items.push(item);
    this.#sizes.push(bytes);
    this.#bytes += bytes;
    if (this.#isScheduled || this.#isFull) return;
    this.#isScheduled = true;
    setImmediate(() => this.#flush());
  }

  /** The stream takes messages again. */
  writable(): void {
    this.#isFull = false;
    this.#flush();
  }

  /** Forgets what waits and sends nothing more. */
  close(): void {
    this.#isClosed = true;
    this.#items = [];
    this.#sizes = [];
    this.#bytes = 0;
  }

  #flush(): void {
    this.#isScheduled = false;
    if (this.#isClosed || this.#isFull || this.#items.length === 0) return;
    if (this.#bytes <= batchBytesGoal) this.#flushAll();
    else this.#flushInParts();
    this.#parts.flushed?.();
  }

  #flushAll(): void {
    const items = this.#items;
    const bytes = this.#bytes;
    this.#items = [];
    this.#sizes = [];
    this.#bytes = 0;
    this.#isFull = !this.#parts.write(items, bytes);
  }

  #flushInParts(): void {
    let sent = 0;
    while (!this.#isFull && !this.#isClosed && sent < this.#items.length) {
      let end = sent;
      let bytes = 0;
      for (; end < this.#items.length; end++) {
        const size = this.#sizes[end] ?? 0;
        if (end > sent && bytes + size > batchBytesGoal) break;
        bytes += size;
        this.#bytes -= size;
      }
      const batch = this.#items.slice(sent, end);
      sent = end;
      this.#isFull = !this.#parts.write(batch, bytes);
    }
    this.#items.splice(0, sent);
    this.#sizes.splice(0, sent);
  }
}
