/** An admission queue on its own, and tickets for it. */
import { AdmissionQueue } from '../../coordinator/admission/admission-queue.ts';
import { Ticket } from '../../coordinator/admission/ticket.ts';
import type { Execution } from '../../shared/execution/execution.ts';
import { exampleExecution } from './example-execution.ts';

type Limits = ConstructorParameters<typeof AdmissionQueue>[0];

export class QueueLine {
  readonly queue: AdmissionQueue;
  nowMs = 0;

  constructor(limits: Partial<Limits> = {}, weights: Readonly<Record<string, number>> = {}) {
    const usual = {
      executionsQueuedMax: 100_000,
      queueBytesMax: 1_000_000,
      queueWaitMsMax: 30_000,
      queueWaitMsGoal: 5_000,
    };
    this.queue = new AdmissionQueue({ ...usual, ...limits }, (tenantId) => weights[tenantId] ?? 1);
  }

  ticket(
    given: Partial<Execution> & { source?: string } = {},
    deadlineMs = Number.POSITIVE_INFINITY,
  ): Ticket {
    return new Ticket({
      execution: exampleExecution(given),
      observer: { logs: () => {}, used: () => {}, ended: () => {}, failed: () => {} },
      nowMs: this.nowMs,
      deadlineMs,
      onAnswered: () => {},
    });
  }

  push(
    given: Partial<Execution> & { source?: string } = {},
    deadlineMs = Number.POSITIVE_INFINITY,
  ): Ticket {
    const ticket = this.ticket(given, deadlineMs);
    this.queue.push(ticket, this.nowMs);
    return ticket;
  }

  /** The next goes to a node. */
  take(): Ticket | undefined {
    const next = this.queue.next(() => false);
    if (next) this.queue.taken(next, this.nowMs);
    return next?.ticket;
  }

  takeAll(): Ticket[] {
    const taken: Ticket[] = [];
    for (let next = this.take(); next; next = this.take()) taken.push(next);
    return taken;
  }

  /** One goes every `everyMs`, for a while. */
  drain(count: number, everyMs: number): void {
    for (let done = 0; done < count; done++) {
      this.nowMs += everyMs;
      this.take();
    }
  }
}

export const sourcesOf = (tickets: readonly Ticket[]): string[] =>
  tickets.map(({ execution }) => execution.program.source);
