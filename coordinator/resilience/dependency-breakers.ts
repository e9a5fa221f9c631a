/**
 * Breakers around what the coordinator itself depends on. Whoever calls Redis or Postgres makes its
 * calls through `guarded`, outside of its own retries, and does without the tier when it is refused.
 */
import { type BreakerOptions, breakerConfig } from './breaker-config.ts';
import { type BreakerParts, CircuitBreaker } from './circuit-breaker.ts';

export type DependencyName = 'redis' | 'postgres';

/** Makes a call, or throws an IsopodError of reason CIRCUIT_OPEN without making it. */
export type Guarded = <Result>(call: () => Promise<Result>) => Promise<Result>;

/**
 * A cache or a table answers in milliseconds. It is to be back within 10 s of its recovery, so the
 * wait does not grow as far as that of a node.
 */
const dependencyOptions: BreakerOptions = {
  window: { kind: 'time', windowMs: 10_000 },
  slowCallMsMin: 1_000,
  openMsMin: 1_000,
  openMsMax: 5_000,
  trialsMax: 3,
  trialMsMax: 2_000,
  stepMsMin: 200,
};

export class DependencyBreakers {
  readonly #breakers = new Map<string, CircuitBreaker>();
  readonly #parts: BreakerParts;

  constructor(parts: BreakerParts) {
    this.#parts = parts;
  }

  /** For all calls to one server; the same breaker each time it is asked for. */
  guarded(name: DependencyName): Guarded {
    const breaker = this.breaker(name);
    return (call) => breaker.run(call);
  }

  breaker(name: DependencyName): CircuitBreaker {
    const known = this.#breakers.get(name);
    if (known) return known;
    const made = new CircuitBreaker(name, breakerConfig(dependencyOptions), this.#parts);
    this.#breakers.set(name, made);
    return made;
  }

  get breakers(): Iterable<CircuitBreaker> {
    return this.#breakers.values();
  }
}
