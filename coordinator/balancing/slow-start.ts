/**
 * A node that has just joined is cold: its hosts hold no code yet. It gets a tenth of what it will, and
 * more with time, until the window is over. Where all are new there is nobody to spare them.
 */
import type { NodeView } from './balancer.ts';
import type { Member } from './member.ts';

const windowMs = 60_000;
const warmthMin = 0.1;

export function assignWarmth(members: readonly Member<NodeView>[], nowMs: number): void {
  const isAnyWarm = members.some(({ joinedAtMs }) => nowMs - joinedAtMs >= windowMs);
  for (const member of members) {
    const share = (nowMs - member.joinedAtMs) / windowMs;
    member.warmth = isAnyWarm ? Math.min(1, Math.max(warmthMin, share)) : 1;
  }
}
