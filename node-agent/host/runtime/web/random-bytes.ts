/** Random bytes: the host's, or of a deterministic run's seed. */
import { hostServices } from './host-service-protocol.ts';
import { askHost, randomNumber } from './kit.ts';

const bytesAtOnceMax = 65_536;

export function fillRandomly(bytes: Uint8Array): void {
  if (randomNumber() !== undefined) {
    for (let at = 0; at < bytes.length; at++) bytes[at] = Number(randomNumber()) * 256;
    return;
  }
  for (let at = 0; at < bytes.length; at += bytesAtOnceMax) {
    const count = Math.min(bytesAtOnceMax, bytes.length - at);
    bytes.set(askHost(hostServices.randomBytes, count) as Uint8Array, at);
  }
}

/** Version 4, of https://www.rfc-editor.org/rfc/rfc9562 */
export function randomUuid(): string {
  const bytes = new Uint8Array(16);
  fillRandomly(bytes);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toHex();
  return [0, 8, 12, 16, 20]
    .map((from, index, starts) => hex.slice(from, starts[index + 1]))
    .join('-');
}
