/** One setting's three names: file key `hostsMax`, flag `--hosts-max`, variable ISOPOD_HOSTS_MAX. */

export function flagName(key: string): string {
  return `--${words(key).join('-')}`;
}

export function variableName(key: string): string {
  return `ISOPOD_${words(key).join('_').toUpperCase()}`;
}

function words(key: string): string[] {
  return key.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
}

/** The name that was probably meant: at most a third of it may differ. */
export function closestName(given: string, names: readonly string[]): string | undefined {
  let closest: string | undefined;
  let distanceMax = Math.max(1, Math.floor(given.length / 3)) + 1;
  for (const name of names) {
    const distance = editDistance(given, name);
    if (distance >= distanceMax) continue;
    distanceMax = distance;
    closest = name;
  }
  return closest;
}

/** Levenshtein's: characters inserted, removed or replaced. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
