/** Which policy, as it is set, shown and changed: `peak_ewma`, or `geographic:peak_ewma`. */

export const policyNames = [
  'round_robin',
  'weighted_round_robin',
  'least_connections',
  'peak_ewma',
  'prequal',
  'rendezvous',
] as const;
export type PolicyName = (typeof policyNames)[number];

export interface PolicyChoice {
  readonly policy: PolicyName;
  /** The nearest nodes first, and among those by the policy. */
  readonly isGeographic: boolean;
}

const geographic = 'geographic';

/** By measurement: `npm run bench -- balance`. */
export const defaultPolicy: PolicyName = 'prequal';

export const policyChoicePattern = new RegExp(
  `^(?:${geographic}|(?:${geographic}:)?(?:${policyNames.join('|')}))$`,
);

/** The text matches the pattern. `geographic` alone is over the default policy. */
export function policyChoiceFromText(text: string): PolicyChoice {
  const [first = '', second] = text.split(':');
  const isGeographic = first === geographic;
  const name = isGeographic ? (second ?? defaultPolicy) : first;
  return { policy: policyNames.find((known) => known === name) ?? defaultPolicy, isGeographic };
}

export function policyChoiceToText({ policy, isGeographic }: PolicyChoice): string {
  return isGeographic ? `${geographic}:${policy}` : policy;
}
