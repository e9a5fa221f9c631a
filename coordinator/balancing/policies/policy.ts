/** The part that is exchanged: which of some nodes gets a run. */
import type { NodeView, PickRequest } from '../balancer.ts';
import type { Draw } from '../draw.ts';
import type { Member } from '../member.ts';

export interface Policy<Node extends NodeView> {
  /** Those that may be picked from now on. */
  update(members: readonly Member<Node>[]): void;
  /** Undefined where none of them takes it now. Allocates nothing. */
  pick(request: PickRequest): Member<Node> | undefined;
}

/** The first that takes it, from a place drawn at random. */
export function anyThatTakes<Node extends NodeView>(
  members: readonly Member<Node>[],
  request: PickRequest,
  draw: Draw,
): Member<Node> | undefined {
  const offset = draw.below(members.length);
  for (let step = 0; step < members.length; step++) {
    const member = members[(offset + step) % members.length];
    if (member?.takes(request)) return member;
  }
  return undefined;
}
