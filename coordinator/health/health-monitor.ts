/**
 * What is well and what is not: registered checks, each on its own clockwork, and the alerts that
 * follow from them and from whatever numbers it is given.
 *
 *   checks ──▶ report: live? ready? ──▶ grpc.health.v1
 *     └──────▶ samples ──▶ Alerting ◀── other MetricSources
 */
import type { CheckReport, CheckState, HealthState } from '../../shared/health/health-report.ts';
import type { Random } from '../../shared/random/random.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { Alerting, type AlertingConfig } from './alerts/alerting.ts';
import type { MetricSource, Sample } from './alerts/metric-source.ts';
import { CheckRunner } from './checks/check-runner.ts';
import { compileCheck, type HealthCheck } from './checks/health-check.ts';
import { checkFailingAlert } from './default-alert-rules.ts';

interface HealthMonitorParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly newId: () => string;
  readonly alerting: AlertingConfig;
}

export const checkFailingMetric = 'check_failing';

export class HealthMonitor implements MetricSource {
  readonly alerting: Alerting;
  readonly #parts: HealthMonitorParts;
  readonly #runners = new Map<string, CheckRunner>();
  readonly #listeners = new Set<() => void>();
  #isRunning = false;

  constructor(parts: HealthMonitorParts) {
    this.#parts = parts;
    this.alerting = new Alerting(parts.alerting, parts);
    this.alerting.addSource(this);
  }

  /** Throws where it cannot be. It runs at once, or when the monitor starts. */
  register(given: HealthCheck): void {
    const check = compileCheck(given);
    const { name, dependsOn } = check;
    if (this.#runners.has(name))
      throw new Error(`Could not register the check ${name}: there is one of that name`);
    for (const other of dependsOn)
      if (!this.#runners.has(other))
        throw new Error(`Could not register the check ${name}: it depends on ${other}, unknown`);
    const { clock, random } = this.#parts;
    const runner = new CheckRunner(check, { clock, random, changed: () => this.#changed() });
    this.#runners.set(name, runner);
    this.alerting.addInhibitRules(
      dependsOn.map((other) => ({
        source: { alertname: checkFailingAlert, check: other },
        target: { alertname: checkFailingAlert, check: name },
        equal: [],
      })),
    );
    if (this.#isRunning) runner.checkNow();
  }

  /** Returns whether there was one. */
  unregister(name: string): boolean {
    this.#runners.get(name)?.stop();
    const wasThere = this.#runners.delete(name);
    if (wasThere) this.#changed();
    return wasThere;
  }

  /** For whoever knows that something has changed. One that returns at once is known at once. */
  checkNow(name: string): void {
    if (this.#isRunning) this.#runners.get(name)?.checkNow();
  }

  start(): void {
    this.#isRunning = true;
    for (const runner of this.#runners.values()) runner.checkNow();
    this.alerting.start();
  }

  /** What is known stays known. */
  stop(): void {
    this.#isRunning = false;
    for (const runner of this.#runners.values()) runner.stop();
    this.alerting.stop();
  }

  /** `listener` hears whenever a check's state is another. Returns what takes it out again. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** By name. */
  get checks(): CheckReport[] {
    return [...this.#runners.values()]
      .map((runner) => this.#statusOf(runner))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** UNKNOWN where there is none of that name, too. */
  stateOf(name: string): CheckState {
    return this.#runners.get(name)?.state ?? 'UNKNOWN';
  }

  /** Whether the process works. What it depends on is not looked at: a restart would not mend that. */
  get isLive(): boolean {
    return this.#each(({ check, state }) => check.kind !== 'LIVENESS' || state !== 'UNHEALTHY');
  }

  /** Whether it can serve: it is live, and everything critical is known to be healthy. */
  get isReady(): boolean {
    return (
      this.isLive && this.#each(({ check, state }) => !check.isCritical || state === 'HEALTHY')
    );
  }

  get state(): HealthState {
    if (!this.isReady) return 'UNHEALTHY';
    return this.#each(({ state }) => state !== 'UNHEALTHY') ? 'HEALTHY' : 'DEGRADED';
  }

  *samples(): Generator<Sample> {
    for (const { check, state } of this.#runners.values()) {
      const { name, kind } = check;
      const value = state === 'UNHEALTHY' ? 1 : 0;
      if (state !== 'UNKNOWN')
        yield {
          metric: checkFailingMetric,
          labels: { check: name, kind: kind.toLowerCase() },
          value,
        };
    }
  }

  #each(isKept: (runner: CheckRunner) => boolean): boolean {
    return this.#runners.values().every(isKept);
  }

  #statusOf(runner: CheckRunner): CheckReport {
    const { check, history, state } = runner;
    const { name, kind, isCritical, dependsOn } = check;
    const isWell = state !== 'UNHEALTHY';
    return {
      name,
      kind,
      isCritical,
      dependsOn,
      state,
      sinceEpochMs: runner.sinceEpochMs,
      failuresInARow: runner.failuresInARow,
      failure: history.last?.failure ?? '',
      cause: isWell ? '' : (dependsOn.find((other) => this.stateOf(other) === 'UNHEALTHY') ?? ''),
      latency: history.latency,
      results: history.results,
    };
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
