/**
 * Brings executions to nodes: at once where one has room, else through the queue. Every accepted
 * execution is answered exactly once, whatever happens to the nodes.
 */
import { deadlineExceeded, IsopodError, toIsopodError } from '../../shared/errors/isopod-error.ts';
import type { Execution } from '../../shared/execution/execution.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import type { Balancer } from '../balancing/balancer.ts';
import { isFaultyReason } from '../health/readings/cluster-fault.ts';
import type { Resilience } from '../resilience/resilience.ts';
import { AdmissionQueue, type AdmissionQueueLimits } from './admission-queue.ts';
import type { RunOwner, RunPlace } from './run-place.ts';
import { type ExecutionObserver, noDemand, Ticket } from './ticket.ts';

export interface DispatcherOptions extends AdmissionQueueLimits {
  /** The longest an execution waits for a node before it is refused. */
  readonly queueWaitMsMax: number;
}

interface DispatcherParts {
  readonly nodes: {
    /** Those that take new runs, at any time. */
    readonly active: readonly RunPlace[];
    /** Whether it gets nothing new for now, since it may be gone; or it comes back. */
    isSuspected(nodeId: string): boolean;
  };
  readonly balancer: Pick<Balancer<RunPlace>, 'pick'>;
  /** Sees what comes, and says what may be begun again. */
  readonly resilience: Pick<Resilience, 'watch' | 'mayRetry'>;
  /** Hears of every answer, and whether it is the cluster's fault. */
  readonly answered?: (isFault: boolean) => void;
  readonly clock: Clock;
}

/** How often those that waited too long are looked for. */
const sweepEveryMs = 20;

/** How long one that no node could run waits for a node that is just joining, or comes back. */
const unmetWaitMsMax = 1_000;

/** A run that took two nodes down with it, or was unlucky twice, is not given a third. */
const nodesLostMax = 2;

const retryAfterMs = 1_000;

export class Dispatcher implements RunOwner {
  readonly #options: DispatcherOptions;
  readonly #parts: DispatcherParts;
  readonly #queue: AdmissionQueue;
  readonly #unanswered = new Set<Ticket>();
  #sweepTimer: Timer | undefined;
  #onIdle: (() => void) | undefined;
  #isClosing = false;

  constructor(options: DispatcherOptions, parts: DispatcherParts) {
    this.#options = options;
    this.#parts = parts;
    this.#queue = new AdmissionQueue(options);
  }

  /** Accepted and not yet answered. */
  get unanswered(): number {
    return this.#unanswered.size;
  }

  get queued(): number {
    return this.#queue.executions;
  }

  /** Of those that wait now; 0 where none does. */
  get longestWaitMs(): number {
    const nowMs = this.#parts.clock.nowMs();
    let longestMs = 0;
    for (const ticket of this.#queue.inLine())
      longestMs = Math.max(longestMs, ticket.waitedMs(nowMs));
    return longestMs;
  }

  /**
   * Throws QUEUE_FULL, POSTURE_UNMET, CIRCUIT_OPEN or SHUTTING_DOWN; `deadlineMs` is by the clock,
   * Infinity for none.
   */
  submit(execution: Execution, observer: ExecutionObserver, deadlineMs: number): Ticket {
    if (this.#isClosing) throw shuttingDown('accept');
    if (this.#isUnmet(execution)) throw postureUnmet(execution);
    try {
      return this.#parts.resilience.watch(execution, observer, (watched) =>
        this.#accept(execution, watched, deadlineMs),
      );
    } catch (thrown) {
      this.#parts.answered?.(isFaultyReason(toIsopodError(thrown).reason));
      throw thrown;
    }
  }

  #accept(execution: Execution, observer: ExecutionObserver, deadlineMs: number): Ticket {
    const nowMs = this.#parts.clock.nowMs();
    const onAnswered = (ticket: Ticket, isFault: boolean): void => this.#answered(ticket, isFault);
    const ticket = new Ticket({ execution, observer, nowMs, deadlineMs, onAnswered });
    if (this.#mustWait(ticket) || !this.#tryAssign(ticket)) {
      this.#queue.push(ticket);
      this.#scheduleSweep();
    }
    this.#unanswered.add(ticket);
    return ticket;
  }

  /** The caller wants it ended: CANCELLED, unless it had ended before. */
  cancel(ticket: Ticket): void {
    const { state } = ticket;
    if (state.name === 'queued') {
      this.#queue.remove(ticket);
      ticket.endUnrun('CANCELLED', this.#parts.clock.nowMs());
    } else if (state.name === 'assigned') {
      ticket.cancelling();
      state.node.cancelRun(state.runId);
    }
  }

  /** The caller does not wait any more: `error` is its answer, and the run is ended. */
  abandon(ticket: Ticket, error: IsopodError): void {
    const { state } = ticket;
    if (state.name === 'queued') this.#queue.remove(ticket);
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
    this.#sweepTimer?.cancel();
  }

  roomFreed(): void {
    if (this.#queue.executions === 0) return;
    /** Demands that no node has room for now. */
    const roomless = new Set<string>();
    for (const ticket of this.#queue.inLine()) {
      if (roomless.has(ticket.demand)) continue;
      if (this.#tryAssign(ticket)) {
        this.#queue.remove(ticket);
        continue;
      }
      // Where there is no room for one that demands nothing there is none at all.
      if (ticket.demand === noDemand) return;
      roomless.add(ticket.demand);
    }
  }

  refused(ticket: Ticket): void {
    this.#return(ticket, () => ticket.refused(this.#parts.clock.nowMs()));
  }

  lost(ticket: Ticket): void {
    this.#return(ticket, () => ticket.lost(this.#parts.clock.nowMs()), true);
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
    else {
      this.#queue.pushReturned(ticket);
      this.#scheduleSweep();
    }
  }

  #tryAssign(ticket: Ticket): boolean {
    if (ticket.homeNodeId !== undefined) return this.#tryAssignHome(ticket);
    const pick = this.#parts.balancer.pick(ticket.execution);
    if (pick.name !== 'node') return false;
    pick.node.start(ticket);
    return true;
  }

  #tryAssignHome(ticket: Ticket): boolean {
    const home = this.#homeOf(ticket);
    if (!home?.hasRoom) return false;
    home.start(ticket);
    return true;
  }

  /** The node of its session, while that takes runs. */
  #homeOf({ homeNodeId }: Ticket): RunPlace | undefined {
    return this.#parts.nodes.active.find(({ nodeId }) => nodeId === homeNodeId);
  }

  /** Its node is not there, nor comes back at once: the link may have been cut for a moment only. */
  #isHomeless(ticket: Ticket, nowMs: number): boolean {
    if (ticket.homeNodeId === undefined) return false;
    if (this.#homeOf(ticket) || this.#parts.nodes.isSuspected(ticket.homeNodeId))
      ticket.homelessSinceMs = undefined;
    else ticket.homelessSinceMs ??= nowMs;
    return nowMs - (ticket.homelessSinceMs ?? nowMs) >= unmetWaitMsMax;
  }

  /** Nobody gets past those who wait for the same nodes. */
  #mustWait({ demand }: Ticket): boolean {
    return this.#queue.holds(demand) || this.#queue.holds(noDemand);
  }

  /** There are nodes, and none could ever run it. */
  #isUnmet({ layersRequired }: Execution): boolean {
    const { active } = this.#parts.nodes;
    if (!layersRequired || active.length === 0) return false;
    return !active.some((node) => meets(node, layersRequired));
  }

  #answered(ticket: Ticket, isFault: boolean): void {
    this.#parts.answered?.(isFault);
    this.#unanswered.delete(ticket);
    if (this.#unanswered.size === 0) this.#onIdle?.();
  }

  #scheduleSweep(): void {
    this.#sweepTimer ??= this.#parts.clock.setTimer(sweepEveryMs, () => this.#sweep());
  }

  #sweep(): void {
    this.#sweepTimer = undefined;
    const nowMs = this.#parts.clock.nowMs();
    const { queueWaitMsMax } = this.#options;
    const isDue = (ticket: Ticket): boolean =>
      ticket.deadlineMs <= nowMs ||
      ticket.waitedMs(nowMs) >= queueWaitMsMax ||
      (ticket.waitedMs(nowMs) >= unmetWaitMsMax && this.#isUnmet(ticket.execution));
    for (const ticket of this.#queue.removeWhere((queued) => this.#isHomeless(queued, nowMs)))
      ticket.endUnrun('SESSION_LOST', nowMs);
    for (const ticket of this.#queue.removeWhere(isDue))
      ticket.fail(
        ticket.deadlineMs <= nowMs ? deadlineExceeded() : this.#noNode(ticket, queueWaitMsMax),
      );
    // Room is announced; should an announcement ever be missed, this is how long it costs.
    this.roomFreed();
    if (this.#queue.executions > 0) this.#scheduleSweep();
  }

  #noNode({ execution }: Ticket, waitedMs: number): IsopodError {
    if (this.#isUnmet(execution)) return postureUnmet(execution);
    const nodes = this.#parts.nodes.active.length;
    const message = `Could not run the execution: none of ${nodes} nodes took it in ${waitedMs} ms`;
    return new IsopodError('NO_NODE', message, { retryAfterMs });
  }
}

function meets(node: RunPlace, layers: readonly string[]): boolean {
  return layers.every((layer) => node.layers.has(layer));
}

function postureUnmet({ layersRequired = [] }: Execution): IsopodError {
  const message = `Could not run the execution: no node has all of ${layersRequired.join(', ')}`;
  return new IsopodError('POSTURE_UNMET', message);
}

function shuttingDown(what: 'accept' | 'finish'): IsopodError {
  const message = `Could not ${what} the execution: this coordinator is shutting down`;
  return new IsopodError('SHUTTING_DOWN', message, { retryAfterMs });
}
