/** google.protobuf.Duration and google.protobuf.Timestamp, to and from plain numbers. */

export interface WireDuration {
  readonly seconds: number;
  readonly nanos: number;
}

/** Microseconds, 0 or more, as a Duration. */
export function durationFromUs(us: number): WireDuration {
  const seconds = Math.floor(us / 1e6);
  return { seconds, nanos: Math.round(us - seconds * 1e6) * 1000 };
}

/** A Duration in microseconds; 0 for one that is not set. */
export function durationToUs(duration: WireDuration | null | undefined): number {
  return duration ? duration.seconds * 1e6 + duration.nanos / 1e3 : 0;
}

/** A Timestamp of milliseconds since 1970. */
export function timestampFromMs(epochMs: number): WireDuration {
  return durationFromUs(epochMs * 1000);
}
