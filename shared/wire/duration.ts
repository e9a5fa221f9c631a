/** google.protobuf.Duration and google.protobuf.Timestamp, to and from plain numbers. */

export interface WireDuration {
  readonly seconds: number;
  readonly nanos: number;
}

const nanosPerSecond = 1e9;

/** Microseconds, 0 or more, as a Duration; rounded to whole ones. */
export function durationFromUs(us: number): WireDuration {
  // Rounded before it is split: nanos may not reach a second.
  const wholeUs = Math.round(us);
  const seconds = Math.floor(wholeUs / 1e6);
  return { seconds, nanos: (wholeUs - seconds * 1e6) * 1000 };
}

/** Whether a peer's Duration is one: nanos are less than a second and of the seconds' sign. */
export function isDuration({ seconds, nanos }: WireDuration): boolean {
  return Math.abs(nanos) < nanosPerSecond && seconds * nanos >= 0;
}

/** A Duration in microseconds; 0 for one that is not set. */
export function durationToUs(duration: WireDuration | null | undefined): number {
  return duration ? duration.seconds * 1e6 + duration.nanos / 1e3 : 0;
}

/** A Timestamp of milliseconds since 1970. */
export function timestampFromMs(epochMs: number): WireDuration {
  // Split first: the microseconds of the year 9999 are more than a number holds exactly.
  const wholeSeconds = Math.floor(epochMs / 1000);
  const { seconds, nanos } = durationFromUs((epochMs - wholeSeconds * 1000) * 1000);
  return { seconds: wholeSeconds + seconds, nanos };
}
