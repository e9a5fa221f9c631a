/**
 * Writes the protobuf wire format straight into one buffer that is used again and again. The
 * codecs generated from the protocol say what to write; this knows how.
 *
 * Lengths come before what they measure, and are not known before it is written. So room is left
 * for a length of the likely width, and where it turns out to be another, the bytes are moved.
 */

const capacityMin = 64 * 1024;
/** A buffer that one large message made is not kept. */
const capacityKeptMax = 4 * 1024 * 1024;
/** The most that a field's tag and a number take. */
const fieldBytesMax = 5 + 10;
/** Of one character of a JavaScript string in UTF-8. */
const bytesPerCharMax = 3;
/** Below it a loop is faster than a call into the runtime. */
const shortTextChars = 32;

export class ProtoWriter {
  #bytes = Buffer.allocUnsafeSlow(capacityMin);
  #at = 0;

  /** A copy of what was written since `start`. */
  finish(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#at));
  }

  /** Begins a new message, whatever became of the last one. */
  start(): void {
    this.#at = 0;
    if (this.#bytes.length > capacityKeptMax) this.#bytes = Buffer.allocUnsafeSlow(capacityMin);
  }

  uint32(tag: number, value: number): void {
    this.#reserve(fieldBytesMax);
    this.#varint(tag);
    this.#varint(value);
  }

  /** An element of packed ones. */
  packedUint32(value: number): void {
    this.#reserve(fieldBytesMax);
    this.#varint(value);
  }

  int32(tag: number, value: number): void {
    this.int64(tag, value | 0);
  }

  /** A whole number; what is beyond 64 bits is cut off. */
  int64(tag: number, value: number): void {
    this.#reserve(fieldBytesMax);
    this.#varint(tag);
    if (value >= 0 && value <= 0xffff_ffff) this.#varint(value);
    else this.#bigVarint(BigInt(Math.trunc(value)));
  }

  bool(tag: number, value: boolean): void {
    this.uint32(tag, value ? 1 : 0);
  }

  double(tag: number, value: number): void {
    this.#reserve(fieldBytesMax);
    this.#varint(tag);
    this.#at = this.#bytes.writeDoubleLE(value, this.#at);
  }

  string(tag: number, text: string): void {
    const chars = text.length;
    this.#reserve(fieldBytesMax + chars * bytesPerCharMax);
    this.#varint(tag);
    const start = this.#at;
    const width = varintWidth(chars);
    this.#at += width;
    if (chars >= shortTextChars || !this.#shortAscii(text))
      this.#at = start + width + this.#bytes.write(text, start + width);
    this.#setLength(start, width);
  }

  bytes(tag: number, bytes: Uint8Array): void {
    this.#reserve(fieldBytesMax + bytes.length);
    this.#varint(tag);
    this.#varint(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** Begins a message, whose length is guessed to take `width` bytes; says where it is. */
  begin(tag: number, width: number): number {
    this.#reserve(fieldBytesMax);
    this.#varint(tag);
    const start = this.#at;
    this.#at += width;
    return start;
  }

  /** Ends what began at `start`, with the same width. */
  end(start: number, width: number): void {
    this.#reserve(fieldBytesMax);
    this.#setLength(start, width);
  }

  #setLength(start: number, widthLeft: number): void {
    const length = this.#at - start - widthLeft;
    const width = varintWidth(length);
    if (width !== widthLeft) {
      this.#bytes.copyWithin(start + width, start + widthLeft, this.#at);
      this.#at += width - widthLeft;
    }
    const end = this.#at;
    this.#at = start;
    this.#varint(length);
    this.#at = end;
  }

  #reserve(bytes: number): void {
    const needed = this.#at + bytes;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#bytes.length));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }

  /** Of 32 bits. */
  #varint(value: number): void {
    let rest = value >>> 0;
    while (rest > 127) {
      this.#bytes[this.#at++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#at++] = rest;
  }

  #bigVarint(value: bigint): void {
    let rest = BigInt.asUintN(64, value);
    while (rest > 127n) {
      this.#bytes[this.#at++] = Number(rest & 127n) | 128;
      rest >>= 7n;
    }
    this.#bytes[this.#at++] = Number(rest);
  }

  /** Whether it was ASCII, and has been written. */
  #shortAscii(text: string): boolean {
    const bytes = this.#bytes;
    const start = this.#at;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) return false;
      bytes[start + i] = code;
    }
    this.#at = start + text.length;
    return true;
  }
}

function varintWidth(value: number): number {
  if (value < 1 << 7) return 1;
  if (value < 1 << 14) return 2;
  if (value < 1 << 21) return 3;
  return value < 1 << 28 ? 4 : 5;
}
