/** Breakers and retries as they are where nothing is set. */
import type { ResilienceOptions } from '../../coordinator/resilience/resilience-settings.ts';

export const exampleResilience: ResilienceOptions = {
  breakerWindowMs: 10_000,
  breakerCallsMin: 10,
  breakerFaultPercentMax: 50,
  breakerSlowMsMin: 5_000,
  breakerSlowPercentMax: 80,
  breakerOpenMsMin: 5_000,
  breakerOpenMsMax: 60_000,
  breakerTrialsMax: 5,
  breakerStepMsMin: 1_000,
  retryPercentMax: 10,
};
