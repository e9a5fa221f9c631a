import { expect, test } from 'vitest';
import { CheckRunner } from '../../../../../coordinator/health/checks/check-runner.ts';
import {
  compileCheck,
  type HealthCheck,
} from '../../../../../coordinator/health/checks/health-check.ts';
import { seededRandom } from '../../../../../shared/random/random.ts';
import { VirtualClock } from '../../../../../shared/time/virtual-clock.ts';

/** `check` of the clock that it runs on; it has just been begun. */
function runnerOf(check: (clock: VirtualClock) => Partial<HealthCheck>, seed = 1) {
  const clock = new VirtualClock();
  const changes: string[] = [];
  const given = { name: 'it', kind: 'READINESS', run: () => {} } as const;
  const compiled = compileCheck({ ...given, ...check(clock) });
  const runner: CheckRunner = new CheckRunner(compiled, {
    clock,
    random: seededRandom(seed),
    changed: () => void changes.push(`${runner.state} at ${Math.round(clock.nowMs())}`),
  });
  runner.checkNow();
  return { clock, runner, changes };
}

/** What a check is to take, in pretended time. */
function after(clock: VirtualClock, delayMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  clock.setTimer(delayMs, resolve);
  return promise;
}

/** Hangs for so long, whatever it is told. */
function hanging(clock: VirtualClock, forMs: number) {
  const counts = { running: 0, most: 0, runs: 0 };
  const run = (): Promise<void> => {
    counts.runs++;
    counts.most = Math.max(counts.most, ++counts.running);
    return new Promise((resolve) =>
      clock.setTimer(forMs, () => {
        counts.running--;
        resolve();
      }),
    );
  };
  return { run, counts };
}

test.each([1, 2, 3, 4, 5])(
  'CheckRunner finds a check unhealthy after 5 to 7.5 s that hangs for 10 s, with a timeout of 1 s, every 2 s, by three failures (seed %i)',
  async (seed) => {
    let counts = { most: 0, runs: 0 };
    const { clock, runner } = runnerOf((its) => {
      const { run, counts: counted } = hanging(its, 10_000);
      counts = counted;
      return { run, timeoutMs: 1_000, intervalMs: 2_000, failureThreshold: 3 };
    }, seed);
    await clock.advance(4_999);
    expect(runner.state).toBe('UNKNOWN');
    await clock.advance(2_501);
    expect(runner.state).toBe('UNHEALTHY');
    await clock.advance(60_000);
    // It never met itself: while it hung, none was begun in its place.
    expect(counts.most).toBe(1);
    expect(counts.runs).toBeLessThan(10);
  },
);

test('CheckRunner tells a check that it is out of time', async () => {
  const signals: AbortSignal[] = [];
  const run = (signal: AbortSignal): Promise<void> => {
    signals.push(signal);
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    });
  };
  const { clock, runner } = runnerOf(() => ({ run, timeoutMs: 500, intervalMs: 1_000 }));
  await clock.advance(499);
  expect(signals[0]?.aborted).toBe(false);
  await clock.advance(1);
  expect(signals[0]?.aborted).toBe(true);
  expect(runner.history.last).toMatchObject({ latencyMs: 500, failure: 'no answer in 500 ms' });
  // It has let go, so the next is begun.
  await clock.advance(1_100);
  expect(signals).toHaveLength(2);
});

test('CheckRunner needs as many failures and successes in a row as it was told', async () => {
  const results = [true, false, true, false, false, true, false, true, true];
  const run = (): void => {
    if (results.shift() === false) throw new Error('out of order');
  };
  const thresholds = { failureThreshold: 2, successThreshold: 2, jitterRatio: 0 };
  const { clock, changes, runner } = runnerOf(() => ({ run, intervalMs: 1_000, ...thresholds }));
  await clock.advance(20_000);
  expect(changes).toEqual(['UNHEALTHY at 4000', 'HEALTHY at 8000']);
  expect(runner.sinceEpochMs).toBe(clock.epochMs() - 12_000);
});

test('CheckRunner keeps its pace from start to start, and makes intervals longer by chance', async () => {
  const starts: number[] = [];
  const clock = new VirtualClock();
  const check = compileCheck({
    name: 'it',
    kind: 'READINESS',
    intervalMs: 1_000,
    jitterRatio: 0.5,
    run: () => {
      starts.push(clock.nowMs());
      return after(clock, 300);
    },
  });
  const parts = { clock, random: seededRandom(7), changed: () => {} };
  new CheckRunner(check, parts).checkNow();
  await clock.advance(100_000);
  const gaps = starts.slice(1).map((atMs, index) => atMs - (starts[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
  expect(Math.max(...gaps)).toBeLessThan(1_500);
  expect(new Set(gaps.map(Math.round)).size).toBeGreaterThan(20);
});

test('CheckRunner knows at once what a check says that returns at once', () => {
  let isWell = true;
  const run = (): void => {
    if (!isWell) throw new Error('gone');
  };
  const { runner } = runnerOf(() => ({ run, failureThreshold: 1 }));
  expect(runner.state).toBe('HEALTHY');
  isWell = false;
  runner.checkNow();
  expect(runner.state).toBe('UNHEALTHY');
  expect(runner.history.last?.failure).toBe('gone');
});

test('CheckRunner that is asked while it runs runs once more after that', async () => {
  let runs = 0;
  const { clock, runner } = runnerOf((its) => ({
    intervalMs: 10_000,
    run: () => {
      runs++;
      return after(its, 200);
    },
  }));
  runner.checkNow();
  runner.checkNow();
  await clock.advance(5_000);
  expect(runs).toBe(2);
});

test('CheckRunner that is stopped aborts what runs, and leaves no timer', async () => {
  let aborted = false;
  const run = (signal: AbortSignal): Promise<void> => {
    signal.addEventListener('abort', () => {
      aborted = true;
    });
    return new Promise(() => {});
  };
  const { clock, runner } = runnerOf(() => ({ run }));
  runner.stop();
  expect(aborted).toBe(true);
  expect(clock.timersPending).toBe(0);
  await clock.advance(60_000);
  expect(runner.history.results).toEqual([]);
});

test('CheckRunner keeps the last sixty results, with how long each took', async () => {
  let latencyMs = 0;
  const { clock, runner } = runnerOf((its) => ({
    intervalMs: 1_000,
    jitterRatio: 0,
    run: () => after(its, (latencyMs += 10)),
  }));
  await clock.advance(80_500);
  const { results, latency, last } = runner.history;
  expect(results).toHaveLength(60);
  expect(last?.latencyMs).toBe(latency.lastMs);
  expect(latency.maxMs).toBe(latency.lastMs);
  expect(latency.p95Ms).toBe(latency.maxMs - 30);
  expect(latency.meanMs).toBeCloseTo(latency.maxMs - 295, 6);
});
