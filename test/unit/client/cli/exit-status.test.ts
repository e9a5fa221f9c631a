import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exitStatusOfReason, exitStatusOfWord } from '../../../../client/cli/exit-status.ts';

test('every outcome has the exit status that client/README.md gives it', () => {
  const readme = readFileSync(new URL('../../../../client/README.md', import.meta.url), 'utf8');
  const documented = new Map<string, number>();
  for (const [, status, words = ''] of readme.matchAll(/^\| (\d+) +\| ([^|]*) \|/gm))
    for (const [, name = ''] of words.matchAll(/`([A-Z_]+)`/g))
      documented.set(name, Number(status));

  expect(Object.fromEntries(documented)).toEqual({ ...exitStatusOfWord, ...exitStatusOfReason });
});

test('only SUCCEEDED has the exit status 0', () => {
  const zero = Object.entries({ ...exitStatusOfWord, ...exitStatusOfReason })
    .filter(([, status]) => status === 0)
    .map(([name]) => name);
  expect(zero).toEqual(['SUCCEEDED']);
});
