/** What tenants have with a coordinator: keys and quotas, functions, sessions. */
import { evenRandom } from '../../shared/random/even-random.ts';
import { newToken, systemRandom } from '../../shared/random/system-random.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { LoadBalancer } from '../balancing/load-balancer.ts';
import type { CoordinatorConfig } from '../config.ts';
import { FunctionRegistry } from '../functions/function-registry.ts';
import { KeptSessions } from '../kept-sessions/kept-sessions.ts';
import type { Stores } from '../open-stores.ts';
import type { NodeRegistry } from '../sessions/node-registry.ts';
import type { NodeSession } from '../sessions/node-session.ts';
import { deleteBelongings } from '../tenancy/delete-belongings.ts';
import { Tenancy } from '../tenancy/tenancy.ts';

interface Given {
  readonly nodes: NodeRegistry;
  readonly balancer: LoadBalancer<NodeSession>;
  readonly stores: Stores;
  readonly forgetResults: (tenantId: string) => Promise<void>;
  readonly clock: Clock;
}

export interface TenantParts {
  readonly functions: FunctionRegistry;
  readonly sessions: KeptSessions;
  readonly tenancy: Tenancy;
}

export function composeTenantParts(
  { adminKeyHashes }: CoordinatorConfig,
  { nodes, balancer, stores, forgetResults, clock }: Given,
): TenantParts {
  const functions = new FunctionRegistry({
    store: stores.functions,
    clock,
    random: evenRandom(systemRandom()),
  });
  const sessions = new KeptSessions({
    nodes,
    pickHome: (request) => {
      const pick = balancer.pick(request);
      return pick.name === 'node' ? pick.node : undefined;
    },
    clock,
    newSecret: newToken,
  });
  const tenancy = new Tenancy({
    store: stores.tenants,
    adminKeyHashes,
    clock,
    newSecret: newToken,
    deleteBelongings: (tenantId) =>
      deleteBelongings({ functions, sessions, forgetResults }, tenantId),
  });
  return { functions, sessions, tenancy };
}
