/**
 * Whether Linux weighs each session as one for a process started here, as it does for whatever is in
 * the topmost CPU control group (sched(7), the autogroup feature). Each host has a session of its own:
 * one that burns with many threads, or makes the kernel work, then weighs as much as a quiet one.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type ReadText = (path: string) => string | undefined;

export function isAutogrouped(read: ReadText = readOrUndefined): boolean {
  if (read('/proc/sys/kernel/sched_autogroup_enabled')?.trim() !== '1') return false;
  const lines = (read('/proc/self/cgroup') ?? '').trim().split('\n');
  const groups = lines.map((line) => {
    const [id, controllers = '', ...path] = line.split(':');
    return { id, controllers: controllers.split(','), path: path.join(':') };
  });
  const first = groups.find(({ controllers }) => controllers.includes('cpu'));
  if (first) return first.path === '/';
  const second = groups.find(({ id }) => id === '0');
  return !isWeighed(second?.path ?? '/', read);
}

/** In version 2 a group without the controller is part of the one above; the topmost has no weight. */
function isWeighed(path: string, read: ReadText): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (read(join('/sys/fs/cgroup', at, 'cpu.weight')) !== undefined) return true;
    if (at === dirname(at)) return false;
  }
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
