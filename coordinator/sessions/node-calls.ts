/** Calls to one agent that wait for its answer, over a stream that may end before. */
import type { Clock, Timer } from '../../shared/time/clock.ts';
import type { SessionAnswer } from '../../shared/wire/node-session-codec.ts';

interface OpenCall {
  readonly resolve: (answer: SessionAnswer | undefined) => void;
  readonly timer: Timer;
}

const answerMsMax = 5_000;

export class NodeCalls {
  readonly #clock: Clock;
  readonly #open = new Map<number, OpenCall>();
  #lastCallId = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves with the answer, or undefined when none came. */
  call(send: (callId: number) => void): Promise<SessionAnswer | undefined> {
    const callId = ++this.#lastCallId;
    return new Promise((resolve) => {
      const timer = this.#clock.setTimer(answerMsMax, () => this.answered(callId, undefined));
      this.#open.set(callId, { resolve, timer });
      send(callId);
    });
  }

  /** An answer that nobody waits for any more is passed over. */
  answered(callId: number, answer: SessionAnswer | undefined): void {
    const call = this.#open.get(callId);
    this.#open.delete(callId);
    call?.timer.cancel();
    call?.resolve(answer);
  }

  /** The stream is gone. */
  close(): void {
    for (const callId of [...this.#open.keys()]) this.answered(callId, undefined);
  }
}
