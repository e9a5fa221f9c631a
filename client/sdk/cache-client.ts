/** What coordinators keep of results, for administrators. */
import type { CacheDescription, CacheTarget } from '../../shared/cache/cache-description.ts';
import { cacheFromWire } from '../../shared/wire/cache-codec.ts';
import type { ClusterService } from '../../shared/wire/services.ts';
import type { CallOptions, ResponseOf, UnaryCaller } from './unary-caller.ts';

type Cluster = InstanceType<typeof ClusterService>;

/** Every method rejects with an IsopodError. */
export class CacheClient {
  readonly #service: Cluster;
  readonly #caller: UnaryCaller;

  /** Made by IsopodClient, which has it as `cache`. */
  constructor(service: Cluster, caller: UnaryCaller) {
    this.#service = service;
    this.#caller = caller;
  }

  /** Of this coordinator, since its start. */
  async stats(options: CallOptions = {}): Promise<CacheDescription[]> {
    const response = await this.#caller.call<ResponseOf<Cluster['getCacheStats']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.getCacheStats({}, metadata, grpcOptions, answer),
    );
    return response.namespaces.map(cacheFromWire);
  }

  /** Has something forgotten by all coordinators. */
  async invalidate(target: CacheTarget, options: CallOptions = {}): Promise<void> {
    await this.#caller.call<ResponseOf<Cluster['invalidateCache']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.invalidateCache({ ...target }, metadata, grpcOptions, answer),
    );
  }
}
