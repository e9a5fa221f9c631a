/**
 * Writes into a gRPC stream until too many bytes are on their way. gRPC itself says that a stream is
 * full when sixteen messages wait in it, whatever they weigh, and a message may be 24 MB.
 */

/** A stream of grpc-js, as far as it is written to. */
interface WritableCall<Message> {
  write(message: Message, written: () => void): boolean;
  readonly writableNeedDrain: boolean;
}

const bytesOnTheirWayMax = 2 * 1024 * 1024;

export class BoundedWriter<Message> {
  readonly #call: WritableCall<Message>;
  readonly #writable: () => void;
  #bytesOnTheirWay = 0;
  #isFull = false;

  /** `writable` is called when there is room again, after `write` has said that there is none. */
  constructor(call: WritableCall<Message>, writable: () => void) {
    this.#call = call;
    this.#writable = writable;
  }

  /** `bytes` is about what the message weighs. False when there is no more room. */
  write(message: Message, bytes: number): boolean {
    this.#bytesOnTheirWay += bytes;
    const hasRoom = this.#call.write(message, () => this.#written(bytes));
    this.#isFull = !hasRoom || this.#bytesOnTheirWay >= bytesOnTheirWayMax;
    return !this.#isFull;
  }

  #written(bytes: number): void {
    this.#bytesOnTheirWay -= bytes;
    if (!this.#isFull || this.#call.writableNeedDrain) return;
    if (this.#bytesOnTheirWay >= bytesOnTheirWayMax) return;
    this.#isFull = false;
    this.#writable();
  }
}
