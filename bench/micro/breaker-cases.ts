/** What a run pays for breakers: its node's, by count and by time, and finding its function's. */
import { type BreakerOptions, breakerConfig } from '../../coordinator/resilience/breaker-config.ts';
import { BreakerRegistry } from '../../coordinator/resilience/breaker-registry.ts';
import { CircuitBreaker } from '../../coordinator/resilience/circuit-breaker.ts';
import { NodeGuard } from '../../coordinator/resilience/node-guard.ts';
import type { Outcome } from '../../shared/execution/outcome.ts';
import { seededRandom } from '../../shared/random/random.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import type { MicroCase } from './micro-case.ts';

const parts = { clock: systemClock(), random: seededRandom(1), observer: {} };
const functionsMax = 1_000;
/** One call in so many is a fault: the window has something to count, and never opens. */
const faultEvery = 10;

const outcome: Outcome = {
  word: 'SUCCEEDED',
  mayHaveHadEffects: false,
  usage: {
    queuedUs: 100,
    wallUs: 200,
    cpuUs: 100,
    heapPeakBytes: 0,
    attempts: 1,
    nodeId: '',
    isWarm: true,
    inputBytes: 0,
    resultBytes: 0,
    logBytes: 0,
  },
};

export const breakerCases: readonly MicroCase[] = [
  { name: 'breaker_call_count_window', setUp: () => callOf({}) },
  {
    name: 'breaker_call_time_window',
    setUp: () => callOf({ window: { kind: 'time', windowMs: 10_000 } }),
  },
  { name: 'breaker_of_function', setUp: functionBreakerOf },
  { name: 'node_guard_run', setUp: guardedRun },
];

/** Admission and recording of one call. */
function callOf(options: BreakerOptions): () => unknown {
  const breaker = new CircuitBreaker('target', breakerConfig(options), parts);
  let calls = 0;
  return () => {
    const permit = breaker.tryAcquire();
    breaker.settle(permit, ++calls % faultEvery === 0 ? 'fault' : 'good', 1);
    return permit;
  };
}

function functionBreakerOf(): () => unknown {
  const options = { kind: 'function', breakersMax: functionsMax, config: breakerConfig() };
  const registry = new BreakerRegistry(options, parts);
  const names = Array.from({ length: functionsMax }, (_, index) => `f${index}`);
  let next = 0;
  return () => {
    next = next + 1 === functionsMax ? 0 : next + 1;
    return registry.of('acme', names[next] ?? '');
  };
}

/** All that a run's node session asks and tells its guard. */
function guardedRun(): () => unknown {
  const breaker = new CircuitBreaker('node', breakerConfig(), parts);
  const guard = new NodeGuard('node', breaker, { runsMax: 1_024, hostsMax: 4 }, parts.clock);
  return () => {
    if (!guard.admits('interactive')) return false;
    guard.ended('interactive', guard.began('interactive', 10_000), 1, outcome);
    return true;
  };
}
