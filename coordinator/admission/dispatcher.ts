/**
 * Brings executions to nodes: at once where one has room, else through the queue. Every accepted
 * execution is answered exactly once, whatever happens to the nodes.
 */
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Execution } from '../../shared/execution/execution.ts';
import type { Outcome } from '../../shared/execution/outcome.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import type { Balancer } from '../balancing/balancer.ts';
import type { NodeRegistry } from '../sessions/node-registry.ts';
import type { NodeSessionOwner } from '../sessions/node-session.ts';
import { AdmissionQueue, type AdmissionQueueLimits } from './admission-queue.ts';
import { type ExecutionObserver, Ticket } from './ticket.ts';

export interface DispatcherOptions extends AdmissionQueueLimits {
  /** The longest an execution waits for a node before it is refused. */
  readonly queueWaitMsMax: number;
}

interface DispatcherParts {
  readonly nodes: NodeRegistry;
  readonly balancer: Balancer;
  readonly clock: Clock;
}

/** How often those that waited too long are looked for. */
const sweepEveryMs = 20;

/** A run that took two nodes down with it, or was unlucky twice, is not given a third. */
const attemptsMax = 2;

export class Dispatcher implements NodeSessionOwner {
  readonly #options: DispatcherOptions;
  readonly #parts: DispatcherParts;
  readonly #queue: AdmissionQueue;
  #sweepTimer: Timer | undefined;
  #unanswered = 0;
  #onIdle: (() => void) | undefined;
  #isClosing = false;
  readonly #onAnswered = (): void => {
    this.#unanswered--;
    if (this.#unanswered === 0) this.#onIdle?.();
  };

  constructor(options: DispatcherOptions, parts: DispatcherParts) {
    this.#options = options;
    this.#parts = parts;
    this.#queue = new AdmissionQueue(options);
  }

  /** Accepted and not yet answered. */
  get unanswered(): number {
    return this.#unanswered;
  }

  get queued(): number {
    return this.#queue.executions;
  }

  /** Throws QUEUE_FULL or SHUTTING_DOWN; `deadlineMs` is by the clock, Infinity for none. */
  submit(execution: Execution, observer: ExecutionObserver, deadlineMs: number): Ticket {
    if (this.#isClosing) throw shuttingDown();
    const nowMs = this.#parts.clock.nowMs();
    const ticket = new Ticket(execution, observer, { nowMs, deadlineMs }, this.#onAnswered);
    if (this.#queue.executions > 0 || !this.#tryAssign(ticket)) {
      this.#queue.push(ticket);
      this.#scheduleSweep();
    }
    this.#unanswered++;
    return ticket;
  }

  /** The caller wants it ended: CANCELLED, unless it had ended before. */
  cancel(ticket: Ticket): void {
    const { state } = ticket;
    if (state.name === 'queued') {
      this.#queue.remove(ticket);
      ticket.end(neverBegun('CANCELLED', 'Could not begin the execution: it was cancelled'));
    } else if (state.name === 'assigned') state.node.cancelRun(state.runId);
  }

  /** The caller does not wait any more: `error` is its answer, and the run is ended. */
  abandon(ticket: Ticket, error: IsopodError): void {
    const { state } = ticket;
    if (state.name === 'queued') this.#queue.remove(ticket);
    if (state.name === 'assigned') state.node.cancelRun(state.runId);
    ticket.fail(error);
  }

  /** Refuses what comes, waits for what there is; what is left after `graceMs` is refused. */
  async close(graceMs: number): Promise<void> {
    this.#isClosing = true;
    if (this.#unanswered > 0)
      await new Promise<void>((resolve) => {
        const timer = this.#parts.clock.setTimer(graceMs, resolve);
        this.#onIdle = () => {
          timer.cancel();
          resolve();
        };
      });
    this.#sweepTimer?.cancel();
    for (const ticket of this.#queue.removeWhere(() => true)) ticket.fail(shuttingDown());
  }

  roomFreed(): void {
    for (let next = this.#queue.peek(); next; next = this.#queue.peek()) {
      if (!this.#tryAssign(next)) return;
      this.#queue.remove(next);
    }
  }

  refused(ticket: Ticket): void {
    this.#return(ticket, { wasBegun: false });
  }

  lost(ticket: Ticket): void {
    if (ticket.attempts >= attemptsMax)
      ticket.end(neverBegun('NODE_LOST', 'Could not finish the execution: its node was lost'));
    else this.#return(ticket, { wasBegun: true });
  }

  #return(ticket: Ticket, { wasBegun }: { wasBegun: boolean }): void {
    if (ticket.state.name === 'answered') return;
    ticket.requeue(this.#parts.clock.nowMs(), { wasBegun });
    this.#queue.pushReturned(ticket);
    this.#scheduleSweep();
  }

  #tryAssign(ticket: Ticket): boolean {
    const pick = this.#parts.balancer.pick(this.#parts.nodes.active);
    if (pick.name !== 'node') return false;
    pick.node.start(ticket);
    return true;
  }

  #scheduleSweep(): void {
    this.#sweepTimer ??= this.#parts.clock.setTimer(sweepEveryMs, () => this.#sweep());
  }

  /** Also gives what a node has refused its next chance. */
  #sweep(): void {
    this.#sweepTimer = undefined;
    const nowMs = this.#parts.clock.nowMs();
    for (const ticket of this.#queue.removeWhere(({ deadlineMs }) => deadlineMs <= nowMs))
      ticket.fail(deadlineExceeded());
    const { queueWaitMsMax } = this.#options;
    const tooOld = nowMs - queueWaitMsMax;
    for (const ticket of this.#queue.removeWhere(({ arrivedAtMs }) => arrivedAtMs <= tooOld))
      ticket.fail(this.#noNode(queueWaitMsMax));
    this.roomFreed();
    if (this.#queue.executions > 0) this.#scheduleSweep();
  }

  #noNode(waitedMs: number): IsopodError {
    const nodes = this.#parts.nodes.active.length;
    const message = `Could not run the execution: none of ${nodes} nodes took it in ${waitedMs} ms`;
    return new IsopodError('NO_NODE', message, { retryAfterMs: 1_000 });
  }
}

export function deadlineExceeded(): IsopodError {
  return new IsopodError(
    'DEADLINE_EXCEEDED',
    'Could not finish the execution: its deadline has passed',
  );
}

function shuttingDown(): IsopodError {
  return new IsopodError(
    'SHUTTING_DOWN',
    'Could not accept the execution: this coordinator is shutting down',
    { retryAfterMs: 1_000 },
  );
}

function neverBegun(word: 'CANCELLED' | 'NODE_LOST', message: string): Outcome {
  return {
    word,
    error: { name: word === 'CANCELLED' ? 'Cancelled' : 'NodeLost', message, stack: '' },
    mayHaveHadEffects: false,
    usage: {
      queuedUs: 0,
      wallUs: 0,
      cpuUs: 0,
      heapPeakBytes: 0,
      attempts: 0,
      nodeId: '',
      isWarm: false,
      inputBytes: 0,
      resultBytes: 0,
      logBytes: 0,
    },
  };
}
