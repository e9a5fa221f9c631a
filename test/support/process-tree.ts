/** Processes that descend from this one, found by what was typed to start them. */
import { readdirSync, readFileSync } from 'node:fs';

/** Their ids; `program` is a part of the command line. */
export function descendantsRunning(program: string): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readOrEmpty(`/proc/${name}/stat`);
    // The second field, the name, is in parentheses and may hold anything.
    const parentPid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    parents.set(Number(name), parentPid);
  }
  const isOurs = (pid: number): boolean => {
    for (let at = parents.get(pid); at; at = parents.get(at)) if (at === process.pid) return true;
    return false;
  };
  return [...parents.keys()].filter(
    (pid) => isOurs(pid) && readOrEmpty(`/proc/${pid}/cmdline`).includes(program),
  );
}

/** A process may end while it is looked at. */
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
