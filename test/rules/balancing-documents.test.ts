import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultPolicy, policyNames } from '../../shared/nodes/policy-choice.ts';

const text = readFileSync(join(import.meta.dirname, '../../docs/balancing.md'), 'utf8');

test('docs/balancing.md explains every policy, and says which is the default', () => {
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.map((row) => row.split('`')[1]);
  expect(named).toHaveLength(policyNames.length);
  expect(new Set(named)).toEqual(new Set(policyNames));
  const [defaultRow] = rows.filter((row) => row.endsWith('The default |'));
  expect(defaultRow).toContain(`\`${defaultPolicy}\``);
});
