/**
 * Enums cross as their proto names; inside they are the short words. A table for each, made from
 * the words, so that a word cannot be forgotten.
 */

export interface WireEnum<Word extends string, Wire extends string> {
  toWire(word: Word): Wire;
  /** Undefined for `_UNSPECIFIED`, and for a number this version does not know. */
  fromWire(wire: Wire | number | undefined): Word | undefined;
  /** Whether it is `_UNSPECIFIED` rather than unknown. */
  isUnspecified(wire: Wire | number | undefined): boolean;
}

/** `prefix` is the proto's, such as `OUTCOME_WORD`. */
export function wireEnum<Word extends string, Prefix extends string>(
  prefix: Prefix,
  words: readonly Word[],
): WireEnum<Word, `${Prefix}_${Word}` | `${Prefix}_UNSPECIFIED`> {
  type Wire = `${Prefix}_${Word}` | `${Prefix}_UNSPECIFIED`;
  const wireByWord = new Map(words.map((word): [Word, Wire] => [word, `${prefix}_${word}`]));
  const unspecified = `${prefix}_UNSPECIFIED`;
  const wordByWire = new Map([...wireByWord].map(([word, wire]) => [wire as Wire | number, word]));
  return {
    toWire: (word) => wireByWord.get(word) as Wire,
    fromWire: (wire) => (wire === undefined ? undefined : wordByWire.get(wire)),
    isUnspecified: (wire) => wire === undefined || wire === unspecified || wire === 0,
  };
}
