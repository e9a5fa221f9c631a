import { expect, test } from 'vitest';
import { runClassOf } from '../../../../coordinator/resilience/run-class.ts';

test('what is of little urgency is batch, and what says nothing of it is not', () => {
  const classes = [0, 1, 2, 3, 5, 9].map((priority) => runClassOf({ priority }));
  expect(classes).toEqual(['batch', 'batch', 'batch', 'interactive', 'interactive', 'interactive']);
  expect(runClassOf({})).toBe('interactive');
});
