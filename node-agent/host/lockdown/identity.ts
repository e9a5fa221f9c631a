/**
 * A host that was started by root becomes somebody who owns nothing: a user and group that no
 * file and no other process has.
 */
import type { HostIds } from '../../frames/lockdown.ts';

/** Only root has ids to give up; and a host of root's that was handed none must not go on. */
export function canChangeIds(ids: HostIds | undefined): boolean {
  return ids !== undefined || process.getuid?.() === 0;
}

/** Throws when the ids could not be given up or could be had again. */
export function giveUpIds(ids: HostIds | undefined): void {
  if (!ids) throw new Error('no ids to change to were handed to a host of root');
  process.setgroups?.([]);
  process.setgid?.(ids.gid);
  process.setuid?.(ids.uid);
  if (process.getuid?.() !== ids.uid || process.geteuid?.() !== ids.uid) {
    throw new Error(`the uid is ${process.getuid?.()}, not ${ids.uid}`);
  }
  if (process.getgid?.() !== ids.gid || process.getgroups?.().some((gid) => gid !== ids.gid)) {
    throw new Error('a group of the agent is left');
  }
  if (canRegain(() => process.setuid?.(0)) || canRegain(() => process.setgid?.(0))) {
    throw new Error('the ids given up could be taken back');
  }
}

function canRegain(takeBack: () => void): boolean {
  try {
    takeBack();
    return true;
  } catch {
    return false;
  }
}
