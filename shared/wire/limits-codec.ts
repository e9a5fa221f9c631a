/** Limits as a client writes them, checked field by field, and as agents get them. */
import { type FieldViolation, invalidExecution } from '../errors/isopod-error.ts';
import { defaultLimits, type Limits, limitCeilings, limitFloors } from '../execution/limits.ts';
import type { Limits__Output, Limits as WireLimits } from '../generated/isopod/v1/Limits.ts';
import type { RunLimits, RunLimits__Output } from '../generated/isopod/v1/RunLimits.ts';
import { durationFromUs, durationToUs, isDuration, type WireDuration } from './duration.ts';

const fieldPaths: Record<keyof Limits, string> = {
  wallUsMax: 'limits.wall_time',
  cpuUsMax: 'limits.cpu_time',
  memoryBytesMax: 'limits.memory_bytes',
  resultBytesMax: 'limits.result_bytes',
  logLinesMax: 'limits.log_lines',
  logBytesMax: 'limits.log_bytes',
  logLineBytesMax: 'limits.log_line_bytes',
  timersMax: 'limits.timers',
  hostCallsMax: 'limits.host_calls',
  hostCallsInFlightMax: 'limits.host_calls_in_flight',
  hostCallWaitUsMax: 'limits.host_call_wait_time',
};
const limitNames = Object.keys(fieldPaths) as (keyof Limits)[];

/** Fills in the defaults, down to the ceilings, and adds to `violations` what cannot be had. */
export function readLimits(
  wire: Limits__Output | null,
  violations: FieldViolation[],
  defaults: Limits = defaultLimits,
  ceilings: Limits = limitCeilings,
): Limits {
  const isUsual = ceilings === limitCeilings;
  if (!wire && isUsual) return defaults;
  const limits: Record<keyof Limits, number> = isUsual
    ? { ...defaults }
    : lowered(defaults, ceilings);
  if (!wire) return limits;
  const asked = askedLimits(wire);
  for (const name of limitNames) {
    const value = asked[name];
    if (value === undefined) continue;
    const { [name]: ceiling } = ceilings;
    if (value < limitFloors[name] || value > ceiling || Number.isNaN(value))
      violations.push({ field: fieldPaths[name], description: outOfRange(name, ceiling, value) });
    limits[name] = Math.round(value);
  }
  return limits;
}

/** Those that are set, as they stand. */
export function limitsFromWire(wire: Limits__Output | null): Partial<Limits> {
  if (!wire) return {};
  const given = Object.entries(askedLimits(wire)).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

/** Adds to `violations` what is beyond floors and ceilings; `path` is where the limits are. */
export function checkLimits(
  limits: Partial<Limits>,
  path: string,
  violations: FieldViolation[],
): void {
  for (const name of limitNames) {
    const value = limits[name];
    const ceiling = limitCeilings[name];
    if (value === undefined || (value >= limitFloors[name] && value <= ceiling)) continue;
    const field = fieldPaths[name].replace('limits', path);
    violations.push({ field, description: outOfRange(name, ceiling, value) });
  }
}

function askedLimits(wire: Limits__Output): Record<keyof Limits, number | undefined> {
  return {
    wallUsMax: readTime(wire.wallTime),
    cpuUsMax: readTime(wire.cpuTime),
    memoryBytesMax: wire.memoryBytes,
    resultBytesMax: wire.resultBytes,
    logLinesMax: wire.logLines,
    logBytesMax: wire.logBytes,
    logLineBytesMax: wire.logLineBytes,
    timersMax: wire.timers,
    hostCallsMax: wire.hostCalls,
    hostCallsInFlightMax: wire.hostCallsInFlight,
    hostCallWaitUsMax: readTime(wire.hostCallWaitTime),
  };
}

/**
 * How long the whole of one execution of a stream may take, in milliseconds; Infinity where it is
 * not set. Throws INVALID_EXECUTION.
 */
export function readTimeLimitMs(wire: WireDuration | null): number {
  if (!wire) return Number.POSITIVE_INFINITY;
  const us = readTime(wire) ?? 0;
  if (us > 0) return us / 1000;
  throw invalidExecution([{ field: 'time_limit', description: 'must be a time above 0' }]);
}

/** NaN, which is in no range, for what is no Duration. */
function readTime(wire: WireDuration | null): number | undefined {
  if (!wire) return undefined;
  return isDuration(wire) ? durationToUs(wire) : Number.NaN;
}

function lowered(defaults: Limits, ceilings: Limits): Record<keyof Limits, number> {
  const limits: Record<keyof Limits, number> = { ...defaults };
  for (const name of limitNames) limits[name] = Math.min(defaults[name], ceilings[name]);
  return limits;
}

function outOfRange(name: keyof Limits, ceiling: number, value: number): string {
  const show = (amount: number): string => {
    if (Number.isNaN(amount)) return 'no duration';
    return name.includes('Us') ? `${amount / 1e6} s` : `${amount}`;
  };
  return `must be from ${show(limitFloors[name])} to ${show(ceiling)}: ${show(value)}`;
}

/** Limits as a client sends them; what is not given takes the cluster's default. */
export function limitsToWire(limits: Partial<Limits>): WireLimits {
  const wire: WireLimits = {};
  if (limits.wallUsMax !== undefined) wire.wallTime = durationFromUs(limits.wallUsMax);
  if (limits.cpuUsMax !== undefined) wire.cpuTime = durationFromUs(limits.cpuUsMax);
  if (limits.memoryBytesMax !== undefined) wire.memoryBytes = limits.memoryBytesMax;
  if (limits.resultBytesMax !== undefined) wire.resultBytes = limits.resultBytesMax;
  if (limits.logLinesMax !== undefined) wire.logLines = limits.logLinesMax;
  if (limits.logBytesMax !== undefined) wire.logBytes = limits.logBytesMax;
  if (limits.logLineBytesMax !== undefined) wire.logLineBytes = limits.logLineBytesMax;
  if (limits.timersMax !== undefined) wire.timers = limits.timersMax;
  if (limits.hostCallsMax !== undefined) wire.hostCalls = limits.hostCallsMax;
  if (limits.hostCallsInFlightMax !== undefined)
    wire.hostCallsInFlight = limits.hostCallsInFlightMax;
  if (limits.hostCallWaitUsMax !== undefined)
    wire.hostCallWaitTime = durationFromUs(limits.hostCallWaitUsMax);
  return wire;
}

export function runLimitsToWire(limits: Limits): RunLimits {
  return {
    wallUs: limits.wallUsMax,
    cpuUs: limits.cpuUsMax,
    memoryBytes: limits.memoryBytesMax,
    resultBytes: limits.resultBytesMax,
    logLines: limits.logLinesMax,
    logBytes: limits.logBytesMax,
    logLineBytes: limits.logLineBytesMax,
    timers: limits.timersMax,
    hostCalls: limits.hostCallsMax,
    hostCallsInFlight: limits.hostCallsInFlightMax,
    hostCallWaitUs: limits.hostCallWaitUsMax,
  };
}

export function runLimitsFromWire(wire: RunLimits__Output): Limits {
  return {
    wallUsMax: wire.wallUs,
    cpuUsMax: wire.cpuUs,
    memoryBytesMax: wire.memoryBytes,
    resultBytesMax: wire.resultBytes,
    logLinesMax: wire.logLines,
    logBytesMax: wire.logBytes,
    logLineBytesMax: wire.logLineBytes,
    timersMax: wire.timers,
    hostCallsMax: wire.hostCalls,
    hostCallsInFlightMax: wire.hostCallsInFlight,
    hostCallWaitUsMax: wire.hostCallWaitUs,
  };
}
