/** Caches as administrators are told of them. */
import type { CacheDescription } from '../cache/cache-description.ts';
import type { CacheNamespace__Output } from '../generated/isopod/v1/CacheNamespace.ts';
import { durationToUs } from './duration.ts';

export function cacheFromWire(wire: CacheNamespace__Output): CacheDescription {
  const { factoryTimeMean, factoryTimeMax, ...counts } = wire;
  return {
    ...counts,
    hitRatio: wire.requests === 0 ? 0 : wire.hits / wire.requests,
    factoryMsMean: durationToUs(factoryTimeMean) / 1000,
    factoryMsMax: durationToUs(factoryTimeMax) / 1000,
  };
}
