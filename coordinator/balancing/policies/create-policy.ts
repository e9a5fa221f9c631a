/** The policies by their names. */

import type { PolicyName } from '../../../shared/nodes/policy-choice.ts';
import type { NodeView } from '../balancer.ts';
import type { Draw } from '../draw.ts';
import { LeastCost } from './least-cost.ts';
import type { Policy } from './policy.ts';
import { Prequal } from './prequal.ts';
import { Rendezvous } from './rendezvous.ts';
import { equalTurns, WeightedTurns, weightedTurns } from './weighted-turns.ts';

export function createPolicy<Node extends NodeView>(name: PolicyName, draw: Draw): Policy<Node> {
  switch (name) {
    case 'round_robin':
      return new WeightedTurns(draw, equalTurns);
    case 'weighted_round_robin':
      return new WeightedTurns(draw, weightedTurns);
    case 'least_connections':
    case 'peak_ewma':
      return new LeastCost({ draw });
    case 'prequal':
      return new Prequal(draw);
    case 'rendezvous':
      return new Rendezvous(draw);
  }
}
