/** How runs are balanced, as administrators see and set it. */
import { type FieldViolation } from '../errors/isopod-error.ts';
import type { Balancer, Balancer__Output } from '../generated/isopod/v1/Balancer.ts';
import type {
  SetBalancerRequest,
  SetBalancerRequest__Output,
} from '../generated/isopod/v1/SetBalancerRequest.ts';
import {
  defaultPolicy,
  type PolicyChoice,
  type PolicyName,
  policyNames,
} from '../nodes/policy-choice.ts';
import { readEnum } from './read-enum.ts';
import { wireEnum } from './wire-enum.ts';

/** The balancer of one coordinator. */
export interface BalancerDescription extends PolicyChoice {
  /** Nodes that are put aside for a while, since runs failed there. */
  readonly ejectedNodeIds: readonly string[];
}

const wireWord = (name: PolicyName): Uppercase<PolicyName> =>
  name.toUpperCase() as Uppercase<PolicyName>;
const nameOf = (word: Uppercase<PolicyName>): PolicyName => word.toLowerCase() as PolicyName;

const policyEnum = wireEnum('BALANCER_POLICY', policyNames.map(wireWord));

export function balancerToWire(balancer: BalancerDescription): Balancer {
  return {
    ...choiceToWire(balancer),
    ejectedNodeIds: [...balancer.ejectedNodeIds],
  };
}

export function balancerFromWire(wire: Balancer__Output | null): BalancerDescription {
  const word = policyEnum.fromWire(wire?.policy);
  return {
    policy: word ? nameOf(word) : defaultPolicy,
    isGeographic: wire?.geographic ?? false,
    ejectedNodeIds: wire?.ejectedNodeIds ?? [],
  };
}

export function choiceToWire({ policy, isGeographic }: PolicyChoice): SetBalancerRequest {
  return { policy: policyEnum.toWire(wireWord(policy)), geographic: isGeographic };
}

export function readChoice(
  { policy, geographic }: SetBalancerRequest__Output,
  violations: FieldViolation[],
): PolicyChoice {
  const word = readEnum(policyEnum, policy, wireWord(defaultPolicy), 'policy', violations);
  return { policy: nameOf(word), isGeographic: geographic };
}
