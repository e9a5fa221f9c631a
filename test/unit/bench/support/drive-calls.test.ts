import { expect, test } from 'vitest';
import { driveCalls } from '../../../../bench/support/drive-calls.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

/** Each call takes ten milliseconds of its own, one after the other. */
function slowCalls() {
  const clock = new VirtualClock();
  let inFlight = 0;
  let inFlightPeak = 0;
  const call = async (): Promise<void> => {
    inFlightPeak = Math.max(inFlightPeak, ++inFlight);
    await Promise.resolve();
    clock.stall(10);
    inFlight--;
  };
  return { clock, call, peak: () => inFlightPeak };
}

test('driveCalls keeps so many in flight until it has made as many as it may', async () => {
  const { clock, call, peak } = slowCalls();
  const figures = await driveCalls({ clock, call, inFlight: 4, secondsMax: 60, callsMax: 20 });
  expect(figures).toMatchObject({ calls: 20, callsPerS: 100 });
  expect(peak()).toBe(4);
});

test('driveCalls begins none when its time is up', async () => {
  const { clock, call } = slowCalls();
  const figures = await driveCalls({ clock, call, inFlight: 1, secondsMax: 0.1, callsMax: 1_000 });
  expect(figures).toMatchObject({ calls: 10, latency: { p50_ms: 10, p99_ms: 10 } });
});

test('driveCalls ends with the first call that fails', async () => {
  const clock = new VirtualClock();
  const call = (): Promise<void> => Promise.reject(new Error('a wrong answer'));
  const driven = driveCalls({ clock, call, inFlight: 2, secondsMax: 1, callsMax: 10 });
  await expect(driven).rejects.toThrow('a wrong answer');
});
