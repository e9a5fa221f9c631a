/** Circuit breakers as ClusterService describes them. */
import type { Breaker, Breaker__Output } from '../generated/isopod/v1/Breaker.ts';
import {
  type BreakerDescription,
  breakerCauses,
  breakerStates,
} from '../resilience/breaker-description.ts';
import { durationFromUs, durationToUs } from './duration.ts';
import { wireEnum } from './wire-enum.ts';

export const breakerStateEnum = wireEnum('BREAKER_STATE', breakerStates);
const breakerCauseEnum = wireEnum('BREAKER_CAUSE', breakerCauses);

const countMax = 2 ** 32 - 1;

export function breakerToWire(breaker: BreakerDescription): Breaker {
  const { state, cause, retryAfterMs, rejections, openings, ...rest } = breaker;
  return {
    ...rest,
    state: breakerStateEnum.toWire(state),
    cause: breakerCauseEnum.toWire(cause),
    rejections: Math.min(countMax, rejections),
    openings: Math.min(countMax, openings),
    ...(retryAfterMs > 0 ? { retryDelay: durationFromUs(retryAfterMs * 1_000) } : {}),
  };
}

/** What this version does not know of is closed, and new. */
export function breakerFromWire(wire: Breaker__Output | null): BreakerDescription {
  return {
    name: wire?.name ?? '',
    state: breakerStateEnum.fromWire(wire?.state) ?? 'CLOSED',
    cause: breakerCauseEnum.fromWire(wire?.cause) ?? 'NEW',
    percentAdmitted: wire?.percentAdmitted ?? 100,
    calls: wire?.calls ?? 0,
    faults: wire?.faults ?? 0,
    slow: wire?.slow ?? 0,
    rejections: wire?.rejections ?? 0,
    openings: wire?.openings ?? 0,
    retryAfterMs: durationToUs(wire?.retryDelay) / 1_000,
  };
}
