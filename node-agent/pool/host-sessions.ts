/** The sessions that one host holds, by their numbers there, and what they may take of its memory. */
import { sessionBytesPerHostMax, sessionsPerHostMax } from './hosting-config.ts';

export class HostSessions {
  readonly #bytesById = new Map<number, number>();
  #bytes = 0;
  #lastId = 0;

  get count(): number {
    return this.#bytesById.size;
  }

  /** Whether they have runs or not: what an isolate holds at rest may be all that it may hold. */
  get memoryBytes(): number {
    return this.#bytes;
  }

  hasRoomFor(memoryBytesMax: number): boolean {
    if (this.count === 0) return true;
    return (
      this.count < sessionsPerHostMax && this.#bytes + memoryBytesMax <= sessionBytesPerHostMax
    );
  }

  /** Returns its number. */
  open(memoryBytesMax: number): number {
    const id = ++this.#lastId;
    this.#bytesById.set(id, memoryBytesMax);
    this.#bytes += memoryBytesMax;
    return id;
  }

  close(id: number): void {
    this.#bytes -= this.#bytesById.get(id) ?? 0;
    this.#bytesById.delete(id);
  }
}
