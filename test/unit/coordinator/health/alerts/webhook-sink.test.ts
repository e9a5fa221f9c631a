import { expect, test } from 'vitest';
import type { Notification } from '../../../../../coordinator/health/alerts/notification.ts';
import { WebhookSink } from '../../../../../coordinator/health/alerts/webhook-sink.ts';
import { seededRandom } from '../../../../../shared/random/random.ts';
import { silentLogger } from '../../../../../shared/telemetry/logger.ts';
import { VirtualClock } from '../../../../../shared/time/virtual-clock.ts';

function notification(given: Partial<Notification> = {}): Notification {
  const alert = {
    fingerprint: '00000000000000aa',
    name: 'NodeLost',
    labels: { alertname: 'NodeLost', severity: 'critical', node: 'n1' },
    state: 'FIRING',
    summary: 'Node n1 is not heard of',
    value: 1,
    startedAtEpochMs: Date.UTC(2026, 0, 1),
    endedAtEpochMs: 0,
    isSilenced: false,
    isInhibited: false,
  } as const;
  return {
    groupKey: '{"alertname":"NodeLost"}',
    groupLabels: { alertname: 'NodeLost' },
    state: 'firing',
    alerts: [alert, { ...alert, labels: { ...alert.labels, node: 'n2' } }],
    isReminder: false,
    ...given,
  };
}

/** A receiver that answers as it is told: a status, a failure, or nothing. */
function receiver(answers: (number | 'refused' | 'silence')[]) {
  const clock = new VirtualClock();
  const posted: { atMs: number; body: Record<string, unknown> }[] = [];
  const sink = new WebhookSink({
    url: 'http://receiver.example/secret',
    clock,
    random: seededRandom(1),
    logger: silentLogger,
    post: async (_url, body, signal) => {
      posted.push({ atMs: clock.nowMs(), body: JSON.parse(body) });
      const answer = answers.shift() ?? 200;
      if (answer === 'refused') throw new Error('connection refused');
      if (answer === 'silence')
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        });
      return answer;
    },
  });
  return { clock, posted, sink, keys: () => posted.map(({ body }) => body['groupKey']) };
}

test("WebhookSink posts in the form of Alertmanager's version 4", async () => {
  const { clock, posted, sink } = receiver([]);
  sink.notify(notification());
  await clock.advance(0);
  expect(posted[0]?.body).toEqual({
    version: '4',
    groupKey: '{"alertname":"NodeLost"}',
    truncatedAlerts: 0,
    status: 'firing',
    receiver: 'isopod',
    groupLabels: { alertname: 'NodeLost' },
    commonLabels: { alertname: 'NodeLost', severity: 'critical' },
    commonAnnotations: { summary: 'Node n1 is not heard of', value: '1' },
    externalURL: '',
    alerts: ['n1', 'n2'].map((node) => ({
      status: 'firing',
      labels: { alertname: 'NodeLost', severity: 'critical', node },
      annotations: { summary: 'Node n1 is not heard of', value: '1' },
      startsAt: '2026-01-01T00:00:00.000Z',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: '',
      fingerprint: '00000000000000aa',
    })),
  });
});

test('WebhookSink tries again, later each time, until the receiver is well', async () => {
  const { clock, posted, sink } = receiver(['refused', 500, 429, 'silence', 200]);
  sink.notify(notification());
  await clock.advance(60_000);
  expect(posted).toHaveLength(5);
  const gapsMs = posted.slice(1).map(({ atMs }, index) => atMs - (posted[index]?.atMs ?? 0));
  for (const [index, ceilingMs] of [1_000, 2_000, 4_000].entries()) {
    expect(gapsMs[index]).toBeGreaterThanOrEqual(ceilingMs / 2);
    expect(gapsMs[index]).toBeLessThanOrEqual(ceilingMs);
  }
  // Nobody answered for 10 s.
  expect(gapsMs[3]).toBeGreaterThanOrEqual(14_000);
  expect(clock.timersPending).toBe(0);
});

test('WebhookSink posts one after the other, in order', async () => {
  const { clock, keys, sink } = receiver([500, 200, 200]);
  for (const groupKey of ['first', 'second']) sink.notify(notification({ groupKey }));
  await clock.advance(10_000);
  expect(keys()).toEqual(['first', 'first', 'second']);
});

test('WebhookSink does not insist on what a receiver refuses', async () => {
  const { clock, keys, sink } = receiver([400, 200]);
  for (const groupKey of ['first', 'second']) sink.notify(notification({ groupKey }));
  await clock.advance(10_000);
  expect(keys()).toEqual(['first', 'second']);
});

test('WebhookSink gives one up after ten attempts, and goes on with the next', async () => {
  const { clock, keys, sink } = receiver(Array.from({ length: 10 }, () => 503));
  for (const groupKey of ['first', 'second']) sink.notify(notification({ groupKey }));
  await clock.advance(600_000);
  expect(keys()).toEqual([...Array.from({ length: 10 }, () => 'first'), 'second']);
});

test('WebhookSink keeps the newest hundred for a receiver that is away', async () => {
  const { clock, keys, sink } = receiver(['silence']);
  for (let index = 0; index < 150; index++) sink.notify(notification({ groupKey: `${index}` }));
  await clock.advance(60_000);
  expect(keys()).toHaveLength(101);
  expect(keys().slice(0, 3)).toEqual(['0', '0', '51']);
});

test('WebhookSink that is closed leaves nothing behind', async () => {
  const { clock, posted, sink } = receiver(['silence']);
  sink.notify(notification());
  sink.close();
  expect(clock.timersPending).toBe(0);
  await clock.advance(60_000);
  expect(posted).toHaveLength(1);
});
