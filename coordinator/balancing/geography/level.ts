/**
 * Places that are equally near to a client, and which share of its runs they take together.
 *
 *   taking all they could ──could be less──▶ taking less, at once
 *            ▲                                      │ could be more
 *            └──10 s without a break── waiting ◀────┘
 *
 * While at least 71 % of their nodes are well they take all: those that are left bear 1.4 times their
 * part (Envoy's overprovisioning factor). What they do not take goes further away. It comes back only
 * after it could have for a while without a break: with places whose nodes come and go, clients would
 * otherwise swing to and fro.
 */
import type { NodeView, PickRequest } from '../balancer.ts';
import type { Group } from '../group.ts';
import type { Member } from '../member.ts';
import type { Locality } from './locality.ts';

const overprovisioning = 1.4;
const failBackMs = 10_000;

export class Level<Node extends NodeView> {
  readonly #localities: readonly Locality<Node>[];
  readonly #group: Group<Node>;
  /** Undefined until there was a node. */
  #share: number | undefined;
  /** Since when it could have taken more, without a break. */
  #couldSinceMs: number | undefined;

  constructor(localities: readonly Locality<Node>[], group: Group<Node>) {
    this.#localities = localities;
    this.#group = group;
  }

  /** Of the runs that are nearest to it, 0 to 1. */
  get share(): number {
    return this.#share ?? 0;
  }

  pick(request: PickRequest): Member<Node> | undefined {
    return this.#group.pick(request);
  }

  /** Its nodes have changed. */
  update(nowMs: number): void {
    this.#group.update(this.#localities.flatMap(({ members }) => members));
    this.tick(nowMs);
  }

  /** Returns whether its share has changed. */
  tick(nowMs: number): boolean {
    const before = this.#share;
    const could = this.#could();
    if (could === undefined) return false;
    if (before === undefined || could <= before) {
      this.#couldSinceMs = undefined;
      this.#share = could;
    } else {
      this.#couldSinceMs ??= nowMs;
      if (nowMs - this.#couldSinceMs >= failBackMs) {
        this.#couldSinceMs = undefined;
        this.#share = could;
      }
    }
    return this.#share !== before;
  }

  /** Undefined where no node has ever been. */
  #could(): number | undefined {
    let healthy = 0;
    let expected = 0;
    for (const locality of this.#localities) {
      healthy += locality.healthy;
      expected += locality.expected;
    }
    if (expected === 0) return this.#share === undefined ? undefined : 0;
    return Math.min(1, (overprovisioning * healthy) / expected);
  }
}
