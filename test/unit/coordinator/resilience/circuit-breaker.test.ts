import { expect, test, vi } from 'vitest';
import { noPermit } from '../../../../coordinator/resilience/circuit-breaker.ts';
import { IsopodError } from '../../../../shared/errors/isopod-error.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import { ScriptedBreaker } from '../../../support/scripted-breaker.ts';

test('CircuitBreaker opens at the 10th call, of a window of 20, at least 10 and 50 %', () => {
  const target = new ScriptedBreaker();
  for (let call = 1; call <= 10; call++) {
    expect(target.breaker.state).toBe('CLOSED');
    target.calls(1, call % 2 === 0 ? 'fault' : 'good');
  }
  expect(target.breaker.state).toBe('OPEN');
  expect(target.moves).toEqual(['CLOSED to OPEN: FAULTS']);
});

test('CircuitBreaker stays closed below its rate, and forgets what has left its window', () => {
  const target = new ScriptedBreaker();
  target.calls(9, 'fault');
  target.breaker.reset();
  target.calls(11, 'good');
  target.calls(9, 'fault');
  expect(target.breaker.state).toBe('CLOSED');
  target.calls(20, 'good');
  target.calls(9, 'fault');
  expect(target.breaker.state).toBe('CLOSED');
  target.calls(1, 'fault');
  expect(target.breaker.state).toBe('OPEN');
});

test('CircuitBreaker opens by the calls of the last so many milliseconds where it is told to', async () => {
  const target = new ScriptedBreaker({ window: { kind: 'time', windowMs: 10_000 } });
  target.calls(9, 'fault');
  await target.clock.advance(10_000);
  target.calls(9, 'fault');
  expect(target.breaker.state).toBe('CLOSED');
  await target.clock.advance(8_000);
  target.calls(1, 'fault');
  expect(target.breaker.state).toBe('OPEN');
});

test('CircuitBreaker opens for slow calls, good as they may be', () => {
  const target = new ScriptedBreaker({ slowCallMsMin: 100, slowRatioMax: 0.8 });
  target.calls(2, 'good', 99);
  target.calls(7, 'good', 100);
  expect(target.breaker.state).toBe('CLOSED');
  target.calls(1, 'good', 100);
  expect(target.moves).toEqual(['CLOSED to OPEN: SLOW']);
});

test('CircuitBreaker counts nothing of what is nobody’s fault', () => {
  const target = new ScriptedBreaker();
  target.calls(10_000, 'uncounted');
  expect(target.breaker.snapshot()).toMatchObject({ state: 'CLOSED', calls: 0 });
});

test('CircuitBreaker says when to come again while it is open, and makes no call', async () => {
  const target = new ScriptedBreaker();
  target.open();
  await target.clock.advance(1_500);
  const call = vi.fn(() => Promise.resolve(1));
  const rejected = await target.breaker.run(call).catch((error: unknown) => error);
  expect(rejected).toMatchObject({ reason: 'CIRCUIT_OPEN', retryAfterMs: 3_500 });
  expect(call).not.toHaveBeenCalled();
});

test('CircuitBreaker rejects in less than a millisecond', async () => {
  const target = new ScriptedBreaker();
  target.open();
  const beganMs = performance.now();
  for (let call = 0; call < 1_000; call++)
    await expect(target.breaker.run(() => Promise.resolve())).rejects.toThrow(IsopodError);
  expect((performance.now() - beganMs) / 1_000).toBeLessThan(1);
});

test('CircuitBreaker waits twice as long each time that trials fail, up to a minute', async () => {
  const target = new ScriptedBreaker();
  target.open();
  const waitsMs: number[] = [];
  for (let opening = 0; opening < 6; opening++) {
    waitsMs.push(target.breaker.retryAfterMs);
    await target.clock.advance(target.breaker.retryAfterMs);
    target.calls(5, 'fault');
  }
  expect(waitsMs).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
});

test('CircuitBreaker spreads its waits a fifth either way', () => {
  const random = seededRandom(7);
  const waitsMs = Array.from({ length: 500 }, () => {
    const target = new ScriptedBreaker({}, random);
    target.open();
    return target.breaker.retryAfterMs;
  });
  expect(Math.min(...waitsMs)).toBeGreaterThanOrEqual(4_000);
  expect(Math.min(...waitsMs)).toBeLessThan(4_050);
  expect(Math.max(...waitsMs)).toBeLessThanOrEqual(6_000);
  expect(Math.max(...waitsMs)).toBeGreaterThan(5_950);
});

test('CircuitBreaker lets exactly 5 of 50 concurrent calls through at half-open', async () => {
  const target = new ScriptedBreaker({ trialsMax: 5 });
  await target.halfOpen();
  const permits = Array.from({ length: 50 }, () => target.breaker.tryAcquire());
  expect(permits.filter((permit) => permit !== noPermit)).toHaveLength(5);
  expect(target.breaker.state).toBe('HALF_OPEN');
});

test('CircuitBreaker closes after good trials only, and opens once they cannot be', async () => {
  const target = new ScriptedBreaker({ trialsMax: 5 });
  await target.halfOpen();
  target.calls(4, 'good');
  expect(target.breaker.state).toBe('HALF_OPEN');
  target.calls(1, 'good');
  expect(target.breaker.state).toBe('CLOSED');
  target.breaker.reset();
  await target.halfOpen();
  target.calls(2, 'good');
  target.calls(2, 'fault');
  expect(target.breaker.state).toBe('HALF_OPEN');
  target.calls(1, 'fault');
  expect(target.breaker.state).toBe('OPEN');
});

test('CircuitBreaker takes a trial that hangs for a fault, and hears no more of it', async () => {
  const target = new ScriptedBreaker({ trialsMax: 2, trialMsMax: 3_000 });
  await target.halfOpen();
  const hanging = target.breaker.tryAcquire();
  target.calls(1, 'good');
  await target.clock.advance(2_999);
  expect(target.breaker.state).toBe('HALF_OPEN');
  await target.clock.advance(1);
  expect(target.breaker.state).toBe('OPEN');
  await target.clock.advance(10_000);
  expect(target.breaker.state).toBe('HALF_OPEN');
  target.breaker.settle(hanging, 'good', 13_000);
  expect(target.breaker.snapshot()).toMatchObject({ state: 'HALF_OPEN', calls: 0 });
});

test('CircuitBreaker lets another trial go where one told nothing', async () => {
  const target = new ScriptedBreaker({ trialsMax: 1 });
  await target.halfOpen();
  expect(target.calls(3, 'uncounted')).toBe(3);
  expect(target.breaker.state).toBe('HALF_OPEN');
  target.calls(1, 'good');
  expect(target.breaker.state).toBe('CLOSED');
});

test('CircuitBreaker hears nothing of calls that an earlier phase let through', async () => {
  const target = new ScriptedBreaker({ trialsMax: 2 });
  const early = Array.from({ length: 5 }, () => target.breaker.tryAcquire());
  await target.halfOpen();
  for (const permit of early) target.breaker.settle(permit, 'good', 6_000);
  expect(target.breaker.snapshot()).toMatchObject({ state: 'HALF_OPEN', calls: 0 });
});

test('CircuitBreaker gives a recovered target 10, 25, 50 and 100 % of its traffic', async () => {
  const target = new ScriptedBreaker({ trialsMax: 1 });
  await target.halfOpen();
  target.calls(1, 'good');
  const steps: { percent: number; offered: number; passed: number }[] = [];
  // A thousand calls a second, for as long as it takes.
  while (steps.length < 5_000) {
    const percent = target.breaker.snapshot().percentAdmitted;
    steps.push({ percent, offered: 1, passed: target.calls(1, 'good') });
    await target.clock.advance(1);
  }
  const shares = [10, 25, 50, 100].map((percent) => {
    const of = steps.filter((step) => step.percent === percent);
    expect(of.length).toBeGreaterThanOrEqual(1_000);
    return (100 * of.filter(({ passed }) => passed === 1).length) / of.length;
  });
  for (const [index, share] of shares.entries())
    expect(Math.abs(share - ([10, 25, 50, 100][index] ?? 0))).toBeLessThan(5);
  expect(target.moves.at(-1)).toBe('CLOSED to CLOSED: RECOVERED');
});

test('CircuitBreaker opens again, for longer, where a step of the restoration goes badly', async () => {
  const target = new ScriptedBreaker({ trialsMax: 1, stepMsMin: 0 });
  await target.halfOpen();
  target.calls(1, 'good');
  target.calls(100, 'good');
  expect(target.breaker.snapshot().percentAdmitted).toBe(25);
  target.calls(100, 'fault');
  expect(target.breaker.state).toBe('OPEN');
  expect(target.breaker.retryAfterMs).toBe(10_000);
});

test('CircuitBreaker begins with short waits again once it was whole', async () => {
  const target = new ScriptedBreaker({ trialsMax: 1, stepMsMin: 0 });
  await target.halfOpen();
  target.calls(1, 'good');
  target.calls(1_000, 'good');
  expect(target.breaker.isWhole).toBe(true);
  target.open();
  expect(target.breaker.retryAfterMs).toBe(5_000);
});

test('CircuitBreaker restores a target that is hardly ever called', async () => {
  const target = new ScriptedBreaker({ trialsMax: 1, window: { kind: 'time', windowMs: 10_000 } });
  await target.halfOpen();
  target.calls(1, 'good');
  for (let call = 0; call < 30; call++) {
    await target.clock.advance(20_000);
    expect(target.calls(1, 'good')).toBe(1);
  }
  expect(target.breaker.isWhole).toBe(true);
});

test('CircuitBreaker does not care for the date: set back an hour, it opens and waits alike', async () => {
  class SetBack extends VirtualClock {
    offsetMs = 0;
    override epochMs(): number {
      return super.epochMs() - this.offsetMs;
    }
  }
  const clock = new SetBack();
  const target = new ScriptedBreaker({}, undefined, clock);
  target.open();
  clock.offsetMs = 3_600_000;
  expect(target.breaker.retryAfterMs).toBe(5_000);
  await clock.advance(5_000);
  expect(target.breaker.state).toBe('HALF_OPEN');
  clock.offsetMs = -3_600_000;
  expect(target.breaker.state).toBe('HALF_OPEN');
});

test('CircuitBreaker does what it is told until it is reset', async () => {
  const target = new ScriptedBreaker();
  target.breaker.force('FORCED_OPEN');
  await target.clock.advance(3_600_000);
  expect(target.calls(10, 'good')).toBe(0);
  expect(target.breaker.rejection()).toMatchObject({ reason: 'CIRCUIT_OPEN' });
  target.breaker.force('DISABLED');
  expect(target.calls(1_000, 'fault')).toBe(1_000);
  expect(target.breaker.state).toBe('DISABLED');
  target.breaker.reset();
  expect(target.breaker.snapshot()).toMatchObject({ state: 'CLOSED', percentAdmitted: 100 });
  expect(target.moves).toEqual([
    'CLOSED to FORCED_OPEN: FORCED',
    'FORCED_OPEN to DISABLED: FORCED',
    'DISABLED to CLOSED: RESET',
  ]);
});

test('CircuitBreaker runs a call and passes on what came of it', async () => {
  const { breaker } = new ScriptedBreaker();
  await expect(breaker.run(() => Promise.resolve(7))).resolves.toBe(7);
  await expect(breaker.run(() => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(breaker.snapshot()).toMatchObject({ calls: 2, faults: 1 });
});
