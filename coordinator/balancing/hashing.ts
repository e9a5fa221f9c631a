/**
 * 32-bit hashes that are the same on every coordinator, without allocating. For spreading, never
 * against an adversary: whoever chooses keys can have them fall together.
 */

/** FNV-1a over UTF-16 code units, mixed. */
export function textHash(text: string): number {
  let state = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at++)
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return mixHash(state);
}

/** MurmurHash3's finalizer: every bit of the answer depends on every bit given. */
export function mixHash(given: number): number {
  let state = given | 0;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return state ^ (state >>> 16);
}
