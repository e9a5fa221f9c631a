import { expect, test } from 'vitest';
import { ExecutionReadings } from '../../../../../coordinator/health/readings/execution-readings.ts';
import { VirtualClock } from '../../../../../shared/time/virtual-clock.ts';

function scenario() {
  const clock = new VirtualClock({ nowMs: 5_000_000 });
  const readings = new ExecutionReadings(0.999, clock);
  return {
    clock,
    /** One in `faultEvery` fails; a hundred a minute. */
    run: async (minutes: number, faultEvery: number): Promise<void> => {
      for (let second = 0; second < minutes * 60; second += 6) {
        for (let index = 0; index < 10; index++)
          readings.answered(index % faultEvery === faultEvery - 1);
        await clock.advance(6_000);
      }
    },
    read: (metric: string) => [...readings.samples()].find((sample) => sample.metric === metric),
  };
}

const never = Number.POSITIVE_INFINITY;

test('ExecutionReadings says nothing of too few executions', () => {
  const { read } = scenario();
  expect(read('execution_error_ratio')).toBeUndefined();
  expect(read('slo_burn_rate_1h')).toBeUndefined();
});

test('ExecutionReadings has the error ratio of the last minute', async () => {
  const { run, read } = scenario();
  await run(10, 2);
  expect(read('execution_error_ratio')?.value).toBeCloseTo(0.5, 2);
  await run(2, never);
  expect(read('execution_error_ratio')?.value).toBeLessThan(0.1);
});

test('ExecutionReadings burns fast while both the hour and its last five minutes are bad', async () => {
  const { run, read } = scenario();
  await run(60, never);
  expect(read('slo_burn_rate_1h')?.value).toBeLessThan(1);
  // One in ten of 0.999: 100 times as fast; of an hour ten minutes are a sixth.
  await run(10, 10);
  expect(read('slo_burn_rate_1h')?.value).toBeGreaterThan(14.4);
  // It is over five minutes after its cause, although the hour is still bad.
  await run(6, never);
  expect(read('slo_burn_rate_1h')?.value).toBeLessThan(1);
});

test('ExecutionReadings takes a burst for no slow burn', async () => {
  const { run, read } = scenario();
  await run(350, never);
  await run(5, 10);
  expect(read('slo_burn_rate_6h')?.value).toBeLessThan(6);
  await run(40, 10);
  expect(read('slo_burn_rate_6h')?.value).toBeGreaterThan(6);
});

test('ExecutionReadings forgets after six hours', async () => {
  const { clock, run, read } = scenario();
  await run(5, 1);
  await clock.advance(7 * 60 * 60_000);
  await run(5, never);
  expect(read('slo_burn_rate_6h')?.value).toBeLessThan(1);
});

test('ExecutionReadings takes a few errors among few executions for no pace', () => {
  const clock = new VirtualClock();
  const readings = new ExecutionReadings(0.999, clock);
  for (let index = 0; index < 50; index++) readings.answered(index < 4);
  const read = (): number | undefined =>
    [...readings.samples()].find(({ metric }) => metric === 'slo_burn_rate_1h')?.value;
  expect(read()).toBe(0);
  readings.answered(true);
  expect(read()).toBeGreaterThan(50);
});
