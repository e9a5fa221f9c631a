/**
 * One test file of the web platform's suite that needs no document (`*.any.js`), and what its
 * META comments say: scripts it needs, variants it is run in.
 */
import { readFileSync } from 'node:fs';

export interface WptFile {
  /** From the suite's folder, with slashes. */
  readonly path: string;
  readonly source: string;
  /** What the META comments name, relative to the file or, from `/`, to the suite. */
  readonly scripts: readonly string[];
  /** Query strings; one empty one when there are none. */
  readonly variants: readonly string[];
  /** The kinds of global it is for; empty for the usual ones. */
  readonly globals: readonly string[];
}

export function readWptFile(folder: string, path: string): WptFile {
  const source = readFileSync(`${folder}/${path}`, 'utf8');
  const meta = (key: string): string[] =>
    [...source.matchAll(new RegExp(`^// META: ${key}=(.*)$`, 'gm'))].map((match) =>
      (match[1] ?? '').trim(),
    );
  const variants = meta('variant');
  return {
    path,
    source,
    scripts: meta('script'),
    variants: variants.length > 0 ? variants : [''],
    globals: meta('global').flatMap((names) => names.split(',').map((name) => name.trim())),
  };
}

const served = new Set(['window', 'worker', 'dedicatedworker', 'shadowrealm']);

/** Whether it is for a global like a page's or a worker's; others are for browsers alone. */
export function isForUs({ globals }: WptFile): boolean {
  return globals.length === 0 || globals.some((name) => served.has(name));
}
