/** Text as UTF-8. */

/** Of a text without lone surrogates. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let index = 0;
  for (; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x80) break;
    bytes[index] = unit;
  }
  if (index === text.length) return bytes;
  const roomy = new Uint8Array(index + (text.length - index) * 3);
  roomy.set(bytes.subarray(0, index));
  const { written } = encodeInto(text.slice(index), roomy.subarray(index));
  return roomy.slice(0, index + written);
}

export function encodeInto(text: string, bytes: Uint8Array): { read: number; written: number } {
  const room = bytes.length;
  let written = 0;
  let read = 0;
  while (read < text.length) {
    const point = text.codePointAt(read) as number;
    const length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (written + length > room) break;
    if (length === 1) bytes[written] = point;
    else {
      const shift = 6 * (length - 1);
      bytes[written] = (0xf00 >> length) | (point >> shift);
      for (let at = 1; at < length; at++) {
        bytes[written + at] = 0x80 | ((point >> (shift - 6 * at)) & 0x3f);
      }
    }
    written += length;
    read += length === 4 ? 2 : 1;
  }
  return { read, written };
}
