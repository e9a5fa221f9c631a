/**
 * Which node gets a run. The answer is a value, which can be logged and tested; nothing is sent
 * from here. load-balancer.ts is the implementation.
 */
import type { Place } from '../../shared/nodes/place.ts';
import type { NodeLoad } from '../../shared/wire/node-messages.ts';
import type { CallVerdict } from '../resilience/call-verdict.ts';

/** What may be known of one node. Counts are this coordinator's own, so never stale. */
export interface NodeView {
  readonly nodeId: string;
  /** When its agent started, by its own clock: one that has started again is another. */
  readonly startedAtMs: number;
  /** Runs given to it and not yet answered. */
  readonly runsOutstanding: number;
  readonly runsMax: number;
  /** It takes another one now. */
  readonly hasRoom: boolean;
  /** The same of one of little urgency. */
  readonly hasRoomForBatch: boolean;
  /** Of its lockdown, by name. */
  readonly layers: ReadonlySet<string>;
  /** Where it is; undefined where it has not said. */
  readonly place: Place | undefined;
  /** What its operator says that it can take, beside others; undefined where nothing was said. */
  readonly weight: number | undefined;
  /** As it said when it was last heard of; another object each time. */
  readonly load: NodeLoad;
  /** It has been sent the program, as far as is known here. */
  holdsProgram(hash: string): boolean;
}

/** What of an execution decides where it goes. */
export interface PickRequest {
  readonly program: { readonly hash: string };
  /** How urgent it is, from 0 to 9; absent for the usual. */
  readonly priority?: number;
  /** What its node must have. */
  readonly layersRequired?: readonly string[] | undefined;
  /** Those of one key go to one node, while that is not overloaded. */
  readonly affinityKey?: string;
  /** Where its client is. */
  readonly origin?: Place | undefined;
}

export type Pick<Node extends NodeView> =
  | { readonly name: 'node'; readonly node: Node }
  /** Every node that could run it is full: wait for one to free up. */
  | { readonly name: 'queue' }
  /** There is no node at all: wait for one to join. */
  | { readonly name: 'no-node' };

/** A run that was given to a node. */
export interface PlacedRun {
  readonly nodeId: string;
  readonly programHash: string;
  /** Runs of here that the node had when it was given this one. */
  readonly runsFound: number;
}

/** Hears of the ends of runs. */
export interface RunFeedback {
  /** `tookMs` after it was given to its node. Allocates nothing. */
  finished(run: PlacedRun, tookMs: number, verdict: CallVerdict): void;
}

export interface Balancer<Node extends NodeView> extends RunFeedback {
  /** Of the nodes there are. Allocates nothing. */
  pick(request: PickRequest): Pick<Node>;
}
