/** What can be set about balancing. */
import { textSetting } from '../../shared/config/setting.ts';
import {
  defaultPolicy,
  policyChoicePattern,
  policyNames,
} from '../../shared/nodes/policy-choice.ts';

export const balancerSettings = {
  balancer: textSetting({
    summary: `Which node gets a run: ${policyNames.join(', ')}; after "geographic:", or with "geographic" alone, among the nearest nodes first.`,
    placeholder: 'POLICY',
    rule: `one of ${policyNames.join(', ')}, or geographic, or geographic: and one of them`,
    pattern: policyChoicePattern,
    default: defaultPolicy,
  }),
};
