/** A tenant's claims on the pool for hosts it has not got: as many as it has use for. */
import { PoolRefusal } from '../../shared/pool/pool-refusal.ts';
import type { HostLease, HostPool } from './host-pool.ts';

export class HostClaims {
  readonly #pool: HostPool;
  readonly #tenantId: string;
  readonly #mustBeNew: boolean;
  readonly #granted: (lease: HostLease) => void;
  readonly #open = new Set<AbortController>();

  constructor(
    pool: HostPool,
    tenantId: string,
    mustBeNew: boolean,
    granted: (lease: HostLease) => void,
  ) {
    this.#pool = pool;
    this.#tenantId = tenantId;
    this.#mustBeNew = mustBeNew;
    this.#granted = granted;
  }

  get count(): number {
    return this.#open.size;
  }

  /** Claims more until there are `wanted`. */
  raise(wanted: number): void {
    while (this.#open.size < wanted) this.#claim();
  }

  /** Gives up the newest until there are no more than `wanted`. */
  trim(wanted: number): void {
    const surplus = [...this.#open].slice(Math.max(0, wanted));
    for (const controller of surplus) {
      this.#open.delete(controller);
      controller.abort();
    }
  }

  #claim(): void {
    const controller = new AbortController();
    this.#open.add(controller);
    this.#pool.lease(this.#tenantId, controller.signal, this.#mustBeNew).then(
      (lease) => {
        this.#open.delete(controller);
        this.#granted(lease);
      },
      (error: unknown) => {
        // Refused: while there is use for it the next look of the watchdog claims again.
        this.#open.delete(controller);
        if (!(error instanceof PoolRefusal)) throw error;
      },
    );
  }
}
