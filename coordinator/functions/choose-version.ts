/** Which version a call gets: what it names is a version, `latest`, or an alias with its shares. */

import { latestAlias } from '../../shared/functions/deployed-function.ts';
import type { Random } from '../../shared/random/random.ts';
import type { FunctionRecord } from './function-store.ts';

/** Undefined where the function has nothing of the name. `asked` is empty for `latest`. */
export function chooseVersion(
  { versions, aliases, latestVersion }: FunctionRecord,
  asked: string,
  random: Random,
): string | undefined {
  if (asked === '' || asked === latestAlias) return latestVersion;
  const routes = aliases.find(({ alias }) => alias === asked)?.routes;
  if (!routes) return versions.find(({ version }) => version === asked)?.version;
  if (routes.length === 1) return routes[0]?.version;
  const total = routes.reduce((sum, { weight }) => sum + weight, 0);
  let point = random.next() * total;
  for (const { version, weight } of routes) {
    if (point < weight) return version;
    point -= weight;
  }
  // Only where rounding has left nothing over.
  return routes.at(-1)?.version;
}
