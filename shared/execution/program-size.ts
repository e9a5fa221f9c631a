/** How long a program is, with all that it can import. */
import type { Program } from './execution.ts';

type Texts = Pick<Program, 'source' | 'modules'>;

/** In UTF-16 units: what it takes in memory, roughly, and is cheap to know. */
export function programChars({ source, modules }: Texts): number {
  let chars = source.length;
  if (modules) for (const { path, text } of modules) chars += path.length + text.length;
  return chars;
}

export function programBytes({ source, modules }: Texts): number {
  let bytes = Buffer.byteLength(source);
  if (modules)
    for (const { path, text } of modules)
      bytes += Buffer.byteLength(path) + Buffer.byteLength(text);
  return bytes;
}
