/** The console's methods that are called seldom, and are brought when one of them is. */
import { usePart } from './use-part.ts';

const names = [
  'assert',
  'clear',
  'count',
  'countReset',
  'dir',
  'dirxml',
  'group',
  'groupCollapsed',
  'groupEnd',
  'table',
  'time',
  'timeEnd',
  'timeLog',
  'trace',
] as const;

export function addRareConsoleMethods(console: Record<string, unknown>): void {
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string;
    console[name] = (...args: unknown[]): void => {
      (usePart('console')[name] as (...given: unknown[]) => void)(...args);
    };
  }
}
