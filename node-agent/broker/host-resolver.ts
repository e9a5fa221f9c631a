/**
 * Asks the system for all addresses of a name. Each question takes one of the threads that this
 * process has four of, and servers of names that do not answer hold it for seconds: a tenant whose
 * names are such has some of the threads, and leaves one to the others and one to the agent.
 */
import { lookup } from 'node:dns/promises';

/** Every address that a name has; rejects where it has none, or when nobody waits any more. */
export type ResolveHost = (
  hostname: string,
  tenantId: string,
  signal: AbortSignal,
) => Promise<readonly string[]>;

export const lookupsMax = 3;
export const lookupsPerTenantMax = 2;

export function systemResolver(): ResolveHost {
  return fairResolver(async (hostname) => {
    const answers = await lookup(hostname, { all: true, order: 'verbatim' });
    return answers.map(({ address }) => address);
  });
}

interface Waiting {
  readonly tenantId: string;
  readonly begin: () => void;
}

/**
 * Asks `resolve` a few names at once, in the order they came but for those of a tenant that has its
 * share. What is aborted before its turn is never asked for.
 */
export function fairResolver(
  resolve: (hostname: string) => Promise<readonly string[]>,
): ResolveHost {
  /** Whose names are being asked for. */
  const asking: string[] = [];
  let waiting: readonly Waiting[] = [];

  const mayAsk = (tenantId: string): boolean =>
    asking.length < lookupsMax &&
    asking.filter((other) => other === tenantId).length < lookupsPerTenantMax;

  const beginNext = (): void => {
    const next = waiting.find(({ tenantId }) => mayAsk(tenantId));
    if (!next) return;
    waiting = waiting.filter((other) => other !== next);
    asking.push(next.tenantId);
    next.begin();
  };

  const turnOf = async (tenantId: string, signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    const { promise, resolve: begin, reject } = Promise.withResolvers<void>();
    const mine = { tenantId, begin };
    const leave = (): void => {
      waiting = waiting.filter((other) => other !== mine);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', leave, { once: true });
    waiting = [...waiting, mine];
    beginNext();
    await promise;
    signal.removeEventListener('abort', leave);
  };

  return async (hostname, tenantId, signal) => {
    await turnOf(tenantId, signal);
    try {
      return await resolve(hostname);
    } finally {
      asking.splice(asking.indexOf(tenantId), 1);
      beginNext();
    }
  };
}
