/**
 * The guards of the nodes that are connected, and the breakers of those that were.
 *
 * A node that is being restored gets its step's share of what it would get: of each execution that
 * comes, whichever node it goes to, the part that is the node's by its capacity.
 */
import type { BreakerConfig } from './breaker-config.ts';
import { BreakerRegistry } from './breaker-registry.ts';
import type { BreakerParts, CircuitBreaker } from './circuit-breaker.ts';
import { NodeGuard, type NodeGuardOptions } from './node-guard.ts';

/** More than can be connected, so that none is lost that is. */
const breakersMax = 20_000;

export class NodeGuards {
  readonly #parts: BreakerParts;
  readonly #registry: BreakerRegistry;
  readonly #joined = new Set<NodeGuard>();
  /** Those of them whose breaker is not whole: few, and mostly none. */
  #wounded: readonly NodeGuard[] = [];
  #runsMaxInAll = 0;

  constructor(config: BreakerConfig, parts: BreakerParts) {
    this.#parts = parts;
    const { observer } = parts;
    this.#registry = new BreakerRegistry(
      { kind: 'node', breakersMax, config },
      {
        ...parts,
        observer: {
          changed: (breaker, from, cause) => {
            this.#findWounded();
            observer?.changed?.(breaker, from, cause);
          },
        },
      },
    );
  }

  get breakers(): Iterable<CircuitBreaker> {
    return this.#registry;
  }

  /** For one connection of a node; `leave` when it ends. */
  join(nodeId: string, options: NodeGuardOptions): NodeGuard {
    const guard = new NodeGuard(nodeId, this.#registry.of('', nodeId), options, this.#parts.clock);
    this.#joined.add(guard);
    this.#runsMaxInAll += guard.runsMax;
    if (!guard.breaker.isWhole) this.#findWounded();
    return guard;
  }

  /** Idempotent. A node of which nothing bad is known is forgotten. */
  leave(guard: NodeGuard): void {
    if (!this.#joined.delete(guard)) return;
    this.#runsMaxInAll -= guard.runsMax;
    const { breaker } = guard;
    if (!breaker.isWhole) this.#findWounded();
    else if (!breaker.hasFaults && !this.#isOfAnother(breaker))
      this.#registry.delete('', guard.nodeId);
  }

  /** An execution has come, for whichever node. */
  arrived(): void {
    for (const { breaker, runsMax } of this.#wounded) breaker.offer(runsMax / this.#runsMaxInAll);
  }

  /** A node that dials before it leaves has two connections for a while. */
  #isOfAnother(breaker: CircuitBreaker): boolean {
    return [...this.#joined].some((guard) => guard.breaker === breaker);
  }

  #findWounded(): void {
    this.#wounded = [...this.#joined].filter(({ breaker }) => !breaker.isWhole);
  }
}
