/**
 * CircuitBreaker as its owner asked for it: in front of a real server, over real sockets, that fails,
 * hangs and recovers.
 */
import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type BreakerOptions, breakerConfig } from '../../coordinator/resilience/breaker-config.ts';
import { CircuitBreaker } from '../../coordinator/resilience/circuit-breaker.ts';
import { restorationPercents } from '../../coordinator/resilience/restoration.ts';
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import { systemRandom } from '../../shared/random/system-random.ts';
import { systemClock } from '../../shared/time/system-clock.ts';

type Conduct = 'well' | 'fails' | 'hangs';

/** A server, a breaker in front of it, and calls through that. */
async function scenario(options: BreakerOptions = {}) {
  let conduct: Conduct = 'well';
  let arrived = 0;
  const server = createServer((_request, response) => {
    arrived++;
    if (conduct === 'hangs') return;
    response.statusCode = conduct === 'fails' ? 500 : 200;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const moves: string[] = [];
  const breaker = new CircuitBreaker('server', breakerConfig(options), {
    clock: systemClock(),
    random: systemRandom(),
    observer: { changed: ({ state }, from) => moves.push(`${from} to ${state}`) },
  });
  const ask = async (): Promise<number> => {
    const { status } = await fetch(`http://127.0.0.1:${port}/`);
    if (status !== 200) throw new Error(`the server answered ${status}`);
    return status;
  };
  return {
    breaker,
    moves,
    behave: (next: Conduct): void => {
      conduct = next;
    },
    arrivals: (): number => arrived,
    call: () => breaker.run(ask),
    /** So many at once: what came of each. */
    calls: (count: number) =>
      Promise.allSettled(Array.from({ length: count }, () => breaker.run(ask))),
    reaches: (state: string) =>
      expect.poll(() => breaker.state, { timeout: 5_000, interval: 5 }).toBe(state),
  };
}

const isRejected = (settled: PromiseSettledResult<number>): boolean =>
  settled.status === 'rejected' &&
  settled.reason instanceof IsopodError &&
  settled.reason.reason === 'CIRCUIT_OPEN';

describe('CircuitBreaker', () => {
  test('Initialization', async () => {
    const { breaker } = await scenario();
    expect(breaker.snapshot()).toEqual({
      name: 'server',
      state: 'CLOSED',
      cause: 'NEW',
      percentAdmitted: 100,
      calls: 0,
      faults: 0,
      slow: 0,
      rejections: 0,
      openings: 0,
      retryAfterMs: 0,
    });
    expect(breakerConfig()).toMatchObject({ callsMin: 10, faultRatioMax: 0.5, trialsMax: 5 });
    expect(() => breakerConfig({ faultRatioMax: 2 })).toThrow(RangeError);
    expect(() => breakerConfig({ window: { kind: 'count', calls: 5 } })).toThrow(RangeError);
  });

  test('Closed State', async () => {
    const { breaker, calls, call, behave, arrivals } = await scenario();
    expect((await calls(50)).every(({ status }) => status === 'fulfilled')).toBe(true);
    behave('fails');
    await expect(call()).rejects.toThrow('answered 500');
    expect(arrivals()).toBe(51);
    expect(breaker.snapshot()).toMatchObject({ state: 'CLOSED', calls: 20, faults: 1 });
  });

  test('Open State', async () => {
    const { breaker, moves, calls, call, behave, arrivals } = await scenario();
    behave('fails');
    await calls(10);
    expect(moves).toEqual(['CLOSED to OPEN']);
    behave('well');
    expect((await calls(100)).every(isRejected)).toBe(true);
    expect(arrivals()).toBe(10);
    const error: unknown = await call().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ reason: 'CIRCUIT_OPEN', isRetryable: true });
    const { retryAfterMs } = error as IsopodError;
    expect(retryAfterMs).toBeGreaterThan(3_000);
    expect(retryAfterMs).toBeLessThanOrEqual(6_000);
    expect(breaker.snapshot()).toMatchObject({ rejections: 101, openings: 1 });
  });

  test('Half-Open State', async () => {
    const { breaker, calls, behave, arrivals, reaches, moves } = await scenario({
      openMsMin: 100,
      trialMsMax: 1_500,
    });
    behave('fails');
    await calls(10);
    behave('hangs');
    await reaches('HALF_OPEN');
    // Trials that hang are faults, and nobody else goes.
    void calls(50);
    await reaches('OPEN');
    expect(arrivals()).toBe(15);
    behave('well');
    await reaches('HALF_OPEN');
    const settled = await calls(50);
    expect(arrivals()).toBe(20);
    expect(settled.filter(isRejected)).toHaveLength(45);
    expect(breaker.state).toBe('CLOSED');
    expect(moves.slice(1)).toEqual([
      'OPEN to HALF_OPEN',
      'HALF_OPEN to OPEN',
      'OPEN to HALF_OPEN',
      'HALF_OPEN to CLOSED',
    ]);
  });

  test('Failure Threshold', async () => {
    const { breaker, calls, call, behave, arrivals, reaches } = await scenario({
      openMsMin: 100,
      stepCallsMin: 50,
      stepMsMin: 0,
    });
    behave('fails');
    await calls(9);
    expect(breaker.state).toBe('CLOSED');
    await call().catch(() => {});
    expect(breaker.state).toBe('OPEN');

    behave('well');
    await reaches('HALF_OPEN');
    await calls(5);
    // It gets its traffic back in steps, each of which has to go well.
    const offered = new Map<number, number>();
    const passed = new Map<number, number>();
    while ((offered.get(100) ?? 0) < 200) {
      const { percentAdmitted } = breaker.snapshot();
      const before = arrivals();
      await call().catch(() => {});
      offered.set(percentAdmitted, (offered.get(percentAdmitted) ?? 0) + 1);
      passed.set(percentAdmitted, (passed.get(percentAdmitted) ?? 0) + arrivals() - before);
    }
    for (const percent of restorationPercents) {
      const share = (100 * (passed.get(percent) ?? 0)) / (offered.get(percent) ?? 0);
      expect(Math.abs(share - percent)).toBeLessThan(5);
    }
    expect(breaker.isWhole).toBe(true);
  });
});
