/**
 * What one more run costs a node that has none; where it has n, one more costs n + 1 times that. It
 * is kept with the node and brought up to date when something has changed: a number with a fraction
 * that is worked out at every pick would be allocated at every pick.
 */
import type { PolicyName } from '../../shared/nodes/policy-choice.ts';
import type { NodeView } from './balancer.ts';
import type { Member } from './member.ts';

export function setRunCost(policy: PolicyName, member: Member<NodeView>): void {
  const { node, warmth, pace } = member;
  // A node of twice the room may have twice the runs.
  const byRoom = 1 / (node.runsMax * warmth);
  // Finagle's peak EWMA: one that is twice as slow, half of them.
  member.runCost = policy === 'peak_ewma' ? byRoom * pace.peak : byRoom;
}
