/**
 * What a host that died by itself has said of it. Its stderr may be a guest's: it may choose the word
 * for the run that is to blame either way, and nothing else.
 */
import type { HostExit } from './host-port.ts';

/**
 * V8 aborts for what is too large for any heap, such as an array of four thousand million places, and
 * isolated-vm then tells whether a heap was the matter. Not said where the machine has no memory left.
 */
const heapIsFull = /^is_heap_oom = 1$/m;

/** Whether it died as a guest's heap had no room, which no limit had seen coming. */
export function diedOfItsHeap({ killedBy, signal, detail }: HostExit): boolean {
  return killedBy === 'NOBODY' && signal === 'SIGABRT' && heapIsFull.test(detail);
}
