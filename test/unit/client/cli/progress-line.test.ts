import { expect, test } from 'vitest';
import { ProgressLine, progressText } from '../../../../client/cli/progress-line.ts';
import { capturedTerminal } from '../../../support/captured-terminal.ts';

test.each([
  [0, '[                    ] 0%'],
  [0.25, '[#####               ] 25%'],
  [1, '[####################] 100%'],
  [{ done: 3, total: 4 }, '[###############     ] 75% 3/4'],
  [{ done: 3, total: 4, message: 'a\nb' }, '[###############     ] 75% 3/4 a b'],
  [{ done: 5, total: 4 }, '{"done":5,"total":4}'],
  ['reading', 'reading'],
  [null, 'null'],
  [7, '7'],
  ['\u001b]0;title\u0007', '\\u001b]0;title\\u0007'],
  ['x'.repeat(500), `${'x'.repeat(120)}…`],
])('progressText shows %j in one line', (value, expected) => {
  expect(progressText(value)).toBe(expected);
});

test('ProgressLine writes over itself for people, and a line each for programs', () => {
  const people = capturedTerminal({ isForPeople: true });
  const line = new ProgressLine(people);
  line.clear();
  line.show('a');
  line.show('b');
  line.clear();
  line.clear();
  expect(people.written.err).toBe('\r\u001b[Ka\r\u001b[Kb\r\u001b[K');
  const programs = capturedTerminal();
  new ProgressLine(programs).show(0.5);
  expect(programs.written.err).toBe('progress: [##########          ] 50%\n');
});
