import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ticket } from '../../../../coordinator/admission/ticket.ts';
import { QueueLine, sourcesOf } from '../../../support/queue-line.ts';

test('AdmissionQueue gives back in order of arrival', () => {
  const line = new QueueLine();
  for (const source of ['a', 'b', 'c']) line.push({ source });
  expect(sourcesOf(line.takeAll())).toEqual(['a', 'b', 'c']);
});

test('AdmissionQueue has those wait that demand the same as others who wait', () => {
  const line = new QueueLine();
  const demanding = { layersRequired: ['own-ids'] } as const;
  expect(line.queue.hasLineFor(line.ticket())).toBe(false);
  const first = line.push(demanding);
  expect(line.queue.hasLineFor(line.ticket())).toBe(false);
  expect(line.queue.hasLineFor(line.ticket(demanding))).toBe(true);
  line.queue.remove(first);
  line.queue.remove(first);
  line.push();
  expect(line.queue.hasLineFor(line.ticket(demanding))).toBe(true);
});

test('AdmissionQueue puts those that come back from a node before all others', () => {
  const line = new QueueLine();
  line.push({ source: 'a', priority: 9 });
  line.queue.pushReturned(line.ticket({ source: 'b' }), 0);
  line.push({ source: 'c' });
  line.queue.pushReturned(line.ticket({ source: 'd' }), 0);
  expect(sourcesOf(line.takeAll())).toEqual(['b', 'd', 'a', 'c']);
});

test('AdmissionQueue refuses 500 of 1,500 where 1,000 fit, and says when to come again', () => {
  const line = new QueueLine({ executionsQueuedMax: 1_000 });
  const delays: (number | undefined)[] = [];
  for (let count = 0; count < 1_500; count++)
    try {
      line.push();
    } catch (error) {
      expect(error).toMatchObject({
        reason: 'QUEUE_FULL',
        message: 'Could not queue the execution: the queue holds 1000 executions of 1000',
      });
      delays.push((error as { retryAfterMs?: number }).retryAfterMs);
    }
  expect(delays).toEqual(Array.from({ length: 500 }, () => 1_000));
  expect(line.queue.executions).toBe(1_000);
});

test('AdmissionQueue refuses what does not fit into its bytes', () => {
  const line = new QueueLine({ queueBytesMax: 10 });
  line.push({ source: 'x'.repeat(8) });
  expect(() => line.push({ source: 'yyy' })).toThrow(
    expect.objectContaining({ reason: 'QUEUE_FULL', message: expect.stringContaining('8 bytes') }),
  );
  line.push({ source: 'zz' });
  expect(line.queue.bytes).toBe(10);
});

test('AdmissionQueue takes back what was accepted before, however full it is', () => {
  const line = new QueueLine({ executionsQueuedMax: 1, queueBytesMax: 1 });
  line.push({ source: 'a' });
  line.queue.pushReturned(line.ticket({ source: 'returned' }), 0);
  expect(line.queue.executions).toBe(2);
});

test('AdmissionQueue tells what is of no use any more, by deadline or by patience', () => {
  const line = new QueueLine({ queueWaitMsMax: 500 });
  const patient = line.push({ source: 'patient' });
  const urgent = line.push({ source: 'urgent' }, 100);
  expect(line.queue.firstDue(99)).toBeUndefined();
  expect(line.queue.firstDue(100)).toBe(urgent);
  line.queue.remove(urgent);
  expect(line.queue.firstDue(499)).toBeUndefined();
  expect(line.queue.firstDue(500)).toBe(patient);
});

test('AdmissionQueue lets others past a tenant of which nodes have enough', () => {
  const line = new QueueLine();
  for (const source of ['a1', 'a2', 'a3', 'a4']) line.push({ tenantId: 'a', source });
  line.push({ tenantId: 'b', source: 'b1' });
  // Two of it are on nodes, and a third was refused.
  for (let sent = 0; sent < 3; sent++) line.queue.runSent('a');
  line.queue.runLeft('a');
  line.queue.hold('a', 0);
  expect(sourcesOf(line.takeAll())).toEqual(['b1']);
  expect(line.queue.hasLineFor(line.ticket({ tenantId: 'b' }))).toBe(false);
  expect(line.queue.hasLineFor(line.ticket({ tenantId: 'a' }))).toBe(true);
  line.queue.runLeft('a');
  expect(line.take()?.execution.program.source).toBe('a1');
  line.queue.runSent('a');
  expect(line.take()).toBeUndefined();
  // When as many have ended as there were, one more is tried.
  line.queue.runLeft('a');
  for (const source of ['a2', 'a3']) {
    expect(line.take()?.execution.program.source).toBe(source);
    line.queue.runSent('a');
  }
  expect(line.take()).toBeUndefined();
  line.queue.letGoHeld(999);
  expect(line.take()).toBeUndefined();
  line.queue.letGoHeld(1_000);
  expect(sourcesOf(line.takeAll())).toEqual(['a4']);
});

type Step = { readonly name: 'push' | 'return' | 'take' | 'remove'; readonly length: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    name: fc.constantFrom('push', 'return', 'take', 'remove'),
    length: fc.integer({ min: 1, max: 20 }),
  }),
  { maxLength: 40 },
);

test('AdmissionQueue counts what it holds, whatever comes and goes', () => {
  fc.assert(
    fc.property(steps, (script) => {
      const line = new QueueLine({ executionsQueuedMax: 10, queueBytesMax: 50 });
      const inside = new Set<Ticket>();
      for (const step of script) {
        apply(step, line, inside);
        expect(line.queue.executions).toBe(inside.size);
        expect(line.queue.bytes).toBe([...inside].reduce((sum, { bytes }) => sum + bytes, 0));
      }
      expect(new Set(line.takeAll())).toEqual(inside);
    }),
  );
});

function apply({ name, length }: Step, line: QueueLine, inside: Set<Ticket>): void {
  const { queue } = line;
  const given = {
    source: 'x'.repeat(length),
    tenantId: `t${length % 3}`,
    priority: length % 10,
    ...(length % 4 === 0 ? { layersRequired: ['own-ids'] as const } : {}),
  };
  if (name === 'push' && (inside.size >= 10 || queue.bytes + length > 50))
    expect(() => line.push(given)).toThrow('the queue holds');
  else if (name === 'push') inside.add(line.push(given));
  else if (name === 'return') {
    const ticket = line.ticket(given);
    queue.pushReturned(ticket, 0);
    inside.add(ticket);
  } else if (name === 'take') {
    const taken = line.take();
    expect(taken === undefined).toBe(inside.size === 0);
    if (taken) inside.delete(taken);
  } else {
    const victim = [...inside][length % Math.max(1, inside.size)];
    if (victim) queue.remove(victim);
    if (victim) inside.delete(victim);
  }
}
