import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AlertingBench, exampleRule } from '../../../../support/alerting-bench.ts';

const nodes = ['a', 'b', 'c'];
const rules = [
  exampleRule({ name: 'NodeLost', metric: 'node_lost', forMs: 3_000 }),
  exampleRule({ name: 'Load', metric: 'load', keepFiringMs: 5_000 }),
];
const inhibitRules = [{ source: { alertname: 'NodeLost' }, target: {}, equal: ['node'] }];
const times = { groupWaitMs: 2_000, groupIntervalMs: 7_000, repeatMs: 30_000 };

/** What may happen: a number changes, somebody silences, time passes. */
const step = fc.oneof(
  fc.record({
    name: fc.constant('set' as const),
    metric: fc.constantFrom('node_lost', 'load'),
    node: fc.constantFrom(...nodes),
    value: fc.constantFrom(undefined, 0, 75, 100),
  }),
  fc.record({
    name: fc.constant('silence' as const),
    node: fc.constantFrom(...nodes),
    durationMs: fc.integer({ min: 1_000, max: 20_000 }),
  }),
  fc.record({ name: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 20 }) }),
);

test('Alerting tells of each alert in turns that it fires and that it is over, and at last of all that they are over', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const bench = new AlertingBench(rules, { inhibitRules, times });
      for (const taken of steps)
        if (taken.name === 'set') bench.set(taken.metric, taken.value, { node: taken.node });
        else if (taken.name === 'wait') await bench.seconds(taken.seconds);
        else
          bench.alerting.silences.add({
            labels: { node: taken.node },
            durationMs: taken.durationMs,
            createdBy: '',
            comment: '',
          });
      for (const metric of ['node_lost', 'load'])
        for (const node of nodes) bench.set(metric, undefined, { node });
      await bench.seconds(60);
      const last = new Map<string, string>();
      for (const { alerts } of bench.told)
        for (const { fingerprint, state, isSilenced, isInhibited } of alerts) {
          expect(isSilenced || isInhibited).toBe(false);
          // In a later notification of its group one that goes on is there again.
          if (state === 'RESOLVED') expect(last.get(fingerprint)).toBe('FIRING');
          last.set(fingerprint, state);
        }
      expect([...last.values()].every((state) => state === 'RESOLVED')).toBe(true);
      expect(bench.alerting.alerts).toEqual([]);
      bench.alerting.stop();
      expect(bench.clock.timersPending).toBe(0);
    }),
    { numRuns: 60 },
  );
});
