/**
 * The weights of nodes beside one another: what their operators say; where nobody says anything, what
 * their load reports make of them. A node that has neither counts as the mean of those that have, which
 * is 1 in either case: what is in the middle of its turns goes on when weights come up.
 */
import type { NodeView } from '../balancer.ts';
import type { Member } from '../member.ts';

export function assignWeights(members: readonly Member<NodeView>[], nowMs: number): void {
  const isStatic = members.some(({ node }) => node.weight !== undefined);
  const weightOf = ({ node, reports }: Member<NodeView>): number | undefined =>
    isStatic ? node.weight : reports.weight(nowMs);
  let sum = 0;
  let count = 0;
  for (const member of members) {
    const weight = weightOf(member);
    if (weight === undefined) continue;
    sum += weight;
    count++;
  }
  const mean = count === 0 ? 1 : sum / count;
  for (const member of members) member.weight = (weightOf(member) ?? mean) / mean;
}
