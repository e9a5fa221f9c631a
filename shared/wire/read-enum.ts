/** An enum's field as it comes from a client: unspecified is the usual word, nonsense a violation. */
import type { FieldViolation } from '../errors/isopod-error.ts';
import type { WireEnum } from './wire-enum.ts';

export function readEnum<Word extends string, Wire extends string>(
  table: WireEnum<Word, Wire>,
  wire: Wire | number | undefined,
  fallback: Word,
  field: string,
  violations: FieldViolation[],
): Word {
  if (table.isUnspecified(wire)) return fallback;
  const word = table.fromWire(wire);
  if (word !== undefined) return word;
  violations.push({ field, description: `must be a value of its enum: ${wire}` });
  return fallback;
}
