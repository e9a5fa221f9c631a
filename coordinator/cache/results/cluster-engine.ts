/**
 * What runs guest code on the nodes of this cluster: a result holds for one engine. Where nodes
 * differ, as they do while a cluster is being renewed, it is that of most of them.
 */
import type { NodeHello } from '../../../shared/wire/node-messages.ts';

interface EngineNode {
  readonly nodeId: string;
  readonly hello: NodeHello;
}

interface NodeList {
  /** Made anew when membership changes. */
  readonly active: readonly EngineNode[];
  get(nodeId: string): EngineNode | undefined;
}

export class ClusterEngine {
  readonly #nodes: NodeList;
  #seen: readonly EngineNode[] = [];
  #current: string | undefined;

  constructor(nodes: NodeList) {
    this.#nodes = nodes;
  }

  /** With no node it is what it was last; undefined where there never was one. */
  get current(): string | undefined {
    const { active } = this.#nodes;
    if (active !== this.#seen && active.length > 0) this.#current = commonest(active);
    this.#seen = active;
    return this.#current;
  }

  /** Undefined for a node that is gone. */
  of(nodeId: string): string | undefined {
    const node = this.#nodes.get(nodeId);
    return node && engineOf(node.hello);
  }
}

function engineOf({ agentVersion, posture }: NodeHello): string {
  const { nodeVersion, v8Version, guestFeatures } = posture;
  return [agentVersion, nodeVersion, v8Version, ...guestFeatures].join(' ');
}

/** Of as many, the last by name, so that all coordinators choose the same. */
function commonest(nodes: readonly EngineNode[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { hello } of nodes) {
    const engine = engineOf(hello);
    counts.set(engine, (counts.get(engine) ?? 0) + 1);
  }
  const ranked = [...counts].toSorted(([a, some], [b, more]) => more - some || (a < b ? 1 : -1));
  return ranked[0]?.[0];
}
