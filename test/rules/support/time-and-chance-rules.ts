/** Time and chance are handed in, so that a test can hand in its own. */
import { eachNode, type Rule } from './rule.ts';
import { isNameInUse, nameOf, propertyAccess, type SyntaxNode } from './source-file.ts';

const timerNames = new Set(['setTimeout', 'setInterval']);
const timerModules = new Set(['timers', 'node:timers', 'timers/promises', 'node:timers/promises']);

/** The files that ask the machine, and the guest's own setTimeout, which is ours to make. */
const clockFiles = /^(shared\/time\/system-clock\.ts$|node-agent\/host\/runtime\/|examples\/)/;
const chanceFiles = /^(shared\/random\/|node-agent\/host\/runtime\/|examples\/)/;

export const timeIsHandedIn: Rule = {
  name: 'time is read, and timers are set, by the system clock alone',
  exempt: clockFiles,
  breaches: (file) =>
    eachNode(file, (node) => {
      if (isNameInUse(node, timerNames)) return nameOf(node);
      const [object, property] = propertyAccess(node) ?? [];
      if (object === 'Date' && property === 'now') return 'Date.now';
      if (object === 'globalThis' && timerNames.has(property ?? ''))
        return `globalThis.${property}`;
      if (isArgumentlessDate(node)) return 'new Date()';
      return importsTimers(node) ? 'an import of timers' : undefined;
    }),
};

export const chanceIsHandedIn: Rule = {
  name: 'chance comes from shared/random alone',
  exempt: chanceFiles,
  breaches: (file) =>
    eachNode(file, (node) => {
      const [object, property] = propertyAccess(node) ?? [];
      return object === 'Math' && property === 'random' ? 'Math.random' : undefined;
    }),
};

function isArgumentlessDate(node: SyntaxNode): boolean {
  const args = node['arguments'];
  const hasNone = !Array.isArray(args) || args.length === 0;
  return node.type === 'NewExpression' && nameOf(node['callee']) === 'Date' && hasNone;
}

/** `import … from` and `import()`. */
function importsTimers(node: SyntaxNode): boolean {
  if (node.type === 'ImportDeclaration') return isTimerModule(node['source']);
  const callee = node['callee'] as { readonly type?: string } | undefined;
  const given = node['arguments'] as readonly { readonly expression: unknown }[] | undefined;
  return callee?.type === 'Import' && isTimerModule(given?.[0]?.expression);
}

function isTimerModule(source: unknown): boolean {
  return timerModules.has((source as { readonly value?: string } | undefined)?.value ?? '');
}
