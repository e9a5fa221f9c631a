/** The nodes of a coordinator, for administrators: who is there, and who shall get runs. */
import type { Node__Output } from '../../shared/generated/isopod/v1/Node.ts';
import { durationFromUs } from '../../shared/wire/duration.ts';
import {
  type NodeDescription,
  nodeDescriptionFromWire,
} from '../../shared/wire/node-description-codec.ts';
import type { ClusterService } from '../../shared/wire/services.ts';
import type { CallOptions, ResponseOf, UnaryCaller } from './unary-caller.ts';
import { watching } from './watching.ts';

type Cluster = InstanceType<typeof ClusterService>;

export interface RemoveOptions extends CallOptions {
  /** How long its runs may go on. @default 30 s */
  readonly graceMs?: number;
}

/** Every method rejects with an IsopodError; its `reason` is NODE_NOT_FOUND, … */
export class NodesClient {
  readonly #service: Cluster;
  readonly #caller: UnaryCaller;

  /** Made by IsopodClient, which has it as `nodes`. */
  constructor(service: Cluster, caller: UnaryCaller) {
    this.#service = service;
    this.#caller = caller;
  }

  /** All of them, by id. */
  async list(options: CallOptions = {}): Promise<NodeDescription[]> {
    const response = await this.#caller.call<ResponseOf<Cluster['listNodes']>>(
      options,
      (metadata, grpcOptions, answer) => this.#service.listNodes({}, metadata, grpcOptions, answer),
    );
    return response.nodes.map(nodeDescriptionFromWire);
  }

  /** All of them now, and again whenever one has changed, until it is left or `signal` aborts. */
  watch(options: CallOptions = {}): AsyncGenerator<NodeDescription[], void> {
    return watching(
      this.#caller,
      options,
      (metadata, grpcOptions) => this.#service.watchNodes({}, metadata, grpcOptions),
      ({ nodes }) => nodes.map(nodeDescriptionFromWire),
    );
  }

  /** It keeps what it has and gets nothing new. Resolves with the node as it is then. */
  async cordon(nodeId: string, options: CallOptions = {}): Promise<NodeDescription | undefined> {
    const { node } = await this.#caller.call<ResponseOf<Cluster['cordonNode']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.cordonNode({ nodeId }, metadata, grpcOptions, answer),
    );
    return read(node);
  }

  /** It gets runs again, or may join again. Resolves with undefined where it is not connected. */
  async uncordon(nodeId: string, options: CallOptions = {}): Promise<NodeDescription | undefined> {
    const { node } = await this.#caller.call<ResponseOf<Cluster['uncordonNode']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.uncordonNode({ nodeId }, metadata, grpcOptions, answer),
    );
    return read(node);
  }

  /** Cordons it and waits for its runs. Resolves with undefined where it has left meanwhile. */
  async drain(nodeId: string, options: CallOptions = {}): Promise<NodeDescription | undefined> {
    const { node } = await this.#caller.call<ResponseOf<Cluster['drainNode']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.drainNode({ nodeId }, metadata, grpcOptions, answer),
    );
    return read(node);
  }

  /** Drains it, and lets it join no more. Resolves with how many runs were lost with it. */
  async remove(nodeId: string, { graceMs, ...options }: RemoveOptions = {}): Promise<number> {
    const graceTime = graceMs === undefined ? null : durationFromUs(graceMs * 1_000);
    const { runsLost } = await this.#caller.call<ResponseOf<Cluster['removeNode']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.removeNode({ nodeId, graceTime }, metadata, grpcOptions, answer),
    );
    return runsLost;
  }
}

function read(node: Node__Output | null): NodeDescription | undefined {
  return node ? nodeDescriptionFromWire(node) : undefined;
}
