import { expect, test } from 'vitest';
import { readAlertsConfig } from '../../../../coordinator/health/alerts-config.ts';

const read = (given: unknown) => readAlertsConfig(JSON.stringify(given));

test('readAlertsConfig ships rules, all of whose thresholds have hysteresis on the right side', () => {
  const { alerting, sloObjective } = readAlertsConfig();
  expect(alerting.rules.map(({ name }) => name)).toContain('NodeLost');
  expect(new Set(alerting.rules.map(({ name }) => name)).size).toBe(alerting.rules.length);
  for (const { threshold } of alerting.rules)
    if (threshold.is === 'above') expect(threshold.resolveAt).toBeLessThanOrEqual(threshold.fireAt);
    else expect(threshold.resolveAt).toBeGreaterThanOrEqual(threshold.fireAt);
  expect(sloObjective).toBe(0.999);
  expect(read({})).toEqual(readAlertsConfig());
});

test('readAlertsConfig changes what a file says, and nothing else', () => {
  const { alerting } = read({
    groupWaitMs: 1,
    rules: {
      QueueWait: { fireAt: 1, forMs: 0, severity: 'info' },
      Saturation: { isOff: true },
    },
  });
  const before = readAlertsConfig().alerting;
  expect(alerting.times).toEqual({ ...before.times, groupWaitMs: 1 });
  expect(alerting.rules.some(({ name }) => name === 'Saturation')).toBe(false);
  expect(alerting.rules.find(({ name }) => name === 'QueueWait')).toMatchObject({
    // It was 2: who fires at 1 is not over at 2.
    threshold: { is: 'above', fireAt: 1, resolveAt: 1 },
    forMs: 0,
    keepFiringMs: 30_000,
    severity: 'info',
  });
  const others = (rules: typeof before.rules) =>
    rules.filter(({ name }) => name !== 'Saturation' && name !== 'QueueWait');
  expect(others(alerting.rules)).toEqual(others(before.rules));
});

test.each([
  ['[]', 'it must be an object'],
  ['{', 'is no JSON'],
  ['{"rulez":{}}', 'rulez is unknown; there are groupBy,'],
  ['{"rules":{"Nothing":{}}}', 'rules.Nothing is unknown; there are CheckFailing,'],
  ['{"rules":{"QueueWait":{"above":1}}}', 'rules.QueueWait.above is unknown'],
  ['{"rules":{"QueueWait":{"fireAt":"1"}}}', 'rules.QueueWait.fireAt must be a number'],
  ['{"rules":{"QueueWait":{"resolveAt":9}}}', 'rules.QueueWait.resolveAt must not be above fireAt'],
  ['{"rules":{"QueueWait":{"severity":"bad"}}}', 'severity must be one of critical'],
  ['{"rules":{"QueueWait":{"isOff":1}}}', 'isOff must be true or false'],
  ['{"groupWaitMs":-1}', 'groupWaitMs must be a number from 0'],
  ['{"groupBy":"node"}', 'groupBy must be a list'],
  ['{"sloObjective":1}', 'sloObjective must be a number from 0 to 0.99999'],
])('readAlertsConfig says what is wrong with %s', (text, message) => {
  expect(() => readAlertsConfig(text)).toThrow(message);
});
