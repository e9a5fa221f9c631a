import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultPolicy, policyNames } from '../../shared/nodes/policy-choice.ts';

const text = readFileSync(join(import.meta.dirname, '../../docs/balancing.md'), 'utf8');

test('docs/balancing.md explains every policy, and says which is the default', () => {
  const rows = text.split('\n').filter((line) => /^\| `/.test(line));
  const named = rows.map((row) => /^\| `([a-z_]+)`/.exec(row)?.[1]);
  expect(named.toSorted()).toEqual([...policyNames].toSorted());
  const [defaultRow] = rows.filter((row) => row.endsWith('The default |'));
  expect(defaultRow).toContain(`\`${defaultPolicy}\``);
});
