/**
 * The levels of one origin, the nearest first: each takes its share of what the ones before it have
 * left over. Where all together take less than everything, everything is divided by their shares.
 */
import type { NodeView, PickRequest } from '../balancer.ts';
import type { Draw } from '../draw.ts';
import type { Member } from '../member.ts';
import type { Level } from './level.ts';

/** Chance is drawn in so many steps. */
const drawSteps = 2 ** 24;

export class Route<Node extends NodeView> {
  readonly #levels: readonly Level<Node>[];
  #takenByAll = 0;

  constructor(levels: readonly Level<Node>[]) {
    this.#levels = levels;
    this.sharesChanged();
  }

  sharesChanged(): void {
    let taken = 0;
    for (const { share } of this.#levels) taken += Math.min(1 - taken, share);
    this.#takenByAll = taken;
  }

  pick(request: PickRequest, draw: Draw): Member<Node> | undefined {
    const first = this.#draw(draw);
    // Where it has no room, the next one further away has it; and then those before it.
    const count = this.#levels.length;
    for (let step = 0; step < count; step++) {
      const member = this.#levels[(first + step) % count]?.pick(request);
      if (member) return member;
    }
    return undefined;
  }

  #draw(draw: Draw): number {
    const levels = this.#levels;
    // The usual case.
    if ((levels[0]?.share ?? 0) >= 1) return 0;
    const drawn = (draw.below(drawSteps) / drawSteps) * this.#takenByAll;
    let taken = 0;
    for (let at = 0; at < levels.length; at++) {
      taken += Math.min(1 - taken, levels[at]?.share ?? 0);
      if (drawn < taken) return at;
    }
    return 0;
  }
}
