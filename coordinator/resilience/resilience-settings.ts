/** What can be set about breakers and retries. */
import { wholeNumber } from '../../shared/config/setting.ts';
import { type BreakerConfig, breakerConfig } from './breaker-config.ts';

export const resilienceSettings = {
  breakerWindowMs: wholeNumber({
    summary: 'How far back a circuit breaker of a node or a function looks.',
    min: 100,
    max: 3_600_000,
    default: 10_000,
  }),
  breakerCallsMin: wholeNumber({
    summary: 'The fewest runs in that time by which a circuit breaker opens.',
    min: 1,
    max: 1_000_000,
    default: 10,
  }),
  breakerFaultPercentMax: wholeNumber({
    summary: 'A circuit breaker opens where so many of them failed by the fault of the system.',
    min: 1,
    max: 100,
    default: 50,
  }),
  breakerSlowMsMin: wholeNumber({
    summary: 'A run is slow where it took so much longer than its node says that it did.',
    min: 1,
    max: 3_600_000,
    default: 5_000,
  }),
  breakerSlowPercentMax: wholeNumber({
    summary: 'A circuit breaker opens where so many of the runs were slow.',
    min: 1,
    max: 100,
    default: 80,
  }),
  breakerOpenMsMin: wholeNumber({
    summary: 'How long a circuit breaker is open first; twice as long each time in a row.',
    min: 1,
    max: 3_600_000,
    default: 5_000,
  }),
  breakerOpenMsMax: wholeNumber({
    summary: 'The longest that a circuit breaker is open before it is tried again.',
    min: 1,
    max: 86_400_000,
    default: 60_000,
  }),
  breakerTrialsMax: wholeNumber({
    summary: 'How many runs a half-open circuit breaker lets through and waits for.',
    min: 1,
    max: 1_000,
    default: 5,
  }),
  breakerStepMsMin: wholeNumber({
    summary:
      'The shortest for which a target that has recovered gets a tenth of its traffic, then a quarter, then half.',
    min: 0,
    max: 3_600_000,
    default: 1_000,
  }),
  retryPercentMax: wholeNumber({
    summary:
      'How many of the executions may be begun again after their node was lost, and ten a second in any case; 0 for none.',
    min: 0,
    max: 100,
    default: 10,
  }),
};

export interface ResilienceOptions {
  readonly breakerWindowMs: number;
  readonly breakerCallsMin: number;
  readonly breakerFaultPercentMax: number;
  readonly breakerSlowMsMin: number;
  readonly breakerSlowPercentMax: number;
  readonly breakerOpenMsMin: number;
  readonly breakerOpenMsMax: number;
  readonly breakerTrialsMax: number;
  readonly breakerStepMsMin: number;
  readonly retryPercentMax: number;
}

/** For nodes and functions. */
export function breakerConfigOf(options: ResilienceOptions): BreakerConfig {
  return breakerConfig({
    window: { kind: 'time', windowMs: options.breakerWindowMs },
    callsMin: options.breakerCallsMin,
    faultRatioMax: options.breakerFaultPercentMax / 100,
    slowCallMsMin: options.breakerSlowMsMin,
    slowRatioMax: options.breakerSlowPercentMax / 100,
    openMsMin: options.breakerOpenMsMin,
    openMsMax: options.breakerOpenMsMax,
    trialsMax: options.breakerTrialsMax,
    stepMsMin: options.breakerStepMsMin,
  });
}
