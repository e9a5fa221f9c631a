/**
 * Where executions wait for a node, and from where they go: to one that has room, or away with an answer
 * when they have waited for long enough.
 *
 *   empty ──enter──▶ occupied, looked over every 20 ms ──last one gone──▶ empty
 */
import { deadlineExceeded } from '../../shared/errors/isopod-error.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import { AdmissionQueue, type AdmissionQueueLimits } from './admission-queue.ts';
import { hasRoomApart, noDemand } from './demand.ts';
import type { DemandLine } from './demand-line.ts';
import { noNode, postureUnmet } from './refusals.ts';
import type { PlacerNodes, RunPlacer } from './run-placer.ts';
import type { Ticket } from './ticket.ts';

interface WaitingRoomParts {
  readonly nodes: PlacerNodes;
  readonly placer: RunPlacer;
  /** Above 0. */
  weightOf(tenantId: string): number;
  readonly clock: Clock;
}

const lookEveryMs = 20;

/** How long what no node could run waits for one that is just joining, or comes back. */
const strandedMsMax = 1_000;

export class WaitingRoom {
  readonly #parts: WaitingRoomParts;
  readonly #queueWaitMsMax: number;
  readonly #queue: AdmissionQueue;
  #timer: Timer | undefined;

  constructor(limits: AdmissionQueueLimits, parts: WaitingRoomParts) {
    this.#parts = parts;
    this.#queueWaitMsMax = limits.queueWaitMsMax;
    this.#queue = new AdmissionQueue(limits, (tenantId) => parts.weightOf(tenantId));
  }

  get executions(): number {
    return this.#queue.executions;
  }

  /** Of what waits now; 0 where nothing does. */
  get longestWaitMs(): number {
    return this.#queue.longestWaitMs(this.#parts.clock.nowMs());
  }

  /** To a node, where one has room and nobody waits before it; else into the queue. Throws what that does. */
  enter(ticket: Ticket): void {
    const isInLine = this.#queue.hasLineFor(ticket);
    if (!isInLine && this.#place(ticket)) return;
    this.#queue.push(ticket, this.#parts.clock.nowMs());
    this.#scheduleLook();
  }

  /** A node has given it back, or was lost with it. */
  comeBack(ticket: Ticket): void {
    this.#queue.pushReturned(ticket, this.#parts.clock.nowMs());
    this.#scheduleLook();
  }

  remove(ticket: Ticket): void {
    this.#queue.remove(ticket);
  }

  /** A node has refused a run since it has enough of this tenant. */
  hold(tenantId: string): void {
    this.#queue.hold(tenantId, this.#parts.clock.nowMs());
  }

  /** A run of the tenant's is off its node, however that came. */
  runLeft(tenantId: string): void {
    this.#queue.runLeft(tenantId);
  }

  /** Sends off as many as there is room for. */
  placeWaiting(): void {
    if (this.#queue.executions === 0) return;
    /** Lines for which no node has room now. */
    const roomless = new Set<DemandLine>();
    let isFull = false;
    const isLeftOut = (line: DemandLine): boolean =>
      roomless.has(line) || (isFull && !hasRoomApart(line.demand));
    for (;;) {
      const next = this.#queue.next(isLeftOut);
      if (!next) return;
      const nowMs = this.#parts.clock.nowMs();
      if (next.dueMs <= nowMs) {
        this.#queue.remove(next.ticket);
        this.#giveUp(next.ticket, nowMs);
        continue;
      }
      if (this.#place(next.ticket)) {
        this.#queue.taken(next, nowMs);
        continue;
      }
      // Where there is no room for one that demands nothing there is none but what is apart.
      isFull ||= next.ticket.demand === noDemand;
      const line = this.#queue.lineOf(next.ticket);
      if (line) roomless.add(line);
    }
  }

  close(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #place(ticket: Ticket): boolean {
    const isPlaced = this.#parts.placer.place(ticket);
    if (isPlaced) this.#queue.runSent(ticket.execution.tenantId);
    return isPlaced;
  }

  #scheduleLook(): void {
    this.#timer ??= this.#parts.clock.setTimer(lookEveryMs, () => this.#look());
  }

  #look(): void {
    this.#timer = undefined;
    const nowMs = this.#parts.clock.nowMs();
    for (const line of [...this.#queue.lines]) this.#lookAt(line, nowMs);
    let due = this.#queue.firstDue(nowMs);
    while (due) {
      this.#queue.remove(due);
      this.#giveUp(due, nowMs);
      due = this.#queue.firstDue(nowMs);
    }
    this.#queue.letGoHeld(nowMs);
    // Room is announced; should an announcement ever be missed, this is how long it costs.
    this.placeWaiting();
    if (this.#queue.executions > 0) this.#scheduleLook();
  }

  /** All of a line can run on the same nodes: what is true of one is true of all. */
  #lookAt(line: DemandLine, nowMs: number): void {
    const { any } = line;
    const stranding = any && this.#parts.placer.strandingOf(any.ticket);
    if (!stranding) {
      line.strandedSinceMs = undefined;
      return;
    }
    line.strandedSinceMs ??= nowMs;
    if (nowMs - line.strandedSinceMs < strandedMsMax) return;
    for (const { ticket } of line.all) {
      this.#queue.remove(ticket);
      if (stranding === 'homeless') ticket.endUnrun('SESSION_LOST', nowMs);
      else ticket.fail(postureUnmet(ticket.execution));
    }
  }

  #giveUp(ticket: Ticket, nowMs: number): void {
    const { placer, nodes } = this.#parts;
    if (ticket.deadlineMs <= nowMs) ticket.fail(deadlineExceeded());
    else if (placer.isUnmet(ticket.execution)) ticket.fail(postureUnmet(ticket.execution));
    else ticket.fail(noNode(nodes.active.length, this.#queueWaitMsMax));
  }
}
