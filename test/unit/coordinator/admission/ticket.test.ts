import { expect, test } from 'vitest';
import { Ticket } from '../../../../coordinator/admission/ticket.ts';
import { IsopodError } from '../../../../shared/errors/isopod-error.ts';
import {
  exampleExecution,
  exampleLogEntry,
  exampleOutcome,
} from '../../../support/example-execution.ts';
import { RecordingObserver } from '../../../support/scripted-cluster.ts';

function makeTicket({ deadlineMs = Number.POSITIVE_INFINITY } = {}) {
  const observer = new RecordingObserver();
  const answered: Ticket[] = [];
  const execution = exampleExecution({ source: 'é', inputJson: '"é"' });
  const onAnswered = (ticket: Ticket): void => void answered.push(ticket);
  const ticket = new Ticket({ execution, observer, nowMs: 100, deadlineMs, onAnswered });
  return { ticket, observer, answered };
}

const node = { nodeId: 'node-1', hasEgress: false, cancelRun: () => {}, reply: () => {} };

test('Ticket completes the outcome with what only the coordinator knows', () => {
  const { ticket, observer, answered } = makeTicket();
  ticket.assign(node, 1, 130);
  ticket.end(exampleOutcome({ usage: { queuedUs: 500 } }));
  expect(observer.answers).toMatchObject([
    { usage: { queuedUs: 30_500, nodeId: 'node-1', attempts: 1, inputBytes: 6 } },
  ]);
  expect(answered).toEqual([ticket]);
});

test('Ticket waits for nodes as often as it is queued', () => {
  const { ticket } = makeTicket();
  expect(ticket.waitedMs(110)).toBe(10);
  ticket.assign(node, 1, 110);
  expect(ticket.waitedMs(500)).toBe(10);
  ticket.refused(500);
  expect(ticket.waitedMs(507)).toBe(17);
});

test('Ticket is answered once, and says nothing afterwards', () => {
  const { ticket, observer, answered } = makeTicket();
  ticket.assign(node, 1, 100);
  ticket.fail(new IsopodError('CANCELLED', 'm'));
  ticket.end(exampleOutcome());
  ticket.endUnrun('NODE_LOST', 100);
  ticket.fail(new IsopodError('INTERNAL', 'm'));
  ticket.logs([exampleLogEntry()]);
  expect(observer.words).toEqual(['CANCELLED']);
  expect(observer.lines).toEqual([]);
  expect(answered).toHaveLength(1);
});

test('Ticket numbers attempts across the nodes that had it', () => {
  const { ticket, observer } = makeTicket();
  ticket.assign(node, 1, 100);
  ticket.logs([exampleLogEntry({ attempt: 1 }), exampleLogEntry({ attempt: 2 })]);
  ticket.lost(100);
  ticket.assign({ ...node, nodeId: 'node-2' }, 9, 100);
  ticket.logs([exampleLogEntry({ attempt: 1 })]);
  ticket.end(exampleOutcome({ usage: { attempts: 1 } }));
  expect(observer.lines.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
  expect(observer.answers).toMatchObject([{ usage: { attempts: 3, nodeId: 'node-2' } }]);
});

test('Ticket that a node refused was not begun there', () => {
  const { ticket, observer } = makeTicket();
  ticket.assign(node, 1, 100);
  ticket.refused(100);
  ticket.endUnrun('CANCELLED', 100);
  expect(observer.answers).toMatchObject([{ usage: { attempts: 0, nodeId: '' } }]);
});

test('Ticket says which node was lost with it, and how long it had waited', () => {
  const { ticket, observer } = makeTicket();
  ticket.assign(node, 1, 120);
  ticket.lost(300);
  ticket.endUnrun('NODE_LOST', 305);
  expect(observer.answers).toMatchObject([
    {
      word: 'NODE_LOST',
      error: { name: 'NodeLost', stack: '' },
      usage: { attempts: 1, nodeId: 'node-1', queuedUs: 25_000 },
    },
  ]);
});

test('Ticket takes CANCELLED from a node that nobody told so for its deadline', () => {
  const { ticket, observer } = makeTicket({ deadlineMs: 200 });
  ticket.assign(node, 1, 100);
  ticket.end(exampleOutcome({ word: 'CANCELLED' }));
  expect(observer.words).toEqual(['DEADLINE_EXCEEDED']);
});

test('Ticket takes CANCELLED for what its caller wanted', () => {
  const { ticket, observer } = makeTicket({ deadlineMs: 200 });
  ticket.assign(node, 1, 100);
  ticket.cancelling();
  ticket.end(exampleOutcome({ word: 'CANCELLED' }));
  expect(observer.words).toEqual(['CANCELLED']);
});

test('Ticket tells what is lost with a node from what a node says that its tenant has lost', () => {
  const faults: boolean[] = [];
  const onAnswered = (_ticket: Ticket, isFault: boolean): void => void faults.push(isFault);
  const assigned = (): Ticket => {
    const observer = new RecordingObserver();
    const execution = exampleExecution();
    const deadlineMs = Number.POSITIVE_INFINITY;
    const ticket = new Ticket({ execution, observer, nowMs: 100, deadlineMs, onAnswered });
    ticket.assign(node, 1, 100);
    return ticket;
  };
  assigned().end(exampleOutcome({ word: 'SESSION_LOST' }));
  assigned().end(exampleOutcome({ word: 'NODE_LOST' }));
  assigned().endUnrun('SESSION_LOST', 100);
  assigned().endUnrun('NODE_LOST', 100);
  expect(faults).toEqual([false, false, true, true]);
});
