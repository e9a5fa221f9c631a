/**
 * The hosts that one tenant has leased.
 *
 *   open ──the pool wants it back, it is worn, or it is bloated──▶ closing      (takes no more)
 *     └────────────────── its last run ends ──────────────────────────┴──▶ released
 *   alone ──its one run ends──▶ destroyed      (apart: alone because its code harms its neighbours)
 */
import type { HostLease } from './host-pool.ts';
import type { HostUser, SupervisedHost } from './supervised-host.ts';

export class LeasedHosts {
  readonly #user: HostUser;
  readonly #leases = new Map<SupervisedHost, HostLease>();
  readonly #open: SupervisedHost[] = [];
  readonly #alone = new Set<SupervisedHost>();
  readonly #apart = new Set<SupervisedHost>();
  readonly #wanted = new Set<SupervisedHost>();

  constructor(user: HostUser) {
    this.#user = user;
  }

  get count(): number {
    return this.#leases.size;
  }

  get apartCount(): number {
    return this.#apart.size;
  }

  /** Those that take more runs. */
  get open(): readonly SupervisedHost[] {
    return this.#open;
  }

  /** Whether some are on their way back. */
  get isClosingAny(): boolean {
    return this.#leases.size > this.#open.length + this.#alone.size;
  }

  /** Every one; a copy, for some may be lost while it is gone through. */
  all(): SupervisedHost[] {
    return [...this.#leases.keys()];
  }

  addShared(lease: HostLease): SupervisedHost {
    this.#open.push(this.#add(lease));
    return lease.resource;
  }

  addAlone(lease: HostLease, isApart: boolean): SupervisedHost {
    this.#alone.add(this.#add(lease));
    if (isApart) this.#apart.add(lease.resource);
    return lease.resource;
  }

  /** Gives an empty one back. */
  release(host: SupervisedHost): void {
    const isSpent = this.#alone.has(host) || host.isBloated;
    host.leave();
    this.#remove(host)?.release(isSpent ? 'DISCARD' : 'KEEP');
  }

  /** Has a lost one destroyed. */
  discard(host: SupervisedHost): void {
    this.#remove(host)?.release('DISCARD');
  }

  /** Says that they are in use, and closes those that should go back. */
  renew(): void {
    for (const [host, lease] of this.#leases) {
      lease.renew();
      const reason = lease.returnReason();
      if (reason !== undefined || host.isBloated) this.close(host);
      if (reason === 'WANTED') this.#wanted.add(host);
    }
  }

  /** Others wait for it. */
  closeForOthers(host: SupervisedHost): void {
    this.#wanted.add(host);
    this.close(host);
  }

  /** Those that others wait for. */
  get wanted(): ReadonlySet<SupervisedHost> {
    return this.#wanted;
  }

  get withSessionsCount(): number {
    let count = 0;
    for (const host of this.#leases.keys()) if (host.hasSessions) count++;
    return count;
  }

  /** It gets no more runs. */
  close(host: SupervisedHost): void {
    const at = this.#open.indexOf(host);
    if (at >= 0) this.#open.splice(at, 1);
  }

  #add(lease: HostLease): SupervisedHost {
    this.#leases.set(lease.resource, lease);
    lease.resource.serve(this.#user);
    return lease.resource;
  }

  #remove(host: SupervisedHost): HostLease | undefined {
    const lease = this.#leases.get(host);
    this.#leases.delete(host);
    this.#alone.delete(host);
    this.#apart.delete(host);
    this.#wanted.delete(host);
    this.close(host);
    return lease;
  }
}
