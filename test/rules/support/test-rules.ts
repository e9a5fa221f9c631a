/** A test that does not run, or runs until it passes, says nothing. */
import { eachNode, type Rule } from './rule.ts';
import {
  isSyntaxNode,
  nameOf,
  nodesBelow,
  propertyAccess,
  type SyntaxNode,
} from './source-file.ts';

const suiteNames = new Set(['test', 'it', 'describe', 'suite', 'context']);
const idleModifiers = new Set(['skip', 'only', 'todo', 'fails', 'skipIf', 'runIf']);
const idleAliases = new Set(['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe', 'skip']);
const notTests = /^(?!test\/)|^test\/support\//;

export const testsRun: Rule = {
  name: 'no test is skipped, singled out, put off or expected to fail',
  exempt: notTests,
  breaches: (file) =>
    eachNode(file, (node) => {
      const callee = node.type === 'CallExpression' ? nameOf(node['callee']) : '';
      if (idleAliases.has(callee)) return `${callee}()`;
      return idleModifier(node) ?? optionOf(node, idleModifiers);
    }),
};

/** `test.skip`, `describe.concurrent.only`, and `context.skip` of a running test. */
function idleModifier(node: SyntaxNode): string | undefined {
  const [, modifier = ''] = propertyAccess(node) ?? [];
  const root = rootName(node);
  return suiteNames.has(root) && idleModifiers.has(modifier) ? `${root}.${modifier}` : undefined;
}

function rootName(node: SyntaxNode): string {
  const object = node['object'];
  return isSyntaxNode(object) ? rootName(object) : nameOf(node);
}

export const testsPassAtOnce: Rule = {
  name: 'no test is retried',
  exempt: /^(?!test\/|vitest\.config\.ts$)/,
  breaches: (file) => eachNode(file, (node) => optionOf(node, new Set(['retry', 'repeats']))),
};

export const testsDoNotSleep: Rule = {
  name: 'no test sleeps',
  // A soak is there for what only time shows, and chaos has a timeline.
  exempt: /^(?!test\/)|^test\/(support|soak|chaos)\//,
  breaches: (file) =>
    eachNode(file, (node) => {
      const callee = node.type === 'CallExpression' ? nameOf(node['callee']) : '';
      if (callee.startsWith('sleep')) return `${callee}()`;
      return isTimedPromise(node) ? 'a promise that only a timer resolves' : undefined;
    }),
};

const timerSetters = new Set(['setTimer', 'setTimeout']);

/** `new Promise((resolve) => clock.setTimer(500, resolve))`, whatever the names. */
function isTimedPromise(node: SyntaxNode): boolean {
  if (node.type !== 'NewExpression' || nameOf(node['callee']) !== 'Promise') return false;
  const [executor] = expressionsOf(node);
  const [parameter] = (executor?.['params'] as readonly SyntaxNode[] | undefined) ?? [];
  const resolve = nameOf(parameter?.['pat'] ?? parameter);
  return [...nodesBelow(executor)].some((inner) => {
    if (inner.type !== 'CallExpression' || !isSyntaxNode(inner['callee'])) return false;
    const callee = inner['callee'];
    const isTimer = timerSetters.has(nameOf(callee['property'] ?? callee));
    return isTimer && expressionsOf(inner).some((argument) => nameOf(argument) === resolve);
  });
}

/** What is given to a call. */
function expressionsOf(call: SyntaxNode): SyntaxNode[] {
  const given = (call['arguments'] ?? []) as readonly { readonly expression: SyntaxNode }[];
  return given.map(({ expression }) => expression);
}

/** `{ skip: true }`, by its key; not where the value is `false` or 0. */
function optionOf(node: SyntaxNode, names: ReadonlySet<string>): string | undefined {
  if (node.type !== 'ObjectExpression') return undefined;
  for (const { key, value } of node['properties'] as readonly ObjectProperty[]) {
    const isOff = value?.value === false || value?.value === 0;
    if (names.has(nameOf(key)) && !isOff) return `${nameOf(key)}: …`;
  }
  return undefined;
}

interface ObjectProperty {
  readonly key?: SyntaxNode;
  /** Where it is a literal, it has a value itself. */
  readonly value?: { readonly value?: unknown };
}
