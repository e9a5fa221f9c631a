import { execFileSync } from 'node:child_process';
import { afterEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../../../shared/time/system-clock.ts';

afterEach(() => {
  vi.useRealTimers();
});

const dayMs = 24 * 60 * 60 * 1000;

test('systemClock keeps a timer of 60 days, which setTimeout cannot', async () => {
  vi.useFakeTimers();
  let fired = 0;
  systemClock().setTimer(60 * dayMs, () => {
    fired++;
  });
  await vi.advanceTimersByTimeAsync(60 * dayMs - 1);
  expect(fired).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(fired).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('systemClock never fires a timer of no end', async () => {
  vi.useFakeTimers();
  let fired = 0;
  const timer = systemClock().setTimer(Number.POSITIVE_INFINITY, () => {
    fired++;
  });
  await vi.advanceTimersByTimeAsync(100 * dayMs);
  expect(fired).toBe(0);
  timer.cancel();
  expect(vi.getTimerCount()).toBe(0);
});

test('systemClock cancels a long timer that has been set again underneath', async () => {
  vi.useFakeTimers();
  let fired = 0;
  const timer = systemClock().setTimer(60 * dayMs, () => {
    fired++;
  });
  await vi.advanceTimersByTimeAsync(30 * dayMs);
  timer.cancel();
  timer.cancel();
  await vi.advanceTimersByTimeAsync(60 * dayMs);
  expect(fired).toBe(0);
});

test('systemClock reads the same monotonic time in two processes', () => {
  const file = new URL('../../../../shared/time/system-clock.ts', import.meta.url).href;
  const program = `const { systemClock } = await import(${JSON.stringify(file)});
    process.stdout.write(String(systemClock().nowMs()));`;
  const before = systemClock().nowMs();
  const between = Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }),
  );
  expect(between).toBeGreaterThan(before);
  expect(between).toBeLessThan(systemClock().nowMs());
});

test('systemClock does not keep a process alive for a timer that need not', () => {
  const file = new URL('../../../../shared/time/system-clock.ts', import.meta.url).href;
  const program = `const { systemClock } = await import(${JSON.stringify(file)});
    systemClock({ keepsProcessAlive: false }).setTimer(60_000, () => {});`;
  // Would be killed, and throw, if it waited for the timer.
  execFileSync(process.execPath, ['--input-type=module', '-e', program], { timeout: 20_000 });
});
