/** proto/README.md says what the code does. */
import { expect, test } from 'vitest';
import { exitStatusOfWord } from '../../client/cli/exit-status.ts';
import {
  defaultLimits,
  errorTextLimits,
  type Limits,
  limitCeilings,
  limitFloors,
  payloadLimits,
} from '../../shared/execution/limits.ts';
import { outcomeWords } from '../../shared/execution/outcome.ts';
import { tableUnder } from './support/markdown-table.ts';
import { readProjectFile } from './support/project-files.ts';

const { text } = readProjectFile('proto/README.md');

const fieldNames: Record<keyof Limits, string> = {
  wallUsMax: 'wall_time',
  cpuUsMax: 'cpu_time',
  memoryBytesMax: 'memory_bytes',
  resultBytesMax: 'result_bytes',
  logLinesMax: 'log_lines',
  logBytesMax: 'log_bytes',
  logLineBytesMax: 'log_line_bytes',
  timersMax: 'timers',
  hostCallsMax: 'host_calls',
  hostCallsInFlightMax: 'host_calls_in_flight',
  hostCallWaitUsMax: 'host_call_wait_time',
};

test('proto/README.md has every outcome word, with the exit status of the command', () => {
  const documented = tableUnder(text, '## Outcomes').map(([word, , , , exit]) => [word, exit]);
  expect(documented).toEqual(outcomeWords.map((word) => [word, `${exitStatusOfWord[word]}`]));
});

test('proto/README.md has every limit, with its default, floor and ceiling', () => {
  const documented = tableUnder(text, '## Limits').map((row) => row.slice(0, 4));
  const names = Object.keys(fieldNames) as (keyof Limits)[];
  expect(documented).toEqual(
    names.map((name) => [
      fieldNames[name],
      ...[defaultLimits, limitFloors, limitCeilings].map((limits) => inWords(name, limits[name])),
    ]),
  );
});

test('proto/README.md has the limits that no request can change', () => {
  const { nameCharsMax, messageCharsMax, stackCharsMax } = errorTextLimits;
  const { sourceBytesMax, inputBytesMax } = payloadLimits;
  const sizes = [sourceBytesMax, inputBytesMax].map((bytes) => inWords('resultBytesMax', bytes));
  expect(text.replaceAll('\n', ' ')).toContain(
    `source ${sizes[0]}, input ${sizes[1]}; an error's name ${nameCharsMax} characters, its message ${messageCharsMax}, its stack ${stackCharsMax}`,
  );
});

/** As the table writes it. */
function inWords(name: keyof Limits, value: number): string {
  if (name.includes('Us')) return value < 1e6 ? `${value / 1e3} ms` : `${value / 1e6} s`;
  if (!name.includes('Bytes') || value < 1024) return `${value}`;
  return value < 2 ** 20 ? `${value / 1024} KB` : `${value / 2 ** 20} MB`;
}
