import { expect, test } from 'vitest';
import { reportOf, tableOf } from '../../../../bench/support/report.ts';

const machine = {
  cores: 2,
  cpu: 'a processor',
  memory_bytes: 25_000_000_000,
  node: 'v26.10.0',
  kernel: '6.18',
};
const rounds = [
  { ratio_to_echo: 0.512_345, executions_per_s: 8_123.4 },
  { ratio_to_echo: 0.6, executions_per_s: 9_000 },
  { ratio_to_echo: 0.4, executions_per_s: 7_000 },
];

test('reportOf gives the median of each metric, the machine and the number of rounds', () => {
  expect(reportOf('unary', rounds, machine)).toEqual({
    bench: 'unary',
    metrics: { ratio_to_echo: 0.5123, executions_per_s: 8_123 },
    machine,
    rounds: 3,
  });
});

test('reportOf refuses a metric that is not a number', () => {
  const report = (): unknown => reportOf('unary', [{ p50_ms: Number.NaN }], machine);
  expect(report).toThrow('could not report unary: p50_ms is NaN');
});

test('tableOf shows the median, the least and the greatest of each metric', () => {
  expect(tableOf(reportOf('unary', rounds, machine), rounds).split('\n')).toEqual([
    'unary             median  least  greatest',
    'ratio_to_echo     0.5123    0.4       0.6',
    'executions_per_s    8123   7000      9000',
  ]);
});
