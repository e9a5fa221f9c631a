/** A diagnosis as a table for people, with what to do below each line that is not ok. */
import type { Check, Diagnosis } from './diagnosis.ts';

export function diagnosisTable({ checks, canLockDown }: Diagnosis): string {
  const nameChars = Math.max(...checks.map(({ name }) => name.length));
  const stateChars = Math.max(...checks.map(({ state }) => state.length));
  const lines = checks.flatMap(({ name, state, found, remedy }) => {
    const line = `${name.padEnd(nameChars)}  ${state.padEnd(stateChars)}  ${found}`;
    return remedy ? [line, `${' '.repeat(nameChars + stateChars + 4)}→ ${remedy}`] : [line];
  });
  return `${[...lines, '', canLockDown ? yes : no(checks)].join('\n')}\n`;
}

const yes = 'A node-agent starts here with --lockdown required, which is the default.';

function no(checks: readonly Check[]): string {
  const missing = checks.filter(({ state }) => state === 'missing').map(({ name }) => name);
  return `A node-agent does not start here with --lockdown required. Missing: ${missing.join(', ')}.`;
}
