/**
 * What a run has asked of its stdin, and what it was told:
 *
 *   idle ◀──▶ reading ──told that there is no more──▶ ended
 *
 * So each call for more is answered once by its client, or by the end of it, and no host can ask
 * without end.
 */
import type { HostCallReply } from '../../shared/execution/host-call.ts';
import type { Placement } from './run.ts';

/** What is wrong with a call for more, or undefined. */
export function faultOfRead(placement: Placement, callId: number): string | undefined {
  const { stdin } = placement;
  if (stdin.name !== 'idle') return `it reads of its stdin, which is ${stdin.name}`;
  placement.stdin = { name: 'reading', callId };
  return undefined;
}

/** A reply goes to the host, to the call of this number there. */
export function noteReply(placement: Placement, { callId, result }: HostCallReply): void {
  const { stdin } = placement;
  if (stdin.name !== 'reading' || stdin.callId !== callId) return;
  const isEnd = result.name === 'returned' && result.resultJson === undefined;
  placement.stdin = isEnd ? { name: 'ended' } : { name: 'idle' };
}
