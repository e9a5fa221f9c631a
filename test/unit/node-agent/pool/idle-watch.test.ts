import { expect, test } from 'vitest';
import { IdleWatch } from '../../../../node-agent/pool/idle-watch.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

function watched() {
  const clock = new VirtualClock({ nowMs: 1_000 });
  const host = { cpuUs: 0 as number | undefined };
  const found: number[] = [];
  const watch = new IdleWatch(
    clock,
    () => host.cpuUs,
    (busyMs) => found.push(busyMs),
  );
  return { clock, host, found, watch };
}

test('IdleWatch finds a host that goes on computing, once', async () => {
  const { clock, host, found, watch } = watched();
  watch.begin();
  for (let second = 0; second < 5; second++) {
    host.cpuUs = (host.cpuUs ?? 0) + 900_000;
    await clock.advance(1_000);
  }
  expect(found).toEqual([900]);
  expect(clock.timersPending).toBe(0);
});

test('IdleWatch lets a host finish what it had begun, and prepare', async () => {
  const { clock, host, found, watch } = watched();
  watch.begin();
  host.cpuUs = 900_000;
  await clock.advance(1_500);
  for (let second = 0; second < 5; second++) {
    host.cpuUs += 400_000;
    await clock.advance(1_000);
  }
  expect(found).toEqual([]);
});

test('IdleWatch looks no more when the host is used or gone', async () => {
  const { clock, host, found, watch } = watched();
  watch.begin();
  host.cpuUs = undefined;
  await clock.advance(2_500);
  watch.end();
  host.cpuUs = 10_000_000;
  await clock.advance(5_000);
  expect(found).toEqual([]);
  expect(clock.timersPending).toBe(0);
});
