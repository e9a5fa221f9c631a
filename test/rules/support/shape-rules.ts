/** How long, what called and how exported things are. */
import { basename } from 'node:path';
import { eachNode, type Rule } from './rule.ts';
import { nameOf, type SourceFile, type SyntaxNode } from './source-file.ts';

const fileLinesMax = 500;
const functionLinesMax = 70;

export const filesAreShort: Rule = {
  name: `no file is longer than ${fileLinesMax} lines`,
  breaches: ({ lines }) => (lines > fileLinesMax ? [`1: ${lines} lines`] : []),
};

const functionTypes = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
  'PrivateMethod',
  'Constructor',
  'MethodProperty',
  'GetterProperty',
  'SetterProperty',
]);

export const functionsAreShort: Rule = {
  name: `no function is longer than ${functionLinesMax} lines`,
  breaches: (file) => {
    const groups = suiteCallbacks(file);
    return eachNode(file, (node) => {
      if (!functionTypes.has(node.type) || groups.has(node)) return undefined;
      const lines = file.linesOf(node);
      return lines > functionLinesMax ? `a function of ${lines} lines` : undefined;
    });
  },
};

/** What `describe` is given groups tests; it is no function that anybody has to follow. */
function suiteCallbacks(file: SourceFile): Set<unknown> {
  const callbacks = new Set<unknown>();
  for (const node of file.nodes) {
    if (node.type !== 'CallExpression' || nameOf(node['callee']) !== 'describe') continue;
    for (const { expression } of node['arguments'] as { expression: SyntaxNode }[]) {
      callbacks.add(expression);
    }
  }
  return callbacks;
}

export const typesAreKnown: Rule = {
  name: 'nothing is of type any',
  breaches: (file) =>
    eachNode(file, (node) =>
      node.type === 'TsKeywordType' && node['kind'] === 'any' ? 'any' : undefined,
    ),
};

export const exportsHaveNames: Rule = {
  name: 'nothing is exported as default',
  // Tools that want a default export, and programs for guests, whose result it is.
  exempt: /(^|\/)[^/]+\.config\.ts$|^test\/support\/global-setup\.ts$|^examples\//,
  breaches: (file) =>
    eachNode(file, ({ type }) =>
      type === 'ExportDefaultExpression' || type === 'ExportDefaultDeclaration'
        ? 'a default export'
        : undefined,
    ),
};

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.ts$/;
/** Names that say nothing of what is inside, and files that only gather others. */
const emptyNames = new Set(['index', 'util', 'utils', 'helper', 'helpers', 'misc', 'common']);

export const filesAreNamed: Rule = {
  name: 'files are named after the one thing in them, in kebab-case',
  breaches: ({ path }) => {
    const file = basename(path);
    if (!kebabCase.test(file)) return ['1: not kebab-case'];
    const word = file.slice(0, file.indexOf('.'));
    return emptyNames.has(word) ? [`1: ${word} says nothing`] : [];
  },
};
