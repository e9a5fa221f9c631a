import { expect, test } from 'vitest';
import { diagnosisTable } from '../../../../node-agent/doctor/diagnosis-table.ts';

test('diagnosisTable lines the checks up, each remedy below its check', () => {
  const table = diagnosisTable({
    canLockDown: false,
    layers: [],
    checks: [
      { name: 'kernel', state: 'ok', found: '6.1' },
      { name: 'own ids', state: 'missing', found: 'no CAP_KILL', remedy: 'Give it.' },
      { name: 'trial', state: 'missing', found: 'no host', remedy: 'See above.' },
    ],
  });
  expect(table).toBe(`\
kernel   ok       6.1
own ids  missing  no CAP_KILL
                  → Give it.
trial    missing  no host
                  → See above.

A node-agent does not start here with --lockdown required. Missing: own ids, trial.
`);
});

test('diagnosisTable ends with the good news where nothing is missing', () => {
  const checks = [{ name: 'kernel', state: 'ok', found: '6.1' }] as const;
  expect(diagnosisTable({ canLockDown: true, layers: [], checks })).toMatch(
    /\n\nA node-agent starts here with --lockdown required/,
  );
});
