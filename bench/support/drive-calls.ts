/** Calls of anything that answers, a fixed number of them in flight, for so long or so many. */
import type { Clock } from '../../shared/time/clock.ts';
import { latencyMetrics } from './statistics.ts';

interface CallsWork {
  readonly clock: Clock;
  readonly inFlight: number;
  readonly secondsMax: number;
  readonly callsMax: number;
  /** Rejects where the answer is wrong, which ends the drive. */
  call(): Promise<unknown>;
}

interface CallsFigures {
  readonly callsPerS: number;
  readonly calls: number;
  readonly latency: { readonly p50_ms: number; readonly p99_ms: number };
}

export async function driveCalls(work: CallsWork): Promise<CallsFigures> {
  const { clock, inFlight, secondsMax, callsMax, call } = work;
  const startMs = clock.nowMs();
  const endMs = startMs + secondsMax * 1000;
  const latenciesMs: number[] = [];
  let begun = 0;
  const place = async (): Promise<void> => {
    while (begun < callsMax && clock.nowMs() < endMs) {
      begun++;
      const sentMs = clock.nowMs();
      await call();
      latenciesMs.push(clock.nowMs() - sentMs);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, place));
  const calls = latenciesMs.length;
  const callsPerS = (calls / (clock.nowMs() - startMs)) * 1000;
  return { callsPerS, calls, latency: latencyMetrics(latenciesMs) };
}
