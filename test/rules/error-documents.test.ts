/** docs/errors.md and the catalogue say the same. */
import { expect, test } from 'vitest';
import { errorCatalogue } from '../../shared/errors/error-catalogue.ts';
import { tableUnder } from './support/markdown-table.ts';
import { readProjectFile } from './support/project-files.ts';

const { text } = readProjectFile('docs/errors.md');

test('docs/errors.md has every reason of the catalogue, with its status and whether to retry', () => {
  const documented = tableUnder(text, '# Errors').map(([reason, status, mayRetry]) => ({
    reason,
    status,
    mayRetry,
  }));
  const catalogue = Object.entries(errorCatalogue).map(([reason, { status, isRetryable }]) => ({
    reason,
    status,
    mayRetry: isRetryable ? 'yes' : 'no',
  }));
  expect(documented).toEqual(catalogue);
});

test('docs/errors.md says of every reason what it means and what to do', () => {
  for (const [reason, , , meaning, remedy] of tableUnder(text, '# Errors')) {
    expect(meaning, reason).toMatch(/^.{20,}\.$/);
    expect(remedy, reason).toMatch(/\.$/);
  }
});
