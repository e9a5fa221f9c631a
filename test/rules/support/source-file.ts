/** A TypeScript file as the rules see it: a tree, in which text that is only quoted is quiet. */
import { parseSync } from '@swc/core';
import type { TextFile } from './project-files.ts';

export interface SyntaxNode {
  readonly type: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly [property: string]: unknown;
}

export interface SourceFile extends TextFile {
  readonly lines: number;
  /** Every node, parents before children. */
  readonly nodes: readonly SyntaxNode[];
  lineOf(node: SyntaxNode): number;
  /** How many lines the node covers. */
  linesOf(node: SyntaxNode): number;
}

export function parseSource({ path, text }: TextFile): SourceFile {
  const bytes = Buffer.from(text);
  const lineAt = (position: number): number => {
    let line = 1;
    for (let i = bytes.indexOf(10); i !== -1 && i < position; i = bytes.indexOf(10, i + 1)) line++;
    return line;
  };
  // swc counts bytes, from 1.
  const lineOf = (node: SyntaxNode) => lineAt(node.span.start - 1);
  return {
    path,
    text,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    nodes: [...nodesBelow(parseSync(text, { syntax: 'typescript', target: 'es2022' }))],
    lineOf,
    linesOf: (node) => lineAt(node.span.end - 1) - lineOf(node) + 1,
  };
}

/** Itself and whatever is in it, parents before children. */
export function* nodesBelow(value: unknown): Generator<SyntaxNode> {
  if (typeof value !== 'object' || value === null) return;
  if (isSyntaxNode(value)) yield value;
  for (const child of Object.values(value)) yield* nodesBelow(child);
}

export function isSyntaxNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'span' in value;
}

/** `setTimeout` where that name is used, not where it is somebody's property. */
export function isNameInUse(node: SyntaxNode, names: ReadonlySet<string>): boolean {
  return node.type === 'Identifier' && 'ctxt' in node && names.has(nameOf(node));
}

/** The name of an identifier; empty for every other node. */
export function nameOf(node: unknown): string {
  if (!isSyntaxNode(node) || node.type !== 'Identifier') return '';
  return typeof node['value'] === 'string' ? node['value'] : '';
}

/** `Date.now` as `['Date', 'now']`; undefined for what is not a name's property. */
export function propertyAccess(node: SyntaxNode): readonly [string, string] | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  return [nameOf(node['object']), nameOf(node['property'])];
}
