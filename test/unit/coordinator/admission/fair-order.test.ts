/** In which order executions leave the queue: tenants by weight, priorities without starvation. */
import { expect, test } from 'vitest';
import { agingExecutions } from '../../../../coordinator/admission/fair-order.ts';
import type { Ticket } from '../../../../coordinator/admission/ticket.ts';
import { QueueLine } from '../../../support/queue-line.ts';

const tenantsOf = (tickets: readonly Ticket[]): string[] =>
  tickets.map(({ execution }) => execution.tenantId);

function many(line: QueueLine, count: number, given: Parameters<QueueLine['push']>[0]): void {
  for (let pushed = 0; pushed < count; pushed++) line.push(given);
}

test('FairOrder has 10 executions done within twice their own time behind 10,000 of another', () => {
  const line = new QueueLine();
  many(line, 10_000, { tenantId: 'a' });
  many(line, 10, { tenantId: 'b' });
  const order = tenantsOf(line.takeAll());
  expect(order.lastIndexOf('b')).toBeLessThanOrEqual(2 * 10);
});

test('FairOrder is as fair when the flood has been there for long', () => {
  const line = new QueueLine();
  many(line, 10_000, { tenantId: 'a' });
  line.drain(5_000, 10);
  many(line, 10, { tenantId: 'b' });
  expect(tenantsOf(line.takeAll()).lastIndexOf('b')).toBeLessThanOrEqual(2 * 10);
});

test('FairOrder gives tenants of weights 1, 2 and 7 their shares', () => {
  const line = new QueueLine({}, { one: 1, two: 2, seven: 7 });
  for (const tenantId of ['one', 'two', 'seven']) many(line, 1_000, { tenantId });
  const first = tenantsOf(line.takeAll()).slice(0, 1_000);
  const shareOf = (wanted: string): number => first.filter((it) => it === wanted).length;
  expect([shareOf('one'), shareOf('two'), shareOf('seven')]).toEqual([
    expect.toBeOneOf([99, 100, 101]),
    expect.toBeOneOf([199, 200, 201]),
    expect.toBeOneOf([699, 700, 701]),
  ]);
});

test('FairOrder takes a tenant’s urgent executions before its others', () => {
  const line = new QueueLine();
  many(line, 1_000, { priority: 0 });
  line.push({ priority: 9, source: 'urgent' });
  line.push({ priority: 4, source: 'less' });
  expect(line.take()?.execution.program.source).toBe('urgent');
  expect(line.take()?.execution.program.source).toBe('less');
});

test.each(['same', 'other'])(
  'FairOrder lets a flood of priority 9 of the %s tenant starve no priority 0',
  (whose) => {
    const line = new QueueLine();
    many(line, 100, { tenantId: 'other', priority: 9 });
    const waiting = line.push({ tenantId: whose === 'same' ? 'other' : 'mine', priority: 0 });
    for (let taken = 1; ; taken++) {
      many(line, 2, { tenantId: 'other', priority: 9 });
      if (line.take() === waiting) break;
      expect(taken).toBeLessThanOrEqual(9 * agingExecutions + 101);
    }
  },
);

test('FairOrder gives nobody a larger share for calling everything urgent', () => {
  const line = new QueueLine();
  many(line, 2_000, { tenantId: 'modest', priority: 5 });
  many(line, 2_000, { tenantId: 'loud', priority: 9 });
  const first = tenantsOf(line.takeAll()).slice(0, 1_000);
  const loud = first.filter((tenantId) => tenantId === 'loud').length;
  expect(loud).toBeLessThanOrEqual(500 + 4 * agingExecutions);
});
