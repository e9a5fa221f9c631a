/**
 * The runs that one node has from here, by the numbers they have on its stream, each with what its
 * guard is to be told at its end.
 *
 * A run whose lease is over is given up while its number stays taken: the node may still speak of
 * it. The lease is several times what the run may last, since a node may begin it again, and counts
 * from when nothing waited on the node any more.
 */
import { wallUsInAll } from '../../shared/execution/limits.ts';
import type { Outcome } from '../../shared/execution/outcome.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Ticket } from '../admission/ticket.ts';
import type { PlacedRun, RunFeedback } from '../balancing/balancer.ts';
import type { CallVerdict } from '../resilience/call-verdict.ts';
import type { Permit } from '../resilience/circuit-breaker.ts';
import type { NodeGuard } from '../resilience/node-guard.ts';
import { type RunClass, runClassOf } from '../resilience/run-class.ts';

interface RunOnNode extends PlacedRun {
  readonly ticket: Ticket;
  readonly runClass: RunClass;
  readonly permit: Permit;
  readonly beganAtMs: number;
  /** What the node may take to end it, once it has begun. */
  readonly leaseMs: number;
  leaseEndMs: number;
  isGivenUp: boolean;
}

interface RunsOnNodeParts {
  readonly guard: NodeGuard;
  /** Hears of every run's end. */
  readonly feedback: RunFeedback;
  readonly clock: Clock;
}

const runIdMax = 2 ** 32 - 1;
/** A node begins a run again when it has lost a host, twice at most. */
const attemptsMax = 3;
const leaseMarginMs = 10_000;
/** The longest that a run may wait on a node. */
const waitMsMax = 5 * 60_000;

export class RunsOnNode {
  readonly #guard: NodeGuard;
  readonly #feedback: RunFeedback;
  readonly #clock: Clock;
  readonly #runs = new Map<number, RunOnNode>();
  #lastRunId = 0;

  constructor({ guard, feedback, clock }: RunsOnNodeParts) {
    this.#guard = guard;
    this.#feedback = feedback;
    this.#clock = clock;
  }

  get size(): number {
    return this.#runs.size;
  }

  has(runId: number): boolean {
    return this.#runs.has(runId);
  }

  /** Returns its number. */
  begin(ticket: Ticket): number {
    const runId = this.#nextRunId();
    const beganAtMs = this.#clock.nowMs();
    const runClass = runClassOf(ticket.execution);
    const runMsMax = wallUsInAll(ticket.execution.limits) / 1_000;
    const leaseMs = attemptsMax * runMsMax + leaseMarginMs;
    this.#runs.set(runId, {
      ticket,
      nodeId: this.#guard.nodeId,
      programHash: ticket.execution.program.hash,
      runsFound: this.#runs.size,
      runClass,
      permit: this.#guard.began(runClass, runMsMax + leaseMarginMs),
      beganAtMs,
      leaseMs,
      leaseEndMs: beganAtMs + waitMsMax + leaseMs,
      isGivenUp: false,
    });
    return runId;
  }

  /** The ticket of a run, `given-up` where it is not waited for, undefined where it is not here. */
  ticketOf(runId: number): Ticket | 'given-up' | undefined {
    const run = this.#runs.get(runId);
    return run?.isGivenUp ? 'given-up' : run?.ticket;
  }

  ended(runId: number, outcome: Outcome): void {
    const run = this.#take(runId);
    if (!run) return;
    const tookMs = Math.round(this.#clock.nowMs() - run.beganAtMs);
    this.#tell(run, this.#guard.ended(run.runClass, run.permit, tookMs, outcome));
  }

  refused(runId: number): void {
    const run = this.#take(runId);
    if (run) this.#guard.refused(run.runClass, run.permit);
  }

  /** The node is gone: those that are lost with it. */
  loseAll(): Ticket[] {
    const lost = [...this.#runs.values()].filter(({ isGivenUp }) => !isGivenUp);
    this.#runs.clear();
    for (const run of lost) this.#lose(run);
    return lost.map(({ ticket }) => ticket);
  }

  /** Nothing waits on the node: what it has it has begun, and should end in time. */
  nothingWaits(): void {
    this.#guard.nothingWaits();
    const nowMs = this.#clock.nowMs();
    for (const run of this.#runs.values())
      run.leaseEndMs = Math.min(run.leaseEndMs, nowMs + run.leaseMs);
  }

  /** Gives up what is overdue; returns the numbers and tickets. */
  giveUpOverdue(): { readonly runId: number; readonly ticket: Ticket }[] {
    const nowMs = this.#clock.nowMs();
    const overdue = [];
    for (const [runId, run] of this.#runs) {
      if (run.isGivenUp || run.leaseEndMs > nowMs) continue;
      run.isGivenUp = true;
      this.#lose(run);
      overdue.push({ runId, ticket: run.ticket });
    }
    return overdue;
  }

  /** How many were given to the node before a time, and are there still. */
  begunBefore(beforeMs: number): number {
    let count = 0;
    for (const { beganAtMs } of this.#runs.values()) if (beganAtMs < beforeMs) count++;
    return count;
  }

  #lose(run: RunOnNode): void {
    this.#guard.lost(run.runClass, run.permit);
    this.#tell(run, 'fault');
  }

  #tell(run: RunOnNode, verdict: CallVerdict): void {
    this.#feedback.finished(run, this.#clock.nowMs() - run.beganAtMs, verdict);
  }

  /** Undefined where the guard has been told of it before. */
  #take(runId: number): RunOnNode | undefined {
    const run = this.#runs.get(runId);
    this.#runs.delete(runId);
    return run?.isGivenUp ? undefined : run;
  }

  #nextRunId(): number {
    do this.#lastRunId = this.#lastRunId === runIdMax ? 1 : this.#lastRunId + 1;
    while (this.#runs.has(this.#lastRunId));
    return this.#lastRunId;
  }
}
