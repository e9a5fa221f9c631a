import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AdmissionQueue } from '../../../../coordinator/admission/admission-queue.ts';
import { noDemand, Ticket } from '../../../../coordinator/admission/ticket.ts';
import { exampleExecution } from '../../../support/example-execution.ts';
import { RecordingObserver } from '../../../support/scripted-cluster.ts';

function ticketOf(source: string): Ticket {
  return new Ticket({
    execution: exampleExecution({ source }),
    observer: new RecordingObserver(),
    nowMs: 0,
    deadlineMs: Number.POSITIVE_INFINITY,
    onAnswered: () => {},
  });
}

function takeAll(queue: AdmissionQueue): string[] {
  const sources: string[] = [];
  for (const next of queue.inLine()) {
    sources.push(next.execution.program.source);
    queue.remove(next);
  }
  return sources;
}

test('AdmissionQueue gives back in order of arrival', () => {
  const queue = new AdmissionQueue({ executionsQueuedMax: 10, queueBytesMax: 100 });
  for (const source of ['a', 'b', 'c']) queue.push(ticketOf(source));
  expect(takeAll(queue)).toEqual(['a', 'b', 'c']);
});

test('AdmissionQueue knows which demands wait in it', () => {
  const queue = new AdmissionQueue({ executionsQueuedMax: 10, queueBytesMax: 100 });
  const [first, second] = [ticketOf('a'), ticketOf('b')];
  expect(queue.holds(noDemand)).toBe(false);
  queue.push(first);
  queue.pushReturned(second);
  queue.remove(first);
  queue.remove(first);
  expect(queue.holds(noDemand)).toBe(true);
  expect(queue.holds('own-ids')).toBe(false);
  queue.remove(second);
  expect(queue.holds(noDemand)).toBe(false);
});

test('AdmissionQueue puts those that come back from a node before all others', () => {
  const queue = new AdmissionQueue({ executionsQueuedMax: 10, queueBytesMax: 100 });
  queue.push(ticketOf('a'));
  queue.pushReturned(ticketOf('b'));
  queue.push(ticketOf('c'));
  queue.pushReturned(ticketOf('d'));
  expect(takeAll(queue)).toEqual(['b', 'd', 'a', 'c']);
});

test('AdmissionQueue refuses one more than its count, and says how full it is', () => {
  const queue = new AdmissionQueue({ executionsQueuedMax: 2, queueBytesMax: 100 });
  queue.push(ticketOf('a'));
  queue.push(ticketOf('b'));
  expect(() => queue.push(ticketOf('c'))).toThrow(
    expect.objectContaining({
      reason: 'QUEUE_FULL',
      message: 'Could not queue the execution: the queue holds 2 executions of 2',
      retryAfterMs: 1_000,
    }),
  );
});

test('AdmissionQueue refuses what does not fit into its bytes', () => {
  const queue = new AdmissionQueue({ executionsQueuedMax: 10, queueBytesMax: 10 });
  queue.push(ticketOf('x'.repeat(8)));
  expect(() => queue.push(ticketOf('yyy'))).toThrow(
    expect.objectContaining({ reason: 'QUEUE_FULL', message: expect.stringContaining('8 bytes') }),
  );
  queue.push(ticketOf('zz'));
  expect(queue.bytes).toBe(10);
});

test('AdmissionQueue takes back what was accepted before, however full it is', () => {
  const queue = new AdmissionQueue({ executionsQueuedMax: 1, queueBytesMax: 1 });
  queue.push(ticketOf('a'));
  queue.pushReturned(ticketOf('returned'));
  expect(queue.executions).toBe(2);
});

type Step = { readonly name: 'push' | 'return' | 'take' | 'remove-where'; readonly length: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    name: fc.constantFrom('push', 'return', 'take', 'remove-where'),
    length: fc.integer({ min: 1, max: 20 }),
  }),
  { maxLength: 40 },
);

test('AdmissionQueue counts what it holds, whatever comes and goes', () => {
  fc.assert(
    fc.property(steps, (script) => {
      const queue = new AdmissionQueue({ executionsQueuedMax: 10, queueBytesMax: 50 });
      const inside = new Set<Ticket>();
      for (const step of script) {
        apply(step, queue, inside);
        expect(queue.executions).toBe(inside.size);
        expect(queue.bytes).toBe([...inside].reduce((sum, { bytes }) => sum + bytes, 0));
      }
    }),
  );
});

function apply({ name, length }: Step, queue: AdmissionQueue, inside: Set<Ticket>): void {
  const ticket = ticketOf('x'.repeat(length));
  const [next] = queue.inLine();
  if (name === 'push' && (inside.size >= 10 || queue.bytes + length > 50))
    expect(() => queue.push(ticket)).toThrow('the queue holds');
  else if (name === 'push') {
    queue.push(ticket);
    inside.add(ticket);
  } else if (name === 'return') {
    queue.pushReturned(ticket);
    inside.add(ticket);
  } else if (name === 'take' && next) {
    queue.remove(next);
    queue.remove(next);
    inside.delete(next);
  } else if (name === 'remove-where')
    for (const removed of queue.removeWhere(({ bytes }) => bytes === length))
      inside.delete(removed);
}
