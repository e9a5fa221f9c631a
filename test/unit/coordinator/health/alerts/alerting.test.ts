import { expect, test } from 'vitest';
import { AlertingBench, exampleRule } from '../../../../support/alerting-bench.ts';

test('Alerting fires once for a value that swings from 79 to 81 around 80, and is over below 70', async () => {
  const bench = new AlertingBench([exampleRule()]);
  for (let round = 0; round < 50; round++) {
    bench.set('load', round % 2 === 0 ? 81 : 79);
    await bench.seconds(1);
  }
  expect(bench.words).toEqual(['Load firing']);
  bench.set('load', 71);
  await bench.seconds(10);
  expect(bench.words).toEqual(['Load firing']);
  bench.set('load', 69);
  await bench.seconds(60);
  expect(bench.words).toEqual(['Load firing', 'Load resolved']);
});

test('Alerting fires below a threshold where a rule says so', async () => {
  const threshold = { is: 'below', fireAt: 0.5, resolveAt: 0.6 } as const;
  const bench = new AlertingBench([exampleRule({ threshold })]);
  for (const ratio of [0.5, 0.4, 0.55, 0.61]) {
    bench.set('load', ratio);
    await bench.seconds(1);
  }
  expect(bench.words).toEqual(['Load firing', 'Load resolved']);
});

test('Alerting waits for as long as a rule says, without a break', async () => {
  const bench = new AlertingBench([exampleRule({ forMs: 10_000 })]);
  bench.set('load', 90);
  await bench.seconds(10);
  bench.set('load', 79);
  await bench.seconds(1);
  bench.set('load', 90);
  await bench.seconds(10);
  expect(bench.words).toEqual([]);
  expect(bench.alerting.alerts).toMatchObject([{ state: 'PENDING', name: 'Load' }]);
  await bench.seconds(1);
  expect(bench.words).toEqual(['Load firing']);
});

test('Alerting keeps an alert for as long as a rule says after it is back', async () => {
  const bench = new AlertingBench([exampleRule({ keepFiringMs: 30_000 })]);
  bench.set('load', 90);
  await bench.seconds(1);
  bench.set('load', 10);
  await bench.seconds(25);
  bench.set('load', 75);
  await bench.seconds(1);
  bench.set('load', 10);
  await bench.seconds(30);
  expect(bench.words).toEqual(['Load firing']);
  await bench.seconds(1);
  expect(bench.words).toEqual(['Load firing', 'Load resolved']);
});

test('Alerting watches each set of labels by itself, and tells those of a group together', async () => {
  const times = { groupWaitMs: 5_000, groupIntervalMs: 60_000, repeatMs: 3_600_000 };
  const bench = new AlertingBench([exampleRule()], { times });
  bench.set('load', 90, { node: 'a' });
  await bench.seconds(3);
  bench.set('load', 95, { node: 'b' });
  bench.set('load', 20, { node: 'c' });
  await bench.seconds(3);
  expect(bench.words).toEqual(['Load firing, Load firing']);
  expect(bench.told[0]?.alerts.map(({ summary }) => summary)).toEqual([
    'The load of a is 90',
    'The load of b is 95',
  ]);
  // One that joins the group waits for its turn.
  bench.set('load', 99, { node: 'c' });
  await bench.seconds(50);
  expect(bench.words).toHaveLength(1);
  await bench.seconds(20);
  expect(bench.words).toEqual([
    'Load firing, Load firing',
    'Load firing, Load firing, Load firing',
  ]);
});

test('Alerting takes the same labels in another order for the same alert', async () => {
  const bench = new AlertingBench([exampleRule()]);
  bench.set('load', 90, { node: 'a', zone: 'z' });
  await bench.seconds(1);
  bench.set('load', undefined, { node: 'a', zone: 'z' });
  bench.set('load', 90, { zone: 'z', node: 'a' });
  await bench.seconds(5);
  expect(bench.words).toEqual(['Load firing']);
});

test('Alerting says that an alert is over when its number is gone', async () => {
  const bench = new AlertingBench([exampleRule()]);
  bench.set('load', 90);
  await bench.seconds(1);
  bench.set('load', undefined);
  await bench.seconds(5);
  expect(bench.words).toEqual(['Load firing', 'Load resolved']);
  expect(bench.alerting.alerts).toEqual([]);
});

test('Alerting reminds of what goes on, and of nothing that is over', async () => {
  const times = { groupWaitMs: 0, groupIntervalMs: 0, repeatMs: 600_000 };
  const bench = new AlertingBench([exampleRule()], { times });
  bench.set('load', 90);
  await bench.seconds(1_300);
  expect(bench.words).toEqual(['Load firing', 'Load firing (reminder)', 'Load firing (reminder)']);
  bench.set('load', 10);
  await bench.seconds(10_000);
  expect(bench.words.slice(3)).toEqual(['Load resolved']);
});

test('Alerting says nothing of an alert that came and went before its group spoke', async () => {
  const times = { groupWaitMs: 10_000, groupIntervalMs: 60_000, repeatMs: 3_600_000 };
  const bench = new AlertingBench([exampleRule()], { times });
  bench.set('load', 90);
  await bench.seconds(3);
  bench.set('load', 10);
  await bench.seconds(100);
  expect(bench.told).toEqual([]);
});

test('Alerting does not tell twice of an alert that was back for less than its group waits', async () => {
  const times = { groupWaitMs: 0, groupIntervalMs: 60_000, repeatMs: 3_600_000 };
  const bench = new AlertingBench([exampleRule()], { times });
  for (const load of [90, 10, 90]) {
    bench.set('load', load);
    await bench.seconds(5);
  }
  await bench.seconds(300);
  expect(bench.words).toEqual(['Load firing']);
});

const nodeDown = exampleRule({ name: 'NodeLost', metric: 'node_lost', forMs: 5_000 });
const serviceRules = ['a', 'b', 'c', 'd', 'e'].map((service) =>
  exampleRule({ name: `Service-${service}`, metric: `service_${service}` }),
);
const inhibitRules = [{ source: { alertname: 'NodeLost' }, target: {}, equal: ['node'] }];

test('Alerting sends one notification for a node that is down with five alerts of its services', async () => {
  const bench = new AlertingBench([nodeDown, ...serviceRules], { inhibitRules });
  for (const { metric } of [nodeDown, ...serviceRules]) bench.set(metric, 100, { node: 'n1' });
  // What is only about to be called lost explains as well: the services do not speak first.
  await bench.seconds(120);
  expect(bench.words).toEqual(['NodeLost firing']);
  expect(bench.alerting.alerts.filter((alert) => alert.isInhibited)).toHaveLength(5);
  // A service of another node is not explained by it.
  bench.set('service_a', 100, { node: 'n2' });
  await bench.seconds(1);
  expect(bench.words).toEqual(['NodeLost firing', 'Service-a firing']);
  for (const { metric } of [nodeDown, ...serviceRules]) bench.set(metric, 0, { node: 'n1' });
  await bench.seconds(60);
  expect(bench.words.slice(2)).toEqual(['NodeLost resolved']);
});

test('Alerting tells of what was explained once its explanation is over', async () => {
  const bench = new AlertingBench([nodeDown, ...serviceRules], { inhibitRules });
  bench.set('node_lost', 100, { node: 'n1' });
  bench.set('service_a', 100, { node: 'n1' });
  await bench.seconds(30);
  bench.set('node_lost', 0, { node: 'n1' });
  await bench.seconds(30);
  expect(bench.words.toSorted()).toEqual([
    'NodeLost firing',
    'NodeLost resolved',
    'Service-a firing',
  ]);
});

test('Alerting does not begin to tell of what was explained and is only kept, since it was', async () => {
  const rule = exampleRule({ name: 'Service-a', metric: 'service_a', keepFiringMs: 60_000 });
  const bench = new AlertingBench([nodeDown, rule], { inhibitRules });
  for (const metric of ['node_lost', 'service_a']) bench.set(metric, 100, { node: 'n1' });
  await bench.seconds(30);
  for (const metric of ['node_lost', 'service_a']) bench.set(metric, 0, { node: 'n1' });
  await bench.seconds(120);
  expect(bench.words).toEqual(['NodeLost firing', 'NodeLost resolved']);
});

test('Alerting says nothing of what is silenced, until the silence ends', async () => {
  const bench = new AlertingBench([exampleRule()]);
  const asked = {
    labels: { alertname: 'Load', node: 'a' },
    createdBy: 'me',
    comment: 'known',
    durationMs: 60_000,
  };
  bench.alerting.silences.add(asked);
  bench.set('load', 90, { node: 'a' });
  await bench.seconds(59);
  expect(bench.words).toEqual([]);
  expect(bench.alerting.alerts).toMatchObject([{ state: 'FIRING', isSilenced: true }]);
  await bench.seconds(5);
  expect(bench.words).toEqual(['Load firing']);
});

test('Alerting says that an alert is over although it was silenced after it was told', async () => {
  const bench = new AlertingBench([exampleRule()]);
  bench.set('load', 90);
  await bench.seconds(1);
  const silence = {
    labels: { alertname: 'Load' },
    createdBy: '',
    comment: '',
    durationMs: 600_000,
  };
  const added = bench.alerting.silences.add(silence);
  bench.set('load', 10);
  await bench.seconds(10);
  expect(bench.words).toEqual(['Load firing', 'Load resolved']);
  expect(bench.alerting.silences.end(added?.id ?? '')).toBe(true);
  expect(bench.alerting.silences.end('silence-1')).toBe(false);
});

test('Alerting has a most of alerts: numbers with endless labels do not fill the memory', async () => {
  const bench = new AlertingBench([exampleRule()]);
  for (let node = 0; node < 1_500; node++) bench.set('load', 90, { node: `n${node}` });
  await bench.seconds(2);
  expect(bench.alerting.alerts).toHaveLength(1_000);
});

test('Alerting that is stopped leaves no timer', () => {
  const bench = new AlertingBench([exampleRule()]);
  bench.alerting.stop();
  expect(bench.clock.timersPending).toBe(0);
});
