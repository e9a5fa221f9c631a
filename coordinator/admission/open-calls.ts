/**
 * Calls of one execution without a reply: their numbers for its client, which go on from node to node,
 * and those that the node gave them.
 */
export class OpenCalls {
  readonly #there = new Map<number, number>();
  #lastCallId = 0;

  /** For the client. */
  get ids(): readonly number[] {
    return [...this.#there.keys()];
  }

  /** Returns the number for the client. */
  open(callIdThere: number): number {
    const callId = ++this.#lastCallId;
    this.#there.set(callId, callIdThere);
    return callId;
  }

  /** Returns the number on the node; undefined where the call is not waited for. */
  close(callId: number): number | undefined {
    const callIdThere = this.#there.get(callId);
    this.#there.delete(callId);
    return callIdThere;
  }

  /** The node that made them is gone. */
  forgetAll(): void {
    this.#there.clear();
  }
}
