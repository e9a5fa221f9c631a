/**
 * What a host's process may hold at the moment. Raised at once, or a run that was just sent could
 * not use what it may; lowered when nothing has needed as much for a while, for runs come and go
 * far more often than the kernel need hear of it.
 */
import { processMemoryAllowanceBytes } from '../../shared/execution/limits.ts';
import type { HostPort } from './host-port.ts';

const lowerAfterMs = 500;

export class HostCeiling {
  readonly #port: HostPort;
  readonly #bytesMax: number;
  #bytes = 0;
  /** The most that was needed since the ceiling was last looked at from below. */
  #peakBytes = 0;
  #peakSinceMs = Number.NEGATIVE_INFINITY;

  /** `bytesMax` holds whatever its runs may need. */
  constructor(port: HostPort, bytesMax: number) {
    this.#port = port;
    this.#bytesMax = bytesMax;
  }

  raiseFor(guestBytes: number): void {
    const needed = this.#needed(guestBytes);
    if (needed > this.#peakBytes) this.#peakBytes = needed;
    if (needed > this.#bytes) this.#set(needed);
  }

  /** To be called now and then: lowers it to the most that was needed of late. */
  lowerTo(guestBytes: number, nowMs: number): void {
    if (nowMs - this.#peakSinceMs < lowerAfterMs) return;
    if (this.#peakBytes < this.#bytes) this.#set(this.#peakBytes);
    this.#peakBytes = this.#needed(guestBytes);
    this.#peakSinceMs = nowMs;
  }

  #needed(guestBytes: number): number {
    return Math.min(this.#bytesMax, processMemoryAllowanceBytes + guestBytes);
  }

  #set(bytes: number): void {
    this.#bytes = bytes;
    this.#port.setMemoryCeiling(bytes);
  }
}
