/** How nodes stand to one another: all alike, or some nearer to the client than others. */

import type { PolicyChoice } from '../../shared/nodes/policy-choice.ts';
import type { NodeView, PickRequest } from './balancer.ts';
import type { Draw } from './draw.ts';
import { Geography } from './geography/geography.ts';
import { Group } from './group.ts';
import type { Member } from './member.ts';

export interface Placement<Node extends NodeView> {
  /** `members` are those that take runs, `missed` those that should be among them. */
  update(members: readonly Member<Node>[], missed: readonly Member<Node>[], nowMs: number): void;
  /** Undefined where no node takes it now. */
  pick(request: PickRequest): Member<Node> | undefined;
  /** A second has gone by. */
  tick(nowMs: number): void;
}

export function createPlacement<Node extends NodeView>(
  { policy, isGeographic }: PolicyChoice,
  draw: Draw,
): Placement<Node> {
  const newGroup = (): Group<Node> => new Group<Node>(policy, draw);
  return isGeographic ? new Geography<Node>({ newGroup, draw }) : new Everywhere<Node>(newGroup());
}

class Everywhere<Node extends NodeView> implements Placement<Node> {
  readonly #group: Group<Node>;

  constructor(group: Group<Node>) {
    this.#group = group;
  }

  update(members: readonly Member<Node>[]): void {
    this.#group.update(members);
  }

  pick(request: PickRequest): Member<Node> | undefined {
    return this.#group.pick(request);
  }

  tick(): void {
    // All alike at all times.
  }
}
