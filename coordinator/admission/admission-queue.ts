/**
 * Executions that no node has room for yet, bounded in count and bytes. Nothing here looks at all that
 * waits: lines are by what is demanded of a node, lanes in them by tenant, each a heap by rank
 * (fair-order.ts), and one heap over all is by when they are of no use any more.
 *
 * Those that come back from a node go before all others: they have waited already.
 */
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import { leastDemandOf } from './demand.ts';
import { DemandLine } from './demand-line.ts';
import { FairOrder, type Turn } from './fair-order.ts';
import { HeldTenants } from './held-tenants.ts';
import { IndexedHeap } from './indexed-heap.ts';
import { Overload } from './overload.ts';
import { dueOrder, isAhead, type QueueEntry } from './queue-entry.ts';
import { TenantCounts } from './tenant-counts.ts';
import type { Ticket } from './ticket.ts';

export interface AdmissionQueueLimits {
  readonly executionsQueuedMax: number;
  readonly queueBytesMax: number;
  /** The longest an execution waits for a node before it is refused. */
  readonly queueWaitMsMax: number;
  /** Where all wait for longer, those that would too are refused as they come. */
  readonly queueWaitMsGoal: number;
}

/** Before all others. */
const returnedTurn: Turn = { rank: Number.NEGATIVE_INFINITY, beginsAt: 0 };

export class AdmissionQueue {
  readonly #limits: AdmissionQueueLimits;
  readonly #order: FairOrder;
  readonly #counts: TenantCounts;
  readonly #overload: Overload;
  readonly #entries = new Map<Ticket, QueueEntry>();
  readonly #lines = new Map<string, DemandLine>();
  readonly #byDue = new IndexedHeap<QueueEntry>(dueOrder);
  readonly #held = new HeldTenants();
  #lastSequence = 0;
  #bytes = 0;

  /** `weightOf` is above 0. */
  constructor(limits: AdmissionQueueLimits, weightOf: (tenantId: string) => number) {
    this.#limits = limits;
    this.#order = new FairOrder(weightOf);
    this.#counts = new TenantCounts(weightOf);
    this.#overload = new Overload(limits.queueWaitMsGoal);
  }

  get executions(): number {
    return this.#entries.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Of what waits now; 0 where nothing does. */
  longestWaitMs(nowMs: number): number {
    for (const { enteredAtMs } of this.#entries.values()) return nowMs - enteredAtMs;
    return 0;
  }

  /** What waits, by what it demands of a node. */
  get lines(): Iterable<DemandLine> {
    return this.#lines.values();
  }

  /** The line that it waits in. */
  lineOf({ demand }: Ticket): DemandLine | undefined {
    return this.#lines.get(demand);
  }

  /** Throws QUEUE_FULL or OVERLOADED. */
  push(ticket: Ticket, nowMs: number): void {
    this.#refuseBeyondBounds(ticket, nowMs);
    this.#refuseInVain(ticket, nowMs);
    const { tenantId } = ticket.execution;
    this.#enter(ticket, this.#order.enter(tenantId, ticket.priority), nowMs);
  }

  /** For one that was accepted before: never refused. */
  pushReturned(ticket: Ticket, nowMs: number): void {
    this.#enter(ticket, returnedTurn, nowMs);
  }

  /** Whether a new one has to wait behind others, or because its tenant is held. */
  hasLineFor({ demand, execution }: Ticket): boolean {
    if (this.#held.isHeld(execution.tenantId)) return true;
    if (this.#entries.size === 0) return false;
    const [own, least] = [this.#lines.get(demand), this.#lines.get(leastDemandOf(demand))];
    return own?.first !== undefined || least?.first !== undefined;
  }

  /** The next of all lines but those that are left out. */
  next(isLeftOut: (line: DemandLine) => boolean): QueueEntry | undefined {
    let next: QueueEntry | undefined;
    for (const line of this.#lines.values()) {
      const { first } = line;
      if (first && (!next || isAhead(first, next)) && !isLeftOut(line)) next = first;
    }
    return next;
  }

  /** It has gone to a node. */
  taken(entry: QueueEntry, nowMs: number): void {
    this.#order.served(entry);
    this.#overload.taken(nowMs - entry.enteredAtMs, nowMs);
    this.remove(entry.ticket);
  }

  /** One of those that are of no use any more; undefined where there is none. */
  firstDue(nowMs: number): Ticket | undefined {
    const { first } = this.#byDue;
    return first && first.dueMs <= nowMs ? first.ticket : undefined;
  }

  remove(ticket: Ticket): void {
    const entry = this.#entries.get(ticket);
    if (!entry) return;
    const { tenantId } = ticket.execution;
    this.#entries.delete(ticket);
    this.#byDue.remove(entry);
    this.#bytes -= ticket.bytes;
    this.#counts.remove(tenantId, ticket.priority);
    if (entry.rank !== returnedTurn.rank) this.#order.leave(tenantId);
    const line = this.#lines.get(ticket.demand);
    line?.remove(entry);
    if (line?.isEmpty) this.#lines.delete(ticket.demand);
    if (this.#entries.size === 0) this.#overload.empty();
  }

  /** A run of the tenant's has gone to a node. */
  runSent(tenantId: string): void {
    this.#held.sent(tenantId);
    if (this.#held.isHeld(tenantId)) this.#applyHold(tenantId);
  }

  /** A run of the tenant's is off its node. */
  runLeft(tenantId: string): void {
    const wasHeld = this.#held.isHeld(tenantId);
    this.#held.left(tenantId);
    if (wasHeld) this.#applyHold(tenantId);
  }

  /** It was refused since the node has enough of this tenant: others go past what it has waiting. */
  hold(tenantId: string, nowMs: number): void {
    this.#held.refused(tenantId, nowMs);
    this.#applyHold(tenantId);
  }

  /** Those that were held for long enough are not any more. */
  letGoHeld(nowMs: number): void {
    for (const tenantId of this.#held.letGo(nowMs)) this.#applyHold(tenantId);
  }

  #applyHold(tenantId: string): void {
    const isHeld = this.#held.isHeld(tenantId);
    for (const line of this.#lines.values()) line.setHeld(tenantId, isHeld);
  }

  #enter(ticket: Ticket, { rank, beginsAt }: Turn, nowMs: number): void {
    const leftMs = this.#limits.queueWaitMsMax - ticket.waitedMs(nowMs);
    const entry = {
      ticket,
      rank,
      beginsAt,
      sequence: ++this.#lastSequence,
      enteredAtMs: nowMs,
      dueMs: Math.min(ticket.deadlineMs, nowMs + leftMs),
      laneIndex: -1,
      dueIndex: -1,
    };
    this.#entries.set(ticket, entry);
    this.#byDue.push(entry);
    this.#bytes += ticket.bytes;
    this.#counts.add(ticket.execution.tenantId, ticket.priority);
    let line = this.#lines.get(ticket.demand);
    if (!line) {
      line = new DemandLine(ticket.demand, (tenantId) => this.#held.isHeld(tenantId));
      this.#lines.set(ticket.demand, line);
    }
    line.push(entry);
  }

  #refuseBeyondBounds(ticket: Ticket, nowMs: number): void {
    const { executionsQueuedMax, queueBytesMax } = this.#limits;
    if (this.executions >= executionsQueuedMax)
      throw this.#full(`${this.executions} executions of ${executionsQueuedMax}`, nowMs);
    if (this.#bytes + ticket.bytes > queueBytesMax)
      throw this.#full(`${this.#bytes} bytes of ${queueBytesMax}`, nowMs);
  }

  #refuseInVain(ticket: Ticket, nowMs: number): void {
    const ahead = this.#counts.ahead(ticket.execution.tenantId, ticket.priority);
    const verdict = this.#overload.judge(ahead, ticket.deadlineMs, nowMs);
    if (verdict === 'admit') return;
    const waitMs = Math.round(this.#overload.expectedWaitMs(ahead) ?? 0);
    const beyond = verdict === 'too-late' ? 'its deadline' : `${this.#limits.queueWaitMsGoal} ms`;
    const message = `Could not queue the execution: it would wait beyond ${beyond}: about ${waitMs} ms`;
    const retryAfterMs = this.#overload.retryAfterMs(nowMs);
    throw new IsopodError('OVERLOADED', message, { retryAfterMs });
  }

  #full(fill: string, nowMs: number): IsopodError {
    const message = `Could not queue the execution: the queue holds ${fill}`;
    const retryAfterMs = this.#overload.retryAfterMs(nowMs);
    return new IsopodError('QUEUE_FULL', message, { retryAfterMs });
  }
}
