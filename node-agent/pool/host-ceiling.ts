/**
 * What a host's process may hold at the moment. Raised at once, or a run that was just sent could
 * not use what it may; lowered when the watchdog looks, for runs come and go far more often than
 * the kernel need hear of it.
 */
import { processMemoryAllowanceBytes } from '../../shared/execution/limits.ts';
import type { HostPort } from './host-port.ts';

export class HostCeiling {
  readonly #port: HostPort;
  readonly #bytesMax: number;
  #bytes = 0;

  /** `bytesMax` holds whatever its runs may need. */
  constructor(port: HostPort, bytesMax: number) {
    this.#port = port;
    this.#bytesMax = bytesMax;
  }

  raiseFor(runsBytes: number): void {
    const needed = this.#needed(runsBytes);
    if (needed > this.#bytes) this.#set(needed);
  }

  fit(runsBytes: number): void {
    const needed = this.#needed(runsBytes);
    if (needed !== this.#bytes) this.#set(needed);
  }

  #needed(runsBytes: number): number {
    return Math.min(this.#bytesMax, processMemoryAllowanceBytes + runsBytes);
  }

  #set(bytes: number): void {
    this.#bytes = bytes;
    this.#port.setMemoryCeiling(bytes);
  }
}
