import { expect, test } from 'vitest';
import { outcomeJson, reportOutcome } from '../../../../client/cli/outcome-report.ts';
import { capturedTerminal } from '../../../support/captured-terminal.ts';
import { exampleOutcome } from '../../../support/example-execution.ts';

test('outcomeJson has the result among the rest', () => {
  const told: unknown = JSON.parse(outcomeJson(exampleOutcome({ resultJson: '{"a":[1]}' }), []));
  expect(told).toMatchObject({ outcome: { word: 'SUCCEEDED', result: { a: [1] } }, logs: [] });
});

test('a result that is no JSON, as only a lying host sends, is shown as what it is', () => {
  const outcome = exampleOutcome({ resultJson: '{"a"\u001b[2J' });
  const told: unknown = JSON.parse(outcomeJson(outcome, []));
  expect(told).toHaveProperty('outcome.resultNotJson', '{"a"\u001b[2J');
  expect(told).not.toHaveProperty('outcome.result');

  const [person, program] = [capturedTerminal({ isForPeople: true }), capturedTerminal()];
  for (const terminal of [person, program]) reportOutcome(terminal, outcome);
  expect(person.written.out).not.toContain('\u001b');
  expect(person.written.out).toContain('{"a"');
  expect(program.written.out).toBe('{"a"\u001b[2J\n');
});
