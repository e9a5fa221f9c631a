/** What a deterministic execution is given instead of chance and time, as a client says it. */
import type { FieldViolation } from '../errors/isopod-error.ts';
import {
  type Determinism,
  defaultDeterminism,
  seedMax,
  startEpochMsMax,
} from '../execution/determinism.ts';
import type { IsolationLevel } from '../execution/execution.ts';
import type {
  Determinism__Output,
  Determinism as WireDeterminism,
} from '../generated/isopod/v1/Determinism.ts';
import { timestampFromMs, type WireDuration } from './duration.ts';

const nanosPerMs = 1e6;

/** Throws RangeError for a seed that would be cut on the wire. */
export function determinismToWire({ seed, startEpochMs }: Partial<Determinism>): WireDeterminism {
  if (seed !== undefined && !(Number.isInteger(seed) && seed >= 0 && seed <= seedMax))
    throw new RangeError(`The seed must be a whole number from 0 to ${seedMax}: ${seed}`);
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(startEpochMs === undefined ? {} : { startTime: timestampFromMs(startEpochMs) }),
  };
}

export function readDeterminism(
  wire: Determinism__Output | null,
  isolation: IsolationLevel,
  violations: FieldViolation[],
): Determinism | undefined {
  if (!wire) return undefined;
  if (isolation === 'POOLED') {
    const description = 'must be FRESH or PROCESS for a deterministic execution: POOLED';
    violations.push({ field: 'isolation_level', description });
  }
  return { seed: wire.seed, startEpochMs: readStart(wire.startTime, violations) };
}

function readStart(time: WireDuration | null, violations: FieldViolation[]): number {
  if (!time) return defaultDeterminism.startEpochMs;
  const epochMs = time.seconds * 1000 + time.nanos / nanosPerMs;
  const hasNanos = time.nanos >= 0 && time.nanos < 1e9;
  const isWithin = epochMs >= 0 && epochMs <= startEpochMsMax;
  if (hasNanos && isWithin && Number.isInteger(epochMs)) return epochMs;
  violations.push({
    field: 'determinism.start_time',
    description: `must be a whole millisecond of the years 1970 to 9999: ${time.seconds} s and ${time.nanos} ns`,
  });
  return defaultDeterminism.startEpochMs;
}
