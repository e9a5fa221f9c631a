/**
 * Asks the system for all addresses of a name, few names at a time: each takes one of the threads
 * that this process has four of, and a server of names that does not answer holds it for seconds.
 */
import { lookup } from 'node:dns/promises';

/** Every address that a name has; rejects where it has none. */
export type ResolveHost = (hostname: string) => Promise<readonly string[]>;

const lookupsMax = 2;

export function systemResolver(): ResolveHost {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (hostname) => {
    if (running >= lookupsMax) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
    try {
      const answers = await lookup(hostname, { all: true, order: 'verbatim' });
      return answers.map(({ address }) => address);
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}
