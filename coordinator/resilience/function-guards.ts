/**
 * A breaker for each function of a tenant. What counts against it are faults of the system in its
 * runs, such as nodes that are lost with them: a function that brings down whatever runs it is then
 * refused for a while. What its own code does wrong counts for nothing.
 */
import type { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Execution } from '../../shared/execution/execution.ts';
import type { HostCall } from '../../shared/execution/host-call.ts';
import { wallUsInAll } from '../../shared/execution/limits.ts';
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import type { ExecutionObserver } from '../admission/ticket.ts';
import type { BreakerConfig } from './breaker-config.ts';
import { BreakerRegistry } from './breaker-registry.ts';
import { type CallVerdict, verdictOnError, verdictOnFunction } from './call-verdict.ts';
import {
  type BreakerParts,
  type CircuitBreaker,
  noPermit,
  type Permit,
} from './circuit-breaker.ts';

const breakersMax = 10_000;
/** What an execution may wait beside its own time before a trial of it counts as hanging. */
const waitMsMax = 60_000;

export class FunctionGuards {
  readonly #registry: BreakerRegistry;

  constructor(config: BreakerConfig, parts: BreakerParts) {
    this.#registry = new BreakerRegistry({ kind: 'function', breakersMax, config }, parts);
  }

  get breakers(): Iterable<CircuitBreaker> {
    return this.#registry;
  }

  /** Throws CIRCUIT_OPEN, or what `accept` does, which gets who is to hear the answer. */
  watch<Accepted>(
    { tenantId, functionName, limits }: Execution,
    observer: ExecutionObserver,
    accept: (watched: ExecutionObserver) => Accepted,
  ): Accepted {
    if (functionName === undefined) return accept(observer);
    const breaker = this.#registry.of(tenantId, functionName);
    breaker.offer(1);
    const permit = breaker.acquire(wallUsInAll(limits) / 1_000 + waitMsMax);
    if (permit === noPermit) throw breaker.rejection();
    try {
      return accept(new WatchedExecution(observer, breaker, permit));
    } catch (thrown) {
      breaker.settle(permit, verdictOnError(thrown), 0);
      throw thrown;
    }
  }
}

/** Passes on what is said of one execution, and tells the breaker how it ended. */
class WatchedExecution implements ExecutionObserver {
  readonly #observer: ExecutionObserver;
  readonly #breaker: CircuitBreaker;
  readonly #permit: Permit;

  constructor(observer: ExecutionObserver, breaker: CircuitBreaker, permit: Permit) {
    this.#observer = observer;
    this.#breaker = breaker;
    this.#permit = permit;
  }

  logs(entries: readonly LogEntry[]): void {
    this.#observer.logs(entries);
  }

  progress(valueJson: string): void {
    this.#observer.progress?.(valueJson);
  }

  called(call: HostCall): void {
    this.#observer.called?.(call);
  }

  used(cpuUs: number): void {
    this.#observer.used(cpuUs);
  }

  ended(outcome: Outcome): void {
    this.#settle(verdictOnFunction[outcome.word]);
    this.#observer.ended(outcome);
  }

  failed(error: IsopodError): void {
    this.#settle(verdictOnError(error));
    this.#observer.failed(error);
  }

  /** How long it took is its own affair. */
  #settle(verdict: CallVerdict): void {
    this.#breaker.settle(this.#permit, verdict, 0);
  }
}
