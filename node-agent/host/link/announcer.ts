/**
 * Writes which run is about to be entered where the agent can read it without this process's
 * help: it may be the last thing this process does by its own will.
 */
import { writeSync } from 'node:fs';
import type { Clock } from '../../../shared/time/clock.ts';
import {
  type Announcement,
  announcementBytes,
  encodeAnnouncement,
} from '../../frames/announcement.ts';

const nobody = { runId: 0, enteredAtMs: 0, cpuUsBefore: 0, processCpuUsAtEntry: 0 };

export class Announcer {
  readonly #clock: Clock;
  readonly #descriptor: number;
  readonly #page = Buffer.alloc(announcementBytes);
  readonly #view = new DataView(this.#page.buffer, this.#page.byteOffset, announcementBytes);
  #current: Omit<Announcement, 'pulseAtMs'> = nobody;
  #sequence = 0;

  constructor(clock: Clock, descriptor: number) {
    this.#clock = clock;
    this.#descriptor = descriptor;
  }

  /** Guest code of this run is about to be entered. */
  announce(runId: number, cpuUsBefore: number, processCpuUsAtEntry: number): void {
    const enteredAtMs = this.#clock.nowMs();
    this.#current = { runId, enteredAtMs, cpuUsBefore, processCpuUsAtEntry };
    this.#write(enteredAtMs);
  }

  /** No guest code runs. */
  clear(): void {
    if (this.#current === nobody) return;
    this.#current = nobody;
    this.#write(this.#clock.nowMs());
  }

  /** The main thread lives. */
  pulse(): void {
    this.#write(this.#clock.nowMs());
  }

  #write(pulseAtMs: number): void {
    this.#sequence = (this.#sequence + 1) >>> 0;
    encodeAnnouncement(this.#view, { ...this.#current, pulseAtMs }, this.#sequence);
    writeSync(this.#descriptor, this.#page, 0, announcementBytes, 0);
  }
}
