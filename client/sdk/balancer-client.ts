/** How a coordinator balances runs over its nodes, for administrators. */
import type { PolicyChoice } from '../../shared/nodes/policy-choice.ts';
import {
  type BalancerDescription,
  balancerFromWire,
  choiceToWire,
} from '../../shared/wire/balancer-codec.ts';
import type { ClusterService } from '../../shared/wire/services.ts';
import type { CallOptions, ResponseOf, UnaryCaller } from './unary-caller.ts';

type Cluster = InstanceType<typeof ClusterService>;

/** Every method rejects with an IsopodError. */
export class BalancerClient {
  readonly #service: Cluster;
  readonly #caller: UnaryCaller;

  /** Made by IsopodClient, which has it as `balancer`. */
  constructor(service: Cluster, caller: UnaryCaller) {
    this.#service = service;
    this.#caller = caller;
  }

  async get(options: CallOptions = {}): Promise<BalancerDescription> {
    const { balancer } = await this.#caller.call<ResponseOf<Cluster['getBalancer']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.getBalancer({}, metadata, grpcOptions, answer),
    );
    return balancerFromWire(balancer);
  }

  /** From the next run on, until the coordinator is started again. */
  async set(choice: PolicyChoice, options: CallOptions = {}): Promise<BalancerDescription> {
    const { balancer } = await this.#caller.call<ResponseOf<Cluster['setBalancer']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.setBalancer(choiceToWire(choice), metadata, grpcOptions, answer),
    );
    return balancerFromWire(balancer);
  }
}
