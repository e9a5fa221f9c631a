/**
 * A memory ceiling for machines where no cgroup is writable: one timer looks at the resident
 * memory of every host. Between two looks a host can grow by about 17 MB.
 */
import type { Clock, Timer } from '../../shared/time/clock.ts';
import type { CeilingRequest, MemoryCeiling, MemoryCeilings } from './memory-ceiling.ts';
import { ProcReadings } from './proc-readings.ts';

const lookEveryMs = 10;

export class ResidentMemoryCeilings implements MemoryCeilings {
  readonly kind = 'resident-watch';
  readonly #clock: Clock;
  readonly #watched = new Set<ResidentMemoryCeiling>();
  #timer: Timer | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  open(request: CeilingRequest): MemoryCeiling {
    const ceiling = new ResidentMemoryCeiling(request, () => this.#watched.delete(ceiling));
    this.#watched.add(ceiling);
    this.#timer ??= this.#clock.setTimer(lookEveryMs, () => this.#look());
    return ceiling;
  }

  close(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#watched.clear();
  }

  #look(): void {
    for (const ceiling of this.#watched) ceiling.look();
    const isNeeded = this.#watched.size > 0;
    this.#timer = isNeeded ? this.#clock.setTimer(lookEveryMs, () => this.#look()) : undefined;
  }
}

class ResidentMemoryCeiling implements MemoryCeiling {
  readonly #onExceeded: () => void;
  readonly #onClosed: () => void;
  #memoryBytesMax: number;
  #readings: ProcReadings | undefined;
  #wasExceeded = false;

  constructor({ memoryBytesMax, onExceeded }: CeilingRequest, onClosed: () => void) {
    this.#memoryBytesMax = memoryBytesMax;
    this.#onExceeded = onExceeded;
    this.#onClosed = onClosed;
  }

  async admit(pid: number): Promise<void> {
    this.#readings = new ProcReadings(pid);
  }

  setLimit(memoryBytesMax: number): void {
    if ((this.#readings?.residentBytes() ?? 0) < memoryBytesMax) {
      this.#memoryBytesMax = memoryBytesMax;
    }
  }

  look(): void {
    if (this.#wasExceeded) return;
    const residentBytes = this.#readings?.residentBytes() ?? 0;
    if (residentBytes <= this.#memoryBytesMax) return;
    this.#wasExceeded = true;
    this.#onExceeded();
  }

  wasExceeded(): boolean {
    return this.#wasExceeded;
  }

  close(): void {
    this.#readings?.close();
    this.#onClosed();
  }
}
