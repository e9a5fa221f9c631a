/** What it costs to wait: into the admission queue and out of it again, with others waiting. */
import { AdmissionQueue } from '../../coordinator/admission/admission-queue.ts';
import { Ticket } from '../../coordinator/admission/ticket.ts';
import { defaultLimits } from '../../shared/execution/limits.ts';
import type { MicroCase } from './micro-case.ts';

const tenants = 100;
const limits = {
  executionsQueuedMax: 1_000_000,
  queueBytesMax: 2 ** 30,
  queueWaitMsMax: 3_600_000,
  queueWaitMsGoal: 3_600_000,
};
const unheard = { logs: () => {}, used: () => {}, ended: () => {}, failed: () => {} };

function ticketOf(index: number): Ticket {
  const program = {
    hash: 'h',
    source: '1',
    kind: 'AUTO',
    language: 'JAVASCRIPT',
    fileName: 'main.js',
  } as const;
  return new Ticket({
    execution: {
      tenantId: `tenant ${index % tenants}`,
      program,
      limits: defaultLimits,
      isolation: 'FRESH',
      isIdempotent: false,
      priority: index % 10,
    },
    observer: unheard,
    nowMs: 0,
    deadlineMs: Number.POSITIVE_INFINITY,
    onAnswered: () => {},
  });
}

const pushAndTake = (waiting: number): MicroCase => ({
  name: `queue_push_take_${waiting}`,
  setUp() {
    const queue = new AdmissionQueue(limits, () => 1);
    for (let index = 0; index < waiting; index++) queue.push(ticketOf(index), 0);
    let next = ticketOf(0);
    const none = (): boolean => false;
    return () => {
      queue.push(next, 0);
      const entry = queue.next(none);
      if (!entry) throw new Error('could not measure the queue: it is empty');
      queue.taken(entry, 0);
      next = entry.ticket;
      return next;
    };
  },
});

export const admissionCases: readonly MicroCase[] = [100, 10_000].map(pushAndTake);
