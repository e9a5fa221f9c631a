import { expect, test } from 'vitest';
import {
  defaultPolicy,
  policyChoiceFromText,
  policyChoicePattern,
  policyChoiceToText,
  policyNames,
} from '../../../../shared/nodes/policy-choice.ts';
import { balancerFromWire, choiceToWire } from '../../../../shared/wire/balancer-codec.ts';

test('a choice of a policy is written as it is read, in text and on the wire', () => {
  for (const policy of policyNames)
    for (const isGeographic of [false, true]) {
      const choice = { policy, isGeographic };
      const text = policyChoiceToText(choice);
      expect(policyChoicePattern.test(text)).toBe(true);
      expect(policyChoiceFromText(text)).toEqual(choice);
      const { policy: word = 0, geographic = false } = choiceToWire(choice);
      const ejectedNodeIds: string[] = [];
      const wire = { policy: word as 'BALANCER_POLICY_PREQUAL', geographic, ejectedNodeIds };
      expect(balancerFromWire(wire)).toEqual({ ...choice, ejectedNodeIds });
    }
});

test('geographic alone is over the default policy', () => {
  expect(policyChoicePattern.test('geographic')).toBe(true);
  expect(policyChoiceFromText('geographic')).toEqual({ policy: defaultPolicy, isGeographic: true });
  for (const text of ['', 'geographic:', 'fastest', 'prequal:geographic', 'prequal '])
    expect(policyChoicePattern.test(text)).toBe(false);
});
