/**
 * The one file that reads the machine's clocks and sets its timers.
 */
import type { Clock, Timer } from './clock.ts';

/** setTimeout takes 31 bits of milliseconds; a longer delay would fire at once. */
const nativeDelayMsMax = 2 ** 31 - 1;

/** performance.now() counts from the start of the process, hrtime from the machine's. Same clock. */
const processOriginMs = Number(process.hrtime.bigint()) / 1e6 - performance.now();

/**
 * The machine's clock. Timers do not keep the process alive when `keepsProcessAlive` is false.
 */
export function systemClock({ keepsProcessAlive = true } = {}): Clock {
  return {
    nowMs: () => processOriginMs + performance.now(),
    epochMs: () => Date.now(),
    setTimer: (delayMs, callback) => new NativeTimer(delayMs, callback, keepsProcessAlive),
  };
}

class NativeTimer implements Timer {
  #handle: NodeJS.Timeout;

  constructor(delayMs: number, callback: () => void, keepsProcessAlive: boolean) {
    const arm = (leftMs: number): NodeJS.Timeout => {
      const stepMs = Math.min(leftMs, nativeDelayMsMax);
      const handle = setTimeout(() => {
        if (leftMs > stepMs) this.#handle = arm(leftMs - stepMs);
        else callback();
      }, stepMs);
      if (!keepsProcessAlive) handle.unref();
      return handle;
    };
    this.#handle = arm(delayMs);
  }

  cancel(): void {
    clearTimeout(this.#handle);
  }
}
