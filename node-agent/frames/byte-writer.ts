/**
 * Many frames are written one after another into one growing buffer, and handed over in one
 * piece: a system call a batch, not a system call a frame.
 */

/** A buffer grown beyond this by one large frame is not kept. */
const keptBytesMax = 1024 * 1024;
const initialBytes = 16 * 1024;
/** UTF-8 never needs more than this for one UTF-16 unit. */
const utf8BytesPerUnitMax = 3;

export class ByteWriter {
  #buffer = Buffer.allocUnsafeSlow(initialBytes);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written since the last take. The caller owns the bytes. */
  take(): Buffer {
    const taken = Buffer.from(this.#buffer.subarray(0, this.#length));
    this.#length = 0;
    if (this.#buffer.length > keptBytesMax) this.#buffer = Buffer.allocUnsafeSlow(initialBytes);
    return taken;
  }

  u8(value: number): void {
    this.#reserve(1);
    this.#buffer[this.#length++] = value;
  }

  u32(value: number): void {
    this.#reserve(4);
    this.#length = this.#buffer.writeUInt32LE(value, this.#length);
  }

  /** A whole number of 0 to 2^53-1: a count of microseconds or bytes. */
  count(value: number): void {
    this.#reserve(8);
    this.#length = this.#buffer.writeDoubleLE(value, this.#length);
  }

  flag(value: boolean): void {
    this.u8(value ? 1 : 0);
  }

  text(value: string): void {
    const bytesMax = value.length * utf8BytesPerUnitMax;
    this.#reserve(4 + (bytesMax <= keptBytesMax ? bytesMax : Buffer.byteLength(value)));
    const written = this.#buffer.write(value, this.#length + 4, 'utf8');
    this.#buffer.writeUInt32LE(written, this.#length);
    this.#length += 4 + written;
  }

  bytes(value: Uint8Array): void {
    this.u32(value.length);
    this.#reserve(value.length);
    this.#buffer.set(value, this.#length);
    this.#length += value.length;
  }

  optionalText(value: string | undefined): void {
    this.flag(value !== undefined);
    if (value !== undefined) this.text(value);
  }

  /** Writes what `write` writes, preceded by its length. */
  lengthPrefixed(write: () => void): void {
    const start = this.#length;
    this.u32(0);
    write();
    this.#buffer.writeUInt32LE(this.#length - start - 4, start);
  }

  #reserve(bytes: number): void {
    const needed = this.#length + bytes;
    if (needed <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.#buffer.length * 2));
    this.#buffer.copy(grown, 0, 0, this.#length);
    this.#buffer = grown;
  }
}
