/** Whether a test262 test ended as its file says it must. */
import type { Outcome } from '../../../shared/execution/outcome.ts';
import type { Test262File } from './test262-file.ts';

/** What is wrong with the end; undefined when nothing is. */
export function amissWith(
  { negative }: Pick<Test262File, 'negative'>,
  { word, error }: Pick<Outcome, 'word' | 'error'>,
): string | undefined {
  const shown = error ? `${word} ${error.name}: ${error.message}` : word;
  if (!negative) return word === 'SUCCEEDED' ? undefined : shown;
  const wordExpected = negative.phase === 'runtime' ? 'SCRIPT_THREW' : 'SYNTAX_ERROR';
  if (word === wordExpected && error?.name === negative.type) return undefined;
  return `${shown}, not ${wordExpected} ${negative.type}`;
}
