/** What the queue lets in when it cannot keep up. */
import { expect, test } from 'vitest';
import { QueueLine } from '../../../support/queue-line.ts';

const limits = { queueWaitMsGoal: 500 };

/** 100 a second leave, and all that leave have waited for more than the goal. */
function overloaded(): QueueLine {
  const line = new QueueLine(limits);
  for (let count = 0; count < 400; count++) line.push({ tenantId: 'flood' });
  line.drain(200, 10);
  return line;
}

test('Overload lets a burst in', () => {
  const line = new QueueLine(limits);
  for (let count = 0; count < 5_000; count++) line.push();
  expect(line.queue.executions).toBe(5_000);
});

test('Overload refuses at once what would wait beyond the goal, when many have for a while', () => {
  const line = overloaded();
  expect(() => line.push({ tenantId: 'flood' })).toThrow(
    expect.objectContaining({
      reason: 'OVERLOADED',
      message: expect.stringMatching(/would wait beyond 500 ms: about \d+ ms$/),
    }),
  );
});

test('Overload lets in who is below his share, and what is urgent', () => {
  const line = overloaded();
  line.push({ tenantId: 'quiet' });
  line.push({ tenantId: 'flood', priority: 9 });
  expect(line.queue.executions).toBe(202);
});

test('Overload does not take those who pass for a sign that it is over', () => {
  const line = overloaded();
  line.push({ tenantId: 'quiet' });
  expect(line.take()?.execution.tenantId).toBe('quiet');
  expect(() => line.push({ tenantId: 'flood' })).toThrow('would wait beyond 500 ms');
});

test('Overload is over when none that left for an interval had waited beyond the goal', () => {
  const line = overloaded();
  line.nowMs += 1_100;
  line.push({ tenantId: 'flood' });
  expect(line.queue.executions).toBe(201);
});

test('Overload has the refused come again one after the other, as fast as the queue empties', () => {
  const line = overloaded();
  const delays = Array.from({ length: 100 }, () => {
    try {
      line.push({ tenantId: 'flood' });
      return 0;
    } catch (error) {
      return (error as { retryAfterMs?: number }).retryAfterMs ?? 0;
    }
  });
  const gaps = delays.slice(1).map((delay, index) => delay - (delays[index] ?? 0));
  expect(gaps.every((gap) => gap >= 9 && gap <= 11)).toBe(true);
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(100);
});

test('Overload refuses what would be too late by far, also in a burst', () => {
  const line = new QueueLine({ queueWaitMsGoal: 60_000 });
  for (let count = 0; count < 1_000; count++) line.push();
  line.drain(100, 10);
  expect(() => line.push({}, line.nowMs + 100)).toThrow(
    expect.objectContaining({
      reason: 'OVERLOADED',
      message: expect.stringContaining('its deadline'),
    }),
  );
  line.push({}, line.nowMs + 30_000);
});

test('Overload knows nothing of a queue that waits for its first node', () => {
  const line = new QueueLine(limits);
  line.push();
  line.nowMs = 20_000;
  line.push({}, line.nowMs + 1);
  expect(line.queue.executions).toBe(2);
});
