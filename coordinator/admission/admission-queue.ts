/**
 * Executions that no node has room for yet, in order of arrival, bounded in count and bytes.
 * Those that come back from a node go before all others: they have waited already.
 */
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Ticket } from './ticket.ts';

export interface AdmissionQueueLimits {
  readonly executionsQueuedMax: number;
  readonly queueBytesMax: number;
}

/** What a caller is told to wait before it tries a full queue again. */
const retryAfterMs = 1_000;

export class AdmissionQueue {
  readonly #limits: AdmissionQueueLimits;
  readonly #returned = new Set<Ticket>();
  readonly #arrived = new Set<Ticket>();
  readonly #countByDemand = new Map<string, number>();
  #bytes = 0;

  constructor(limits: AdmissionQueueLimits) {
    this.#limits = limits;
  }

  get executions(): number {
    return this.#returned.size + this.#arrived.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Throws QUEUE_FULL. */
  push(ticket: Ticket): void {
    const { executionsQueuedMax, queueBytesMax } = this.#limits;
    if (this.executions >= executionsQueuedMax)
      throw queueFull(`${this.executions} executions of ${executionsQueuedMax}`);
    if (this.#bytes + ticket.bytes > queueBytesMax)
      throw queueFull(`${this.#bytes} bytes of ${queueBytesMax}`);
    this.#arrived.add(ticket);
    this.#count(ticket);
  }

  /** For one that was accepted before: never refused. */
  pushReturned(ticket: Ticket): void {
    this.#returned.add(ticket);
    this.#count(ticket);
  }

  /** All in line; each stays there until removed, which it may be on the way. */
  *inLine(): Generator<Ticket, void> {
    yield* this.#returned;
    yield* this.#arrived;
  }

  /** Whether one waits that demands the same of a node. */
  holds(demand: string): boolean {
    return this.#countByDemand.has(demand);
  }

  remove(ticket: Ticket): void {
    if (!this.#returned.delete(ticket) && !this.#arrived.delete(ticket)) return;
    this.#bytes -= ticket.bytes;
    const count = (this.#countByDemand.get(ticket.demand) ?? 0) - 1;
    if (count > 0) this.#countByDemand.set(ticket.demand, count);
    else this.#countByDemand.delete(ticket.demand);
  }

  /** Removes and returns those for which `isDue` holds. */
  removeWhere(isDue: (ticket: Ticket) => boolean): Ticket[] {
    const due = [...this.#returned, ...this.#arrived].filter(isDue);
    for (const ticket of due) this.remove(ticket);
    return due;
  }

  #count({ demand, bytes }: Ticket): void {
    this.#bytes += bytes;
    this.#countByDemand.set(demand, (this.#countByDemand.get(demand) ?? 0) + 1);
  }
}

function queueFull(fill: string): IsopodError {
  return new IsopodError('QUEUE_FULL', `Could not queue the execution: the queue holds ${fill}`, {
    retryAfterMs,
  });
}
