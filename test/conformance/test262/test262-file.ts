/**
 * One file of ECMAScript's own test suite: its text, and what the YAML in its first comment says
 * about how to run it and how it must end (INTERPRETING.md of test262).
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Test262File {
  /** From the suite's `test` folder, with slashes. */
  readonly path: string;
  readonly source: string;
  readonly includes: readonly string[];
  readonly features: readonly string[];
  readonly flags: ReadonlySet<string>;
  /** The error it must end with, and when. */
  readonly negative?: { readonly phase: 'parse' | 'resolution' | 'runtime'; readonly type: string };
}

interface Frontmatter {
  readonly includes?: string[];
  readonly features?: string[];
  readonly flags?: string[];
  readonly negative?: { phase: 'parse' | 'resolution' | 'runtime'; type: string };
}

/** Throws when the file has no frontmatter, which each test of the suite has. */
export function readTest262File(folder: string, path: string): Test262File {
  const source = readFileSync(`${folder}/test/${path}`, 'utf8');
  const yaml = /\/\*---([\s\S]*?)---\*\//.exec(source)?.[1];
  if (yaml === undefined) throw new Error(`Could not read ${path}: it has no frontmatter`);
  const said = parse(yaml.replaceAll(/\r\n?/g, '\n')) as Frontmatter;
  return {
    path,
    source,
    includes: said.includes ?? [],
    features: said.features ?? [],
    flags: new Set(said.flags ?? []),
    ...(said.negative ? { negative: said.negative } : {}),
  };
}

/** Sloppy and strict, unless the file says that it means one of them. */
export function modesOf({ flags }: Test262File): readonly ('sloppy' | 'strict')[] {
  if (flags.has('onlyStrict')) return ['strict'];
  if (flags.has('noStrict') || flags.has('raw') || flags.has('module')) return ['sloppy'];
  return ['sloppy', 'strict'];
}
