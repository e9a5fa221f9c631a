/**
 * The sandbox hosts of this node: shared/pool's ResourcePool over SupervisedHost. Hosts are
 * started ahead, leased to one tenant at a time, and reset or replaced between two tenants.
 */
import type { Lease } from '../../shared/pool/lease.ts';
import type { PoolStats } from '../../shared/pool/pool-observer.ts';
import { ResourcePool } from '../../shared/pool/resource-pool.ts';
import type { Random } from '../../shared/random/random.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { HostFactory } from './host-port.ts';
import { claimMsMax, type HostingOptions } from './hosting-config.ts';
import type { HostingObserver } from './hosting-observer.ts';
import type { RunLedger } from './run-ledger.ts';
import { SupervisedHost } from './supervised-host.ts';

export type HostLease = Lease<SupervisedHost>;

export interface HostPoolParts {
  readonly factory: HostFactory;
  readonly clock: Clock;
  readonly random: Random;
  readonly ledger: RunLedger;
  readonly observer: HostingObserver;
}

export class HostPool {
  readonly #clock: Clock;
  readonly #pool: ResourcePool<SupervisedHost>;

  constructor(
    options: HostingOptions,
    { factory, clock, random, ledger, observer }: HostPoolParts,
  ) {
    this.#clock = clock;
    const hostParts = {
      clock,
      ledger,
      hostMemoryBytesMax: options.hostMemoryBytesMax,
      lostWhileIdle: (host: SupervisedHost, detail: string) => {
        observer.hostLost?.(host.hostId, undefined, detail);
        this.#pool.lost(host);
      },
    };
    const lifecycle = {
      create: (signal: AbortSignal) => SupervisedHost.start(factory, hostParts, signal),
      destroy: (host: SupervisedHost) => host.end(),
    };
    const rekey = (host: SupervisedHost) => host.reset();
    this.#pool = new ResourcePool(
      options.tenantChange === 'reset' ? { ...lifecycle, rekey } : lifecycle,
      {
        liveMin: Math.min(options.hostsMax, options.hostsSparesMin),
        liveMax: options.hostsMax,
        leasesPerKeyMax: options.hostsPerTenantMax,
        // A tenant claims no more than it may hold, and has a run for each claim.
        waitersMax: options.runsMax,
        sparesMin: options.hostsSparesMin,
        sparesPerBusyRatio: 0.2,
        creatingMax: 2,
        stabilizationMs: 60_000,
        rekeyAfterIdleMs: 1_000,
        ageMsMax: options.hostAgeMsMax,
        maintainEveryMs: 500,
      },
      {
        clock,
        random,
        observer: {
          created: (host, tookMs) => observer.hostStarted?.(host.hostId, tookMs),
          createFailed: (error, failuresInARow, retryInMs) =>
            observer.hostNotStarted?.(error, failuresInARow, retryInMs),
        },
      },
    );
  }

  start(): void {
    this.#pool.start();
  }

  stats(): PoolStats {
    return this.#pool.stats();
  }

  /** One that is ready now, of the tenant's own rather one that `isPreferred`; or undefined. */
  tryLease(
    tenantId: string,
    isPreferred: (host: SupervisedHost) => boolean,
  ): HostLease | undefined {
    return this.#pool.tryAcquire({ key: tenantId, isPreferred });
  }

  /** Rejects with a PoolRefusal. */
  lease(tenantId: string, signal: AbortSignal, mustBeNew: boolean): Promise<HostLease> {
    const deadlineMs = this.#clock.nowMs() + claimMsMax;
    return this.#pool.acquire({ key: tenantId, deadlineMs, signal, mustBeNew });
  }

  drain(): Promise<void> {
    return this.#pool.drain();
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
