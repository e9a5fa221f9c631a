/** Stands for a host that could not be started: it says so once and does nothing else. */
import type { HostListener, HostPort } from './host-port.ts';

export class UnstartedHost implements HostPort {
  readonly hostId: number;

  constructor(hostId: number, error: unknown, listener: HostListener) {
    this.hostId = hostId;
    const detail = error instanceof Error ? error.message : String(error);
    // Not now: an owner is never called from inside its own call of `start`.
    setImmediate(() => {
      listener.exited({
        killedBy: 'NEVER_READY',
        exitCode: undefined,
        signal: undefined,
        detail,
      });
    });
  }

  send(): void {}

  announcement(): undefined {
    return undefined;
  }

  cpuUs(): undefined {
    return undefined;
  }

  residentBytes(): undefined {
    return undefined;
  }

  setMemoryCeiling(): void {}

  kill(): void {}
}
