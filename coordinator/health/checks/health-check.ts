/** What a check is, and what may be left out of it. */
import type { CheckKind } from '../../../shared/health/health-report.ts';

/** As it is registered. */
export interface HealthCheck {
  /** From a to z, digits and dashes. */
  readonly name: string;
  readonly kind: CheckKind;
  /**
   * Returns, or resolves, where all is well; throws, or rejects, with an Error that says what is
   * not. `signal` aborts when its time is over.
   */
  readonly run: (signal: AbortSignal) => void | Promise<void>;
  /** From one start to the next. @default 5_000 */
  readonly intervalMs?: number;
  /** The most by which an interval is longer, by chance, so that checks do not meet. @default 0.1 */
  readonly jitterRatio?: number;
  /** @default 1_000 */
  readonly timeoutMs?: number;
  /** Failures in a row that make it unhealthy. @default 3 */
  readonly failureThreshold?: number;
  /** Successes in a row that make it healthy. @default 1 */
  readonly successThreshold?: number;
  /** Whether the coordinator as a whole cannot serve without. @default false */
  readonly isCritical?: boolean;
  /** Checks whose failure explains that of this one; registered before it. @default none */
  readonly dependsOn?: readonly string[];
}

export type CompiledCheck = Required<HealthCheck>;

const namePattern = /^[a-z][a-z0-9-]{0,62}$/;
const intervalMsMin = 100;
const intervalMsMax = 3_600_000;
const thresholdMax = 1_000;

/** Throws where it cannot be. */
export function compileCheck(check: HealthCheck): CompiledCheck {
  const compiled: CompiledCheck = {
    intervalMs: 5_000,
    jitterRatio: 0.1,
    timeoutMs: 1_000,
    failureThreshold: 3,
    successThreshold: 1,
    isCritical: false,
    dependsOn: [],
    ...check,
  };
  const { name, kind, intervalMs, jitterRatio, timeoutMs, dependsOn } = compiled;
  const must = (isKept: boolean, what: string): void => {
    if (!isKept) throw new Error(`Could not register the check ${name}: ${what}`);
  };
  must(namePattern.test(name), 'its name must be of a-z, 0-9 and -, and begin with a letter');
  must(isWithin(intervalMs, intervalMsMin, intervalMsMax), `its interval is ${intervalMs} ms`);
  must(isWithin(timeoutMs, 1, intervalMsMax), `its timeout is ${timeoutMs} ms`);
  must(isWithin(jitterRatio, 0, 1), `its jitter is ${jitterRatio}`);
  for (const threshold of [compiled.failureThreshold, compiled.successThreshold])
    must(
      Number.isInteger(threshold) && isWithin(threshold, 1, thresholdMax),
      `a threshold of it is ${threshold}`,
    );
  // To restart a process does not mend what it depends on.
  must(kind !== 'LIVENESS' || dependsOn.length === 0, 'liveness depends on nothing');
  return compiled;
}

function isWithin(value: number, min: number, max: number): boolean {
  return value >= min && value <= max;
}
