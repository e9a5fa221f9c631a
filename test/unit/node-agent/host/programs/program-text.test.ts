import { expect, test } from 'vitest';
import { plainFileName } from '../../../../../node-agent/host/programs/program-text.ts';

test('a file name in stacks has nothing that would end it or look like a place', () => {
  expect(plainFileName('src/rules-2.ts')).toBe('src/rules-2.ts');
  expect(plainFileName('a b:1\n"c"(d)')).toBe('a_b_1__c__d_');
  expect(plainFileName('')).toBe('program.js');
  expect(plainFileName('x'.repeat(500))).toHaveLength(256);
});
