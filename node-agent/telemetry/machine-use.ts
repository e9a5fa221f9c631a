/** How busy the machine's processors were since the last look. */
import { cpus } from 'node:os';

export class MachineUse {
  #busyMs = 0;
  #totalMs = 0;

  constructor() {
    this.readPermille();
  }

  /** Thousandths of all processors' time since the last call; 0 where no time has passed. */
  readPermille(): number {
    let busyMs = 0;
    let totalMs = 0;
    for (const { times } of cpus()) {
      const usedMs = times.user + times.nice + times.sys + times.irq;
      busyMs += usedMs;
      totalMs += usedMs + times.idle;
    }
    const elapsedMs = totalMs - this.#totalMs;
    const permille = elapsedMs > 0 ? Math.round((1000 * (busyMs - this.#busyMs)) / elapsedMs) : 0;
    this.#busyMs = busyMs;
    this.#totalMs = totalMs;
    return Math.min(1000, Math.max(0, permille));
  }
}
