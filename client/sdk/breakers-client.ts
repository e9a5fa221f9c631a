/** The circuit breakers of a coordinator, for administrators. */
import type {
  BreakerDescription,
  ForcedState,
} from '../../shared/resilience/breaker-description.ts';
import { breakerFromWire, breakerStateEnum } from '../../shared/wire/breaker-codec.ts';
import type { ClusterService } from '../../shared/wire/services.ts';
import type { CallOptions, ResponseOf, UnaryCaller } from './unary-caller.ts';

type Cluster = InstanceType<typeof ClusterService>;

/** Every method rejects with an IsopodError; its `reason` is BREAKER_NOT_FOUND, … */
export class BreakersClient {
  readonly #service: Cluster;
  readonly #caller: UnaryCaller;

  /** Made by IsopodClient, which has it as `breakers`. */
  constructor(service: Cluster, caller: UnaryCaller) {
    this.#service = service;
    this.#caller = caller;
  }

  /** By name. */
  async list(options: CallOptions = {}): Promise<BreakerDescription[]> {
    const response = await this.#caller.call<ResponseOf<Cluster['listBreakers']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.listBreakers({}, metadata, grpcOptions, answer),
    );
    return response.breakers.map(breakerFromWire);
  }

  /** Lets nothing through, or everything, until it is reset. */
  async force(
    name: string,
    state: ForcedState,
    options: CallOptions = {},
  ): Promise<BreakerDescription> {
    const request = { name, state: breakerStateEnum.toWire(state) };
    const { breaker } = await this.#caller.call<ResponseOf<Cluster['forceBreaker']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.forceBreaker(request, metadata, grpcOptions, answer),
    );
    return breakerFromWire(breaker);
  }

  /** As if it were new. */
  async reset(name: string, options: CallOptions = {}): Promise<BreakerDescription> {
    const { breaker } = await this.#caller.call<ResponseOf<Cluster['resetBreaker']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.resetBreaker({ name }, metadata, grpcOptions, answer),
    );
    return breakerFromWire(breaker);
  }
}
