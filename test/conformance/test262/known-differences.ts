/** Tests that fail in a sandbox and pass in plain Node on purpose, and the purpose. */
import type { Test262File } from './test262-file.ts';

const reasons: readonly (readonly [path: RegExp, reason: string])[] = [];

export function knownReason({ path }: Test262File): string | undefined {
  return reasons.find(([pattern]) => pattern.test(path))?.[1];
}
