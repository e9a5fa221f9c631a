import type { SourceFile, SyntaxNode } from './source-file.ts';

/** One rule of the house style, for one TypeScript file at a time. */
export interface Rule {
  /** A sentence about the project, true when no file breaks the rule. */
  readonly name: string;
  /** Files it says nothing about, each for a reason that the rule's file gives. */
  readonly exempt?: RegExp;
  readonly breaches: (file: SourceFile) => string[];
}

/** What `rule` finds in `files`, as `path:line: what`. */
export function breachesOf(rule: Rule, files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => rule.exempt === undefined || !rule.exempt.test(path))
    .flatMap((file) => rule.breaches(file).map((breach) => `${file.path}:${breach}`));
}

/** A breach for every node that `describe` has a word for. */
export function eachNode(
  file: SourceFile,
  describe: (node: SyntaxNode) => string | undefined,
): string[] {
  return file.nodes.flatMap((node) => {
    const what = describe(node);
    return what === undefined ? [] : [`${file.lineOf(node)}: ${what}`];
  });
}
