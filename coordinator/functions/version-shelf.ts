/** Versions called lately, bounded by the size of their texts; the one called longest ago goes first. */
import type { FunctionVersion } from '../../shared/functions/deployed-function.ts';

export class VersionShelf {
  readonly #bytesMax: number;
  /** The one called longest ago comes first. */
  readonly #versions = new Map<string, FunctionVersion>();
  #bytes = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): FunctionVersion | undefined {
    const version = this.#versions.get(key);
    if (!version) return undefined;
    this.#versions.delete(key);
    this.#versions.set(key, version);
    return version;
  }

  put(key: string, version: FunctionVersion): void {
    this.delete(key);
    this.#versions.set(key, version);
    this.#bytes += sizeOf(version);
    for (const [oldest] of this.#versions) {
      if (this.#bytes <= this.#bytesMax) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const version = this.#versions.get(key);
    if (!version) return;
    this.#versions.delete(key);
    this.#bytes -= sizeOf(version);
  }
}

/** V8 keeps a character in one byte or two; this is the worse. */
function sizeOf({ program }: FunctionVersion): number {
  return 2 * program.source.length;
}
