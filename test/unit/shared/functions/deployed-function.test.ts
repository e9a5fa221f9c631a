import { expect, test } from 'vitest';
import {
  isFunctionName,
  isSettableAlias,
  isVersion,
  versionOf,
} from '../../../../shared/functions/deployed-function.ts';
import { exampleContent } from '../../../support/example-functions.ts';

test('a version is 32 digits that depend on the content and not on the order of its limits', () => {
  const content = exampleContent('1');
  const reversed = Object.fromEntries(Object.entries(content.limits).toReversed());
  const limits = reversed as unknown as typeof content.limits;
  expect(isVersion(versionOf(content))).toBe(true);
  expect(versionOf({ ...content, limits })).toBe(versionOf(content));
  expect(versionOf(exampleContent('2'))).not.toBe(versionOf(content));
});

test.each(['a', 'A.b_c-9', 'x'.repeat(64)])('%s can name a function', (name) => {
  expect(isFunctionName(name)).toBe(true);
});

test.each(['', '9a', '.a', 'a/b', 'a@b', 'a b', '../a', 'x'.repeat(65), 'ä'])(
  '"%s" can name no function',
  (name) => {
    expect(isFunctionName(name)).toBe(false);
  },
);

test('an alias can be set that is neither latest nor like a version', () => {
  expect(isSettableAlias('live')).toBe(true);
  expect(isSettableAlias('latest')).toBe(false);
  expect(isSettableAlias('a'.repeat(32))).toBe(false);
});
