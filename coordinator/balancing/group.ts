/**
 * Nodes that stand beside one another: all there are, or those of one distance. Those that are put
 * aside are left out; unless that would leave less than half, since then something else is wrong, and
 * the rest could not bear the load (Envoy's panic threshold).
 */

import type { PolicyName } from '../../shared/nodes/policy-choice.ts';
import type { NodeView, PickRequest } from './balancer.ts';
import type { Draw } from './draw.ts';
import type { Member } from './member.ts';
import { createPolicy } from './policies/create-policy.ts';
import type { Policy } from './policies/policy.ts';
import { Rendezvous } from './policies/rendezvous.ts';

const healthyShareMin = 0.5;

export class Group<Node extends NodeView> {
  readonly #policy: Policy<Node>;
  /** For runs with a key, whatever the policy. Made by the first. */
  #affinity: Policy<Node> | undefined;
  readonly #draw: Draw;
  #usable: readonly Member<Node>[] = [];

  constructor(policy: PolicyName, draw: Draw) {
    this.#draw = draw;
    this.#policy = createPolicy(policy, draw);
  }

  /** Its nodes, or which of them are put aside, have changed. */
  update(members: readonly Member<Node>[]): void {
    const healthy = members.filter(({ outliers }) => !outliers.isEjected);
    const isPanicking = healthy.length < members.length * healthyShareMin;
    this.#usable = isPanicking ? members : healthy;
    this.#policy.update(this.#usable);
    this.#affinity?.update(this.#usable);
  }

  pick(request: PickRequest): Member<Node> | undefined {
    if (this.#usable.length === 0) return undefined;
    if (request.affinityKey === undefined) return this.#policy.pick(request);
    if (!this.#affinity) {
      this.#affinity = new Rendezvous(this.#draw);
      this.#affinity.update(this.#usable);
    }
    return this.#affinity.pick(request);
  }
}
