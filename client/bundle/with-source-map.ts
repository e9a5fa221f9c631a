/** A bundle and its source map as one text. */
import { payloadLimits } from '../../shared/execution/limits.ts';

/**
 * The map goes into a comment at the end, where hosts look for it; it is left out where the whole
 * would be longer than a program may be. Only places are looked up in it, so names stay behind.
 */
export function withSourceMap(text: string, mapJson: string): string {
  const { version, sources, mappings } = JSON.parse(mapJson) as Record<string, unknown>;
  const map = JSON.stringify({ version, sources, names: [], mappings });
  const base64 = Buffer.from(map).toString('base64');
  const mapped = `${text}//# sourceMappingURL=data:application/json;base64,${base64}\n`;
  return Buffer.byteLength(mapped) <= payloadLimits.sourceBytesMax ? mapped : text;
}
