/**
 * Which node gets a run. A policy sees a snapshot of the nodes and answers with a value, which
 * can be logged and tested; nothing is sent from here.
 */

/** What a policy may know of one node. Counts are this coordinator's own, so never stale. */
export interface NodeView {
  readonly nodeId: string;
  /** Runs given to it and not yet answered. */
  readonly runsOutstanding: number;
  readonly runsMax: number;
  /** It takes another one now. */
  readonly hasRoom: boolean;
  /** It has been sent the program, as far as is known here. */
  holdsProgram(hash: string): boolean;
}

export type Pick<Node extends NodeView> =
  | { readonly name: 'node'; readonly node: Node }
  /** Every node is full: wait for one to free up. */
  | { readonly name: 'queue' }
  /** There is no node at all: wait for one to join. */
  | { readonly name: 'no-node' };

export interface Balancer {
  /**
   * `nodes` are those that take new runs, `programHash` says what would run. Allocates nothing
   * beyond its answer.
   */
  pick<Node extends NodeView>(nodes: readonly Node[], programHash: string): Pick<Node>;
}
