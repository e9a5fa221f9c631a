/**
 * Brings executions to nodes: at once where one has room, else through the queue. Every accepted
 * execution is answered exactly once, whatever happens to the nodes.
 */
import {
  deadlineExceeded,
  type IsopodError,
  toIsopodError,
} from '../../shared/errors/isopod-error.ts';
import type { Execution } from '../../shared/execution/execution.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Balancer } from '../balancing/balancer.ts';
import { isFaultyReason } from '../health/readings/cluster-fault.ts';
import type { Resilience } from '../resilience/resilience.ts';
import type { AdmissionQueueLimits } from './admission-queue.ts';
import { postureUnmet, shuttingDown } from './refusals.ts';
import type { RunOwner, RunPlace } from './run-place.ts';
import { type PlacerNodes, RunPlacer } from './run-placer.ts';
import { type ExecutionObserver, Ticket } from './ticket.ts';
import { WaitingRoom } from './waiting-room.ts';

export type DispatcherOptions = AdmissionQueueLimits;

interface DispatcherParts {
  readonly nodes: PlacerNodes;
  readonly balancer: Pick<Balancer<RunPlace>, 'pick'>;
  /** Sees what comes, and says what may be begun again. */
  readonly resilience: Pick<Resilience, 'watch' | 'mayRetry'>;
  /** A tenant's share of a busy cluster, to those of others; above 0. @default 1 for each */
  readonly weightOf?: (tenantId: string) => number;
  /** Hears of every answer, and whether it is the cluster's fault. */
  readonly answered?: (isFault: boolean) => void;
  readonly clock: Clock;
}

/** A run that took two nodes down with it, or was unlucky twice, is not given a third. */
const nodesLostMax = 2;

export class Dispatcher implements RunOwner {
  readonly #parts: DispatcherParts;
  readonly #placer: RunPlacer;
  readonly #waiting: WaitingRoom;
  readonly #unanswered = new Set<Ticket>();
  #onIdle: (() => void) | undefined;
  #isClosing = false;

  constructor(options: DispatcherOptions, parts: DispatcherParts) {
    this.#parts = parts;
    const { nodes, balancer, clock, weightOf = () => 1 } = parts;
    this.#placer = new RunPlacer(nodes, balancer);
    this.#waiting = new WaitingRoom(options, { nodes, placer: this.#placer, weightOf, clock });
  }

  /** Accepted and not yet answered. */
  get unanswered(): number {
    return this.#unanswered.size;
  }

  get queued(): number {
    return this.#waiting.executions;
  }

  /** Of those that wait now; 0 where none does. */
  get longestWaitMs(): number {
    return this.#waiting.longestWaitMs;
  }

  /**
   * Throws QUEUE_FULL, OVERLOADED, DEADLINE_EXCEEDED, POSTURE_UNMET, CIRCUIT_OPEN or SHUTTING_DOWN;
   * `deadlineMs` is by the clock, Infinity for none.
   */
  submit(execution: Execution, observer: ExecutionObserver, deadlineMs: number): Ticket {
    if (this.#isClosing) throw shuttingDown('accept');
    if (deadlineMs <= this.#parts.clock.nowMs()) throw deadlineExceeded();
    if (this.#placer.isUnmet(execution)) throw postureUnmet(execution);
    try {
      return this.#parts.resilience.watch(execution, observer, (watched) =>
        this.#accept(execution, watched, deadlineMs),
      );
    } catch (thrown) {
      this.#parts.answered?.(isFaultyReason(toIsopodError(thrown).reason));
      throw thrown;
    }
  }

  /** The caller wants it ended: CANCELLED, unless it had ended before. */
  cancel(ticket: Ticket): void {
    const { state } = ticket;
    if (state.name === 'queued') {
      this.#waiting.remove(ticket);
      ticket.endUnrun('CANCELLED', this.#parts.clock.nowMs());
    } else if (state.name === 'assigned') {
      ticket.cancelling();
      state.node.cancelRun(state.runId);
    }
  }

  /** The caller does not wait any more: `error` is its answer, and the run is ended. */
  abandon(ticket: Ticket, error: IsopodError): void {
    const { state } = ticket;
    if (state.name === 'queued') this.#waiting.remove(ticket);
    if (state.name === 'assigned') state.node.cancelRun(state.runId);
    ticket.fail(error);
  }

  /** Refuses what comes, waits for what there is; what is left after `graceMs` is given up. */
  async close(graceMs: number): Promise<void> {
    this.#isClosing = true;
    if (this.#unanswered.size > 0)
      await new Promise<void>((resolve) => {
        const timer = this.#parts.clock.setTimer(graceMs, resolve);
        this.#onIdle = () => {
          timer.cancel();
          resolve();
        };
      });
    for (const ticket of this.#unanswered) this.abandon(ticket, shuttingDown('finish'));
    this.#waiting.close();
  }

  roomFreed(): void {
    this.#waiting.placeWaiting();
  }

  runEnded({ execution }: Ticket): void {
    this.#waiting.runLeft(execution.tenantId);
  }

  refused(ticket: Ticket, isTenantFull = false): void {
    this.#waiting.runLeft(ticket.execution.tenantId);
    if (isTenantFull) this.#waiting.hold(ticket.execution.tenantId);
    this.#return(ticket, () => ticket.refused(this.#parts.clock.nowMs()));
  }

  lost(ticket: Ticket): void {
    this.#waiting.runLeft(ticket.execution.tenantId);
    this.#return(ticket, () => ticket.lost(this.#parts.clock.nowMs()), true);
  }

  #accept(execution: Execution, observer: ExecutionObserver, deadlineMs: number): Ticket {
    const nowMs = this.#parts.clock.nowMs();
    const onAnswered = (ticket: Ticket, isFault: boolean): void => this.#answered(ticket, isFault);
    const ticket = new Ticket({ execution, observer, nowMs, deadlineMs, onAnswered });
    this.#waiting.enter(ticket);
    this.#unanswered.add(ticket);
    return ticket;
  }

  /** One that its node will not finish: it goes back in line, unless nothing is left to hope for. */
  #return(ticket: Ticket, leaveNode: () => void, isRetry = false): void {
    const { name } = ticket.state;
    if (name === 'answered') return;
    leaveNode();
    const nowMs = this.#parts.clock.nowMs();
    if (name === 'cancelling') ticket.endUnrun('CANCELLED', nowMs);
    else if (ticket.homeNodeId !== undefined && ticket.nodesLost > 0)
      ticket.endUnrun('SESSION_LOST', nowMs);
    else if (!ticket.isRepeatable || ticket.nodesLost >= nodesLostMax)
      ticket.endUnrun('NODE_LOST', nowMs);
    else if (isRetry && !this.#parts.resilience.mayRetry()) ticket.endUnrun('NODE_LOST', nowMs);
    else this.#waiting.comeBack(ticket);
  }

  #answered(ticket: Ticket, isFault: boolean): void {
    this.#parts.answered?.(isFault);
    this.#unanswered.delete(ticket);
    if (this.#unanswered.size === 0) this.#onIdle?.();
  }
}
