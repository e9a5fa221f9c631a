import { expect, test } from 'vitest';
import { shownText } from '../../../../client/cli/shown-text.ts';

test('shownText leaves text, new lines and tabs as they are', () => {
  const text = 'name\tcount\nÄpfel\t3 🍎\n日本';
  expect(shownText(text)).toBe(text);
});

test('shownText shows what a terminal would act upon', () => {
  expect(shownText('\x1b[2J\x1b]0;title\x07')).toBe('\\u001b[2J\\u001b]0;title\\u0007');
  expect(shownText('done\rOops')).toBe('done\\u000dOops');
  expect(shownText('\x9b2J\x7f')).toBe('\\u009b2J\\u007f');
  expect(shownText('a\u202eb\u2066c')).toBe('a\\u202eb\\u2066c');
});
