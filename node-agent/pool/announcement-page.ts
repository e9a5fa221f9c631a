/**
 * The agent's side of the page in which a host announces what it executes: an anonymous file in
 * memory, made by the agent, of a size the host cannot change. Reading it asks nothing of the
 * host, so it works on one that is wedged or dead.
 */
import { closeSync, ftruncateSync, readSync } from 'node:fs';
import {
  type Announcement,
  announcementBytes,
  decodeAnnouncement,
} from '../frames/announcement.ts';
import { createMemoryFile, sealMemoryFile } from '../kernel/memory-file.ts';

export class AnnouncementPage {
  /** To be passed to the host as its announcementDescriptor. */
  readonly descriptor: number;
  readonly #bytes = Buffer.alloc(announcementBytes);
  readonly #view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, announcementBytes);
  #isClosed = false;

  constructor() {
    this.descriptor = createMemoryFile('isopod-announcement');
    ftruncateSync(this.descriptor, announcementBytes);
    // Without the seals a host could fill the machine's memory through this file.
    sealMemoryFile(this.descriptor, 'size');
  }

  /**
   * Undefined when nothing was written yet or the page was caught half written. The numbers are
   * the host's word: a host that was taken over writes what it likes, NaN included.
   */
  read(): Announcement | undefined {
    if (this.#isClosed) return undefined;
    readSync(this.descriptor, this.#bytes, 0, announcementBytes, 0);
    const isUnwritten = this.#view.getUint32(0, true) === 0;
    return isUnwritten ? undefined : decodeAnnouncement(this.#view);
  }

  /** Idempotent. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    closeSync(this.descriptor);
  }
}
