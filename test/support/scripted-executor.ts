/** A pool that runs nothing: a test says what becomes of each run. */
import {
  type BusyReason,
  NodeBusy,
  type NodeLoad,
  type RunExecutor,
  type RunHandle,
  type RunObserver,
  type RunRequest,
} from '../../node-agent/pool/run-request.ts';
import type { OpenTerms, SessionDesk } from '../../node-agent/pool/session-port.ts';
import type { HostCall, HostCallReply } from '../../shared/execution/host-call.ts';
import type { LogEntry } from '../../shared/execution/outcome.ts';
import type { SessionInfo, SessionRefusal } from '../../shared/wire/node-session-codec.ts';
import { exampleOutcome } from './example-execution.ts';

export interface ScriptedRun {
  readonly request: RunRequest;
  readonly observer: RunObserver;
  isCancelled: boolean;
  readonly replies: HostCallReply[];
}

class ScriptedSessions implements SessionDesk {
  readonly opened: OpenTerms[] = [];
  refusal: SessionRefusal | undefined;

  open(terms: OpenTerms): SessionRefusal | undefined {
    this.opened.push(terms);
    return this.refusal;
  }

  close(tenantId: string, sessionId: string): boolean {
    return this.opened.some(
      (terms) => terms.tenantId === tenantId && terms.sessionId === sessionId,
    );
  }

  list(tenantId: string): SessionInfo[] {
    return this.opened
      .filter((terms) => terms.tenantId === tenantId)
      .map((terms) => ({ terms, openedMsAgo: 5, idleForMs: 3, runsEnded: 2 }));
  }
}

export class ScriptedExecutor implements RunExecutor {
  /** Every run begun, in order. */
  readonly runs: ScriptedRun[] = [];
  readonly #waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  /** Answers every call with what a test says, and keeps the calls. */
  readonly sessions = new ScriptedSessions();
  /** Why it takes nothing, while it does not. */
  busy: BusyReason | undefined;

  /** Once so many were begun. */
  begun(count: number): Promise<void> {
    if (this.runs.length >= count) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ count, resolve }));
  }

  get sources(): string[] {
    return this.runs.map(({ request }) => request.execution.program.source);
  }

  start(request: RunRequest, observer: RunObserver): RunHandle {
    if (this.busy) throw new NodeBusy(this.busy, 'told so');
    const run: ScriptedRun = { request, observer, isCancelled: false, replies: [] };
    this.runs.push(run);
    for (const { count, resolve } of this.#waiting) if (this.runs.length >= count) resolve();
    return {
      cancel: () => {
        run.isCancelled = true;
      },
      reply: (reply) => void run.replies.push(reply),
    };
  }

  call(index: number, call: HostCall): void {
    this.runs[index]?.observer.called?.(call);
  }

  log(index: number, lines: readonly LogEntry[]): void {
    this.runs[index]?.observer.logs(lines);
  }

  end(index: number, given: Parameters<typeof exampleOutcome>[0] = {}): void {
    this.runs[index]?.observer.ended(exampleOutcome(given));
  }

  load(): NodeLoad {
    return {
      hostsMax: 1,
      hostsLive: 1,
      hostsBusy: 0,
      hostsSpare: 1,
      runsExecuting: 0,
      runsParked: 0,
      runsWaiting: 0,
      runsEnded: 0,
      runsLost: 0,
      runsWaitingMax: 10,
    };
  }

  async drain(): Promise<void> {}

  async close(): Promise<void> {}
}
