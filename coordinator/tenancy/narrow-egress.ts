/** What an execution may fetch by its tenant's policy and by its caller: by both. */
import {
  commonRule,
  type EgressRule,
  egressRuleText,
  parseEgressRule,
} from '../../shared/egress/egress-rule.ts';

/**
 * The rules that are left. A node reads them as those of one caller, so a node that knows nothing of
 * tenants keeps to them, too.
 *
 * @param asked The caller's; absent where all that the tenant may is meant.
 */
export function narrowedEgress(
  policy: readonly EgressRule[],
  asked: readonly string[] | undefined,
): readonly string[] {
  if (asked === undefined) return policy.map(egressRuleText);
  const texts = new Set<string>();
  for (const text of asked) {
    const one = parseEgressRule(text);
    if (!one) continue;
    for (const other of policy) {
      const common = commonRule(one, other);
      if (common) texts.add(egressRuleText(common));
    }
  }
  return [...texts];
}
