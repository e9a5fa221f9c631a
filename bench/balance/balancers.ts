/** What simulations are balanced by: the product's LoadBalancer, and two bare policies beside it. */
import { Draw } from '../../coordinator/balancing/draw.ts';
import { LoadBalancer } from '../../coordinator/balancing/load-balancer.ts';
import { Member } from '../../coordinator/balancing/member.ts';
import { LeastCost } from '../../coordinator/balancing/policies/least-cost.ts';
import { ProgramPaces } from '../../coordinator/balancing/program-paces.ts';
import { setRunCost } from '../../coordinator/balancing/run-cost.ts';
import type { PolicyName } from '../../shared/nodes/policy-choice.ts';
import type { BalancerMaker } from './simulate.ts';

export function byPolicy(policy: PolicyName): BalancerMaker {
  return (active, { clock, random }) => {
    const choice = { policy, isGeographic: false };
    const balancer = new LoadBalancer({ nodes: { active }, policy: choice, clock, random });
    return {
      pick: (program) => {
        const pick = balancer.pick({ program });
        return pick.name === 'node' ? pick.node : undefined;
      },
      finished: (run, tookMs, verdict) => balancer.finished(run, tookMs, verdict),
      close: () => balancer.close(),
    };
  };
}

/** Two drawn at random however few nodes there are, by runs or, with peak EWMA, by runs and pace. */
export function twoDrawn(policy: 'least_connections' | 'peak_ewma'): BalancerMaker {
  return (nodes, { clock, random }) => {
    const members = nodes.map(
      (node) => new Member(node, { idHash: 0, nowMs: 0, before: undefined }),
    );
    const byId = new Map(members.map((member) => [member.node.nodeId, member]));
    const paces = new ProgramPaces();
    const two = new LeastCost({ draw: new Draw(random), scanNodesMax: 0 });
    two.update(members);
    return {
      pick: (program) => byId.get(two.pick({ program })?.node.nodeId ?? '')?.node,
      finished: ({ nodeId, programHash }, tookMs) => {
        const member = byId.get(nodeId);
        if (!member) return;
        member.pace.add(paces.ratioOf(programHash, tookMs), clock.nowMs());
        setRunCost(policy, member);
      },
    };
  };
}
