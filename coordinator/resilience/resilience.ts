/**
 * All that keeps calls from what fails, as one part of the coordinator: what runs pass by on their
 * way, and every breaker there is, for whoever wants to see or to steer them.
 */
import type { Execution } from '../../shared/execution/execution.ts';
import type {
  BreakerDescription,
  BreakerState,
} from '../../shared/resilience/breaker-description.ts';
import type { ExecutionObserver } from '../admission/ticket.ts';
import type { BreakerParts, CircuitBreaker } from './circuit-breaker.ts';
import { DependencyBreakers } from './dependency-breakers.ts';
import { FunctionGuards } from './function-guards.ts';
import { NodeGuards } from './node-guards.ts';
import { breakerConfigOf, type ResilienceOptions } from './resilience-settings.ts';
import { RetryBudget } from './retry-budget.ts';

const openStates: ReadonlySet<BreakerState> = new Set<BreakerState>([
  'OPEN',
  'HALF_OPEN',
  'FORCED_OPEN',
]);

export class Resilience {
  readonly nodes: NodeGuards;
  readonly dependencies: DependencyBreakers;
  readonly #functions: FunctionGuards;
  readonly #retries: RetryBudget;

  constructor(options: ResilienceOptions, parts: BreakerParts) {
    const config = breakerConfigOf(options);
    this.nodes = new NodeGuards(config, parts);
    this.#functions = new FunctionGuards(config, parts);
    this.dependencies = new DependencyBreakers(parts);
    this.#retries = new RetryBudget({ retryRatioMax: options.retryPercentMax / 100 }, parts.clock);
  }

  /** An execution has come. Throws CIRCUIT_OPEN; what is accepted hears the answer, once. */
  watch<Accepted>(
    execution: Execution,
    observer: ExecutionObserver,
    accept: (watched: ExecutionObserver) => Accepted,
  ): Accepted {
    this.nodes.arrived();
    const accepted = this.#functions.watch(execution, observer, accept);
    // What is refused may come again by itself; a flood of it earns nobody's retries.
    this.#retries.requested();
    return accepted;
  }

  /** Whether one that was lost may be begun again; if so that is counted. */
  mayRetry(): boolean {
    return this.#retries.mayRetry();
  }

  /** By name. */
  get breakers(): readonly BreakerDescription[] {
    return [...this.#all()]
      .map((breaker) => breaker.snapshot())
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Names of those that let nothing through, or little on trial. */
  get open(): readonly string[] {
    return [...this.#all()].filter(({ state }) => openStates.has(state)).map(({ name }) => name);
  }

  /** By its name; undefined where there is none. */
  find(name: string): CircuitBreaker | undefined {
    for (const breaker of this.#all()) if (breaker.name === name) return breaker;
    return undefined;
  }

  *#all(): Generator<CircuitBreaker, void> {
    yield* this.nodes.breakers;
    yield* this.#functions.breakers;
    yield* this.dependencies.breakers;
  }
}
