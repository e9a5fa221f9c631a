/**
 * Stands before the dispatcher: a deterministic execution that has been run is not run again, and
 * one that runs is not run twice at a time, as long as its outcome follows from what was asked.
 */
import { IsopodError, toIsopodError } from '../../../shared/errors/isopod-error.ts';
import type { Execution } from '../../../shared/execution/execution.ts';
import type { CacheUse, Outcome } from '../../../shared/execution/outcome.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import type { AcceptedExecution, ExecutionDesk } from '../../admission/execution-desk.ts';
import { shuttingDown } from '../../admission/refusals.ts';
import type { ExecutionObserver } from '../../admission/ticket.ts';
import type { CacheAnswer, Factory } from '../cache-answer.ts';
import type { MultiLevelCache } from '../multi-level-cache.ts';
import { type CachedResult, isPure, unspent } from './cached-result.ts';
import type { ClusterEngine } from './cluster-engine.ts';
import { Followers } from './followers.ts';
import { ResultFlight } from './result-flight.ts';
import { type DeterministicExecution, resultKey, resultTags } from './result-key.ts';
import { ResultRun } from './result-run.ts';

export interface ResultCacheParts {
  readonly desk: ExecutionDesk;
  readonly cache: MultiLevelCache<CachedResult>;
  readonly engine: Pick<ClusterEngine, 'current' | 'of'>;
  readonly clock: Clock;
}

/**
 * So many wait for what Redis and Postgres say, or another coordinator makes. More are run without
 * asking: those who wait here are in no queue that is bounded.
 */
const lookingMax = 1_000;

export class ResultCache implements ExecutionDesk {
  readonly #parts: ResultCacheParts;
  readonly #flights = new Map<string, ResultFlight>();
  /** Those that nothing runs for yet. */
  readonly #looking = new Set<ResultFlight>();
  readonly #followers = new Followers();

  constructor(parts: ResultCacheParts) {
    this.#parts = parts;
  }

  submit(execution: Execution, observer: ExecutionObserver, deadlineMs: number): AcceptedExecution {
    const { desk, engine, cache } = this.#parts;
    if (!isCached(execution)) return desk.submit(execution, observer, deadlineMs);
    const current = engine.current;
    if (current === undefined) return desk.submit(execution, observer, deadlineMs);
    const key = resultKey(execution, current);
    const run = new ResultRun(execution, observer, deadlineMs);
    const found = execution.cacheMode === 'REFRESH' ? undefined : cache.find(key);
    if (found?.value) replay(run, found.value, 'L1');
    else if (!this.#mayWait(key, run)) return desk.submit(execution, observer, deadlineMs);
    else this.#fly(key, current, run);
    return run;
  }

  cancel(accepted: AcceptedExecution): void {
    if (!(accepted instanceof ResultRun)) return this.#parts.desk.cancel(accepted);
    // The last one to wait hears from the node how far it came.
    if (accepted.isAnswered || accepted.flight?.cancelFor(accepted)) return;
    accepted.end(cancelledUnrun);
    accepted.flight?.leave(accepted, notWanted());
  }

  abandon(accepted: AcceptedExecution, error: IsopodError): void {
    if (!(accepted instanceof ResultRun)) return this.#parts.desk.abandon(accepted, error);
    accepted.fail(error);
    accepted.flight?.leave(accepted, error);
  }

  /** Those who wait for what others make are told to go elsewhere: nobody runs anything for them here. */
  close(): void {
    for (const flight of this.#looking)
      for (const run of flight.land()) run.fail(shuttingDown('finish'));
  }

  #mayWait(key: string, run: ResultRun): boolean {
    const isLeader = run.execution.cacheMode === 'REFRESH' || !this.#flights.get(key)?.isOpen;
    return isLeader ? this.#looking.size < lookingMax : this.#followers.add(run);
  }

  #fly(key: string, engine: string, run: ResultRun): void {
    const isRefresh = run.execution.cacheMode === 'REFRESH';
    const underWay = this.#flights.get(key);
    if (underWay?.isOpen && !isRefresh) return underWay.join(run);
    const flight = new ResultFlight(this.#parts.desk);
    this.#flights.set(key, flight);
    this.#looking.add(flight);
    flight.join(run);
    const make: Factory<CachedResult> = async ({ doNotKeep }) => {
      this.#looking.delete(flight);
      const result = await flight.run(run.execution, run.deadlineMs);
      const { nodeId } = flight.outcome?.usage ?? { nodeId: '' };
      const isOfEngine = this.#parts.engine.of(nodeId) === engine;
      if (!flight.outcome || !isPure(flight.outcome) || !isOfEngine) doNotKeep();
      return result;
    };
    const options = { tags: resultTags(run.execution), mustMake: isRefresh };
    this.#parts.cache.ask(key, make, options).then(
      (answer) => this.#landed(key, engine, flight, answer),
      (thrown: unknown) => this.#failed(key, engine, flight, toIsopodError(thrown)),
    );
  }

  #landed(
    key: string,
    engine: string,
    flight: ResultFlight,
    { value, source }: CacheAnswer<CachedResult>,
  ): void {
    this.#forget(key, flight);
    const { outcome } = flight;
    let isFirst = true;
    for (const run of flight.land()) {
      // What was spent is told to one of them: it was spent once.
      if (outcome && isFirst) run.end(withUse(outcome, 'MISS'));
      else if (outcome) run.end(unspent(outcome, 'SHARED'));
      // A run of somebody else's, who had it ended.
      else if (value?.outcome.word === 'CANCELLED') this.#fly(key, engine, run);
      else if (value) replay(run, value, source === 'FACTORY' ? 'SHARED' : source);
      isFirst = false;
    }
  }

  #failed(key: string, engine: string, flight: ResultFlight, error: IsopodError): void {
    this.#forget(key, flight);
    const nowMs = this.#parts.clock.nowMs();
    for (const run of flight.land()) {
      // It was the one who came first that had no more time, or somebody else's run that failed.
      const isAnothers = error.reason === 'DEADLINE_EXCEEDED' && run.deadlineMs > nowMs;
      if (isAnothers || !flight.hasRun) this.#fly(key, engine, run);
      else run.fail(error);
    }
  }

  #forget(key: string, flight: ResultFlight): void {
    this.#looking.delete(flight);
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}

function isCached(execution: Execution): execution is DeterministicExecution {
  return execution.determinism !== undefined && execution.cacheMode !== 'OFF';
}

function replay(run: ResultRun, { outcome, logs, progress }: CachedResult, use: CacheUse): void {
  if (logs.length > 0) run.logs(logs);
  for (const valueJson of progress) run.observer.progress?.(valueJson);
  run.end(outcome.usage.cacheUse === use ? outcome : withUse(outcome, use));
}

function withUse(outcome: Outcome, cacheUse: CacheUse): Outcome {
  return { ...outcome, usage: { ...outcome.usage, cacheUse } };
}

function notWanted(): IsopodError {
  return new IsopodError('CANCELLED', 'Could not finish the execution: nobody waits for it');
}

/** For one of several who wait for a run that goes on. */
const cancelledUnrun: Outcome = {
  word: 'CANCELLED',
  error: {
    name: 'Cancelled',
    message: 'Could not finish the execution: it was cancelled',
    stack: '',
  },
  mayHaveHadEffects: false,
  usage: {
    queuedUs: 0,
    wallUs: 0,
    cpuUs: 0,
    heapPeakBytes: 0,
    attempts: 0,
    nodeId: '',
    isWarm: false,
    inputBytes: 0,
    resultBytes: 0,
    logBytes: 0,
  },
};
