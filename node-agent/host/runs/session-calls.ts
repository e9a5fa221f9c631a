/**
 * The calls out of the sandbox that one run has made: which are open, which replies have come and
 * not been brought to it.
 */
import type { HostCall, HostCallReply } from '../../../shared/execution/host-call.ts';

export class SessionCalls {
  /** Few runs call, so these are made by the first call. */
  #open: Set<number> | undefined;
  #replies: HostCallReply[] | undefined;

  /** Whether a reply is still to come. */
  get hasOpen(): boolean {
    return this.#open !== undefined && this.#open.size > 0;
  }

  get hasReplies(): boolean {
    return this.#replies !== undefined && this.#replies.length > 0;
  }

  made({ callId }: HostCall): void {
    this.#open ??= new Set();
    this.#open.add(callId);
  }

  /** False where no such call is open. */
  replied(reply: HostCallReply): boolean {
    if (!this.#open?.delete(reply.callId)) return false;
    this.#replies ??= [];
    this.#replies.push(reply);
    return true;
  }

  takeReply(): HostCallReply | undefined {
    return this.#replies?.shift();
  }
}

/** What a report says of a call, `ID NAME ARGUMENT`: no guest had a hand in its form. */
export function reportedCall(body: string): HostCall {
  const nameAt = body.indexOf(' ') + 1;
  const argumentAt = body.indexOf(' ', nameAt) + 1;
  const callId = Number(body.slice(0, nameAt - 1));
  const toolName = body.slice(nameAt, argumentAt - 1);
  if (argumentAt === body.length) return { callId, toolName };
  return { callId, toolName, argumentJson: body.slice(argumentAt) };
}
