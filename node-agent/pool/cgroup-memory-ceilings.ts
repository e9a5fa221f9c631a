/**
 * A memory ceiling kept by the kernel: each host is alone in a cgroup, whose limit it cannot
 * pass, and whose count of kills is the proof of what it died of.
 *
 * The two versions of the interface differ in their files (CgroupInterface) and in nothing else.
 */
import { mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFolder } from './cgroup-folder.ts';
import type { CgroupInterface } from './cgroup-interface.ts';
import type { CeilingRequest, MemoryCeiling, MemoryCeilings } from './memory-ceiling.ts';

export class CgroupMemoryCeilings implements MemoryCeilings {
  readonly #files: CgroupInterface;
  /** This agent's own, in which it makes one for each host. */
  readonly #agentFolder: string;
  #opened = 0;

  constructor(files: CgroupInterface, agentFolder: string) {
    this.#files = files;
    this.#agentFolder = agentFolder;
  }

  get kind(): 'cgroup-v1' | 'cgroup-v2' {
    return this.#files.kind;
  }

  open({ slot, memoryBytesMax }: CeilingRequest): MemoryCeiling {
    // Numbered, since the folder of the slot's last host may be busy yet, and holds its counts.
    const folder = join(this.#agentFolder, `host-${slot}-${++this.#opened}`);
    mkdirSync(folder);
    return new CgroupMemoryCeiling(this.#files, folder, memoryBytesMax);
  }

  close(): void {
    removeFolder(this.#agentFolder);
  }
}

class CgroupMemoryCeiling implements MemoryCeiling {
  readonly #files: CgroupInterface;
  readonly #folder: string;
  #memoryBytesMax: number;
  #wasExceeded = false;
  #isClosed = false;

  constructor(files: CgroupInterface, folder: string, memoryBytesMax: number) {
    this.#files = files;
    this.#folder = folder;
    this.#memoryBytesMax = memoryBytesMax;
    files.prepare(folder);
    files.setLimit(folder, memoryBytesMax, { isRaise: false });
  }

  admit(pid: number): Promise<void> {
    return writeFile(join(this.#folder, 'cgroup.procs'), String(pid));
  }

  setLimit(memoryBytesMax: number): void {
    if (this.#isClosed || memoryBytesMax === this.#memoryBytesMax) return;
    const isRaise = memoryBytesMax > this.#memoryBytesMax;
    if (isRaise) this.#files.setLimit(this.#folder, memoryBytesMax, { isRaise });
    else if (!this.#tryLower(memoryBytesMax)) return;
    this.#memoryBytesMax = memoryBytesMax;
  }

  /** False where the process holds more, or has grown to more while that was looked at. */
  #tryLower(memoryBytesMax: number): boolean {
    if (this.#usedBytes() >= memoryBytesMax) return false;
    try {
      this.#files.setLimit(this.#folder, memoryBytesMax, { isRaise: false });
      return true;
    } catch {
      // EBUSY of version 1, perhaps with one of its two limits lowered already.
      this.#files.setLimit(this.#folder, this.#memoryBytesMax, { isRaise: true });
      return false;
    }
  }

  wasExceeded(): boolean {
    if (!this.#isClosed) this.#wasExceeded = this.#files.wasExceeded(this.#folder);
    return this.#wasExceeded;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#wasExceeded = this.#files.wasExceeded(this.#folder);
    this.#isClosed = true;
    try {
      rmdirSync(this.#folder);
    } catch {
      // Busy for a moment yet; the agent's end removes it.
    }
  }

  #usedBytes(): number {
    return Number(readFileSync(join(this.#folder, this.#files.usageFile), 'utf8'));
  }
}
