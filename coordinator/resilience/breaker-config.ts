/** What can be chosen about a breaker, and what is taken where nothing is. */

/** The calls that are looked at: the last so many, or those of the last so many milliseconds. */
export type WindowChoice =
  | { readonly kind: 'count'; readonly calls: number }
  | { readonly kind: 'time'; readonly windowMs: number };

export interface BreakerOptions {
  /** @default the last 20 calls */
  readonly window?: WindowChoice;
  /** Below so many calls in the window nothing is decided. @default 10 */
  readonly callsMin?: number;
  /** It opens when so many of the calls, from 0 to 1, were faults. @default 0.5 */
  readonly faultRatioMax?: number;
  /** A call that took as long is slow. @default 5_000 */
  readonly slowCallMsMin?: number;
  /** It opens when so many of the calls, from 0 to 1, were slow. @default 0.8 */
  readonly slowRatioMax?: number;
  /** How long it stays open the first time; twice as long each time that trials fail. @default 5_000 */
  readonly openMsMin?: number;
  /** @default 60_000 */
  readonly openMsMax?: number;
  /** How many calls go through, and are waited for, before it closes. @default 5 */
  readonly trialsMax?: number;
  /** A trial that has not ended after so long is a fault. @default 10_000 */
  readonly trialMsMax?: number;
  /** Good calls, as a rate, that each step of the restoration needs. @default 10 */
  readonly stepCallsMin?: number;
  /** The shortest that a step of the restoration lasts. @default 1_000 */
  readonly stepMsMin?: number;
}

export type BreakerConfig = Required<BreakerOptions>;

const defaults: BreakerConfig = {
  window: { kind: 'count', calls: 20 },
  callsMin: 10,
  faultRatioMax: 0.5,
  slowCallMsMin: 5_000,
  slowRatioMax: 0.8,
  openMsMin: 5_000,
  openMsMax: 60_000,
  trialsMax: 5,
  trialMsMax: 10_000,
  stepCallsMin: 10,
  stepMsMin: 1_000,
};

/** A permit says in one number which trial it is of, so there cannot be more of them than this. */
export const trialsCeiling = 1_000;

/** Complete and checked. Throws RangeError. */
export function breakerConfig(options: BreakerOptions = {}): BreakerConfig {
  const config = { ...defaults, ...options };
  const { window, callsMin, trialsMax } = config;
  const windowSize = window.kind === 'count' ? window.calls : window.windowMs;
  check('window', windowSize, windowSize >= 1 && windowSize <= 3_600_000);
  check('callsMin', callsMin, Number.isInteger(callsMin) && callsMin >= 1);
  if (window.kind === 'count') check('callsMin', callsMin, callsMin <= window.calls);
  for (const name of ['faultRatioMax', 'slowRatioMax'] as const)
    check(name, config[name], config[name] > 0 && config[name] <= 1);
  check('openMsMin', config.openMsMin, config.openMsMin > 0);
  check('openMsMax', config.openMsMax, config.openMsMax >= config.openMsMin);
  check('trialsMax', trialsMax, Number.isInteger(trialsMax) && trialsMax >= 1);
  check('trialsMax', trialsMax, trialsMax <= trialsCeiling);
  for (const name of ['slowCallMsMin', 'trialMsMax', 'stepCallsMin'] as const)
    check(name, config[name], config[name] > 0);
  check('stepMsMin', config.stepMsMin, config.stepMsMin >= 0);
  return config;
}

function check(name: keyof BreakerOptions, value: number, holds: boolean): void {
  if (!holds) throw new RangeError(`Could not make a breaker: ${name} cannot be ${value}`);
}
