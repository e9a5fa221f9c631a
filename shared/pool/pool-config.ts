/**
 * How large a pool may be and when it changes. Options come raw; compilePoolConfig makes them
 * whole and refuses those that contradict each other.
 */

/** What may be changed while the pool runs. */
export interface PoolLimits {
  /** Kept alive without any load. */
  readonly liveMin: number;
  /** Never more than this many exist, those being made or destroyed included. */
  readonly liveMax: number;
  /** Leases that one key (a tenant) may hold at once. */
  readonly leasesPerKeyMax: number;
  /** Acquires that may wait at once; the next is refused. */
  readonly waitersMax: number;
}

export interface PoolOptions {
  /** @default 0 */
  readonly liveMin?: number;
  readonly liveMax: number;
  /** @default liveMax */
  readonly leasesPerKeyMax?: number;
  /** @default 1000 */
  readonly waitersMax?: number;
  /** Idle resources made ahead, at least. @default 0 */
  readonly sparesMin?: number;
  /** Idle resources made ahead, as a share of those busy. @default 0 */
  readonly sparesPerBusyRatio?: number;
  /** Made at the same time, at most. @default 4 */
  readonly creatingMax?: number;
  /** How long the load must have been low before anything idle is ended. @default 30000 */
  readonly stabilizationMs?: number;
  /** Age at which a resource is replaced, ±10 %. @default one day */
  readonly ageMsMax?: number;
  /** Leases after which a resource is replaced. @default 1000000 */
  readonly usesMax?: number;
  /** Idle time after which a resource is validated before it is leased. @default 500 */
  readonly validateAfterIdleMs?: number;
  /**
   * While another can be made or is being made, one that a key has used goes to another key only
   * after it has lain idle for this long: a key in steady use is not robbed between two uses.
   * @default 0
   */
  readonly rekeyAfterIdleMs?: number;
  /** What one key may hold a resource for while another waits and nothing is left. @default 100 */
  readonly leaseQuantumMs?: number;
  /** Time without a renewal after which a lease counts as leaked. @default 300000 */
  readonly leakAfterMs?: number;
  /** REPORT tells the observer; RECLAIM also destroys the resource and frees its place. @default 'REPORT' */
  readonly leakAction?: LeakAction;
  /** How often ages, leaks and the scaling rule are looked at. @default 1000 */
  readonly maintainEveryMs?: number;
  /** First pause after a creation that failed; doubled by each further one. @default 100 */
  readonly backoffMsMin?: number;
  /** @default 30000 */
  readonly backoffMsMax?: number;
}

export type LeakAction = 'REPORT' | 'RECLAIM';

export interface PoolConfig extends Required<Omit<PoolOptions, keyof PoolLimits>> {
  readonly limits: PoolLimits;
}

const minuteMs = 60_000;

/** Fills in the defaults. Throws a RangeError that names every contradiction. */
export function compilePoolConfig(options: PoolOptions): PoolConfig {
  return {
    limits: checkPoolLimits({
      liveMin: options.liveMin ?? 0,
      liveMax: options.liveMax,
      leasesPerKeyMax: options.leasesPerKeyMax ?? options.liveMax,
      waitersMax: options.waitersMax ?? 1000,
    }),
    sparesMin: options.sparesMin ?? 0,
    sparesPerBusyRatio: options.sparesPerBusyRatio ?? 0,
    creatingMax: options.creatingMax ?? 4,
    stabilizationMs: options.stabilizationMs ?? 30_000,
    ageMsMax: options.ageMsMax ?? 24 * 60 * minuteMs,
    usesMax: options.usesMax ?? 1_000_000,
    validateAfterIdleMs: options.validateAfterIdleMs ?? 500,
    rekeyAfterIdleMs: options.rekeyAfterIdleMs ?? 0,
    leaseQuantumMs: options.leaseQuantumMs ?? 100,
    leakAfterMs: options.leakAfterMs ?? 5 * minuteMs,
    leakAction: options.leakAction ?? 'REPORT',
    maintainEveryMs: options.maintainEveryMs ?? 1000,
    backoffMsMin: options.backoffMsMin ?? 100,
    backoffMsMax: options.backoffMsMax ?? 30_000,
  };
}

/** Throws a RangeError that names every contradiction; returns the limits otherwise. */
export function checkPoolLimits(limits: PoolLimits): PoolLimits {
  const faults: string[] = [];
  for (const [name, value] of Object.entries(limits)) {
    if (!Number.isSafeInteger(value) || value < 0) faults.push(`${name} is no count: ${value}`);
  }
  if (limits.liveMax < 1) faults.push(`liveMax is below 1: ${limits.liveMax}`);
  if (limits.liveMin > limits.liveMax) {
    faults.push(`liveMin is above liveMax: ${limits.liveMin} > ${limits.liveMax}`);
  }
  if (limits.leasesPerKeyMax < 1) {
    faults.push(`leasesPerKeyMax is below 1: ${limits.leasesPerKeyMax}`);
  }
  if (faults.length > 0) throw new RangeError(`unusable pool limits: ${faults.join('; ')}`);
  return limits;
}
