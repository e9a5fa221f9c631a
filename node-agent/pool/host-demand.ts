/**
 * How many more hosts a tenant has use for, and of which kind. Pure: from its lanes, its hosts and
 * the pool to numbers.
 *
 * Two kinds of runs need a new host each: those that must (PROCESS, suspects, the sentenced) and
 * those that are kept apart because their code harms its neighbours. The latter leave one of the
 * tenant's hosts to the others, and have no claim to any while there are no others.
 */
import { sliceDepthMax } from './hosting-config.ts';
import { fitOf, type HostOccupancy } from './placing-rule.ts';
import type { LaneName } from './tenant-lanes.ts';

export interface TenantView {
  readonly hostsMax: number;
  readonly hostsPerTenantMax: number;
  readonly lanes: Readonly<Record<LaneName, { readonly count: number }>> & {
    /** Whether there are runs from which others are to be kept apart. */
    readonly hasCompany: boolean;
  };
  readonly hosts: {
    /** All of this tenant's. */
    readonly count: number;
    /** Those with a run that is kept apart. */
    readonly apartCount: number;
    readonly open: readonly HostOccupancy[];
    readonly isClosingAny: boolean;
  };
  readonly pool: { stats(): { readonly live: number; readonly idle: number } };
}

/** Hosts that would have something to do now, beyond those it has. */
export function sharedHostsWanted(view: TenantView): number {
  const { lanes, hosts, hostsPerTenantMax } = view;
  const room = hostsPerTenantMax - hosts.count;
  if (room <= 0) return 0;
  const { THREAD, SESSION, SLICE } = lanes;
  const waiting = THREAD.count + SESSION.count + Math.ceil(SLICE.count / sliceDepthMax);
  return Math.min(room, waiting + hostsOverfull(view));
}

/** New hosts, for one run each. */
export function ownHostsWanted(view: TenantView): number {
  const { ALONE, APART } = view.lanes;
  return ALONE.count + Math.min(APART.count, roomApart(view));
}

/** How many more runs may be kept apart at the same time. */
export function roomApart({ lanes, hosts, hostsPerTenantMax }: TenantView): number {
  const apartMax = lanes.hasCompany ? Math.max(1, hostsPerTenantMax - 1) : hostsPerTenantMax;
  return Math.max(0, apartMax - hosts.apartCount);
}

/**
 * Whether the tenant must give up a shared host. A run that needs a new one must get it though this
 * tenant's other runs keep all that may be had: the pool asks a host back for other tenants' sake only.
 */
export function mustMakeWay(view: TenantView): boolean {
  const { lanes, hosts, pool, hostsMax, hostsPerTenantMax } = view;
  if (hosts.isClosingAny || hosts.open.length === 0) return false;
  // Those kept apart take the only one in turn with those they are kept from.
  const hasTurn = hosts.open.length > 1 || hosts.apartCount === 0;
  const isApartDue = lanes.APART.count > 0 && hasTurn && roomApart(view) > 0;
  if (lanes.ALONE.count === 0 && !isApartDue) return false;
  if (hosts.count >= hostsPerTenantMax) return true;
  const { live, idle } = pool.stats();
  return live >= hostsMax && idle === 0;
}

/** Hosts with runs that another could take. What is idle they get by being taken back. */
function hostsOverfull({ hosts, pool }: TenantView): number {
  let overfull = 0;
  for (const host of hosts.open) {
    const isBehindThread = host.threads > 1 || (host.threads === 1 && host.slices > 0);
    if (isBehindThread || fitOf('SLICE', host) === 'FULL') overfull++;
  }
  return overfull > 0 && pool.stats().idle === 0 ? overfull : 0;
}
