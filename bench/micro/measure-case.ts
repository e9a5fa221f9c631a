/**
 * Nanoseconds and bytes of an operation that is too short to be timed by itself. Bytes are all that
 * V8 has allocated on its heap meanwhile, by its own count, whether it was collected again or not.
 */
import { getHeapStatistics } from 'node:v8';
import type { Clock } from '../../shared/time/clock.ts';

export interface CaseCost {
  readonly nsPerOp: number;
  readonly bytesPerOp: number;
}

const operationsPerBatch = 1_000;
/** Until V8 has compiled what it is going to compile. */
const warmUpShare = 0.3;

/** `msMax` is for all of it, roughly. */
export function measureCase(operation: () => unknown, clock: Clock, msMax: number): CaseCost {
  const perBatchMs = warmUp(operation, clock, msMax * warmUpShare);
  const batches = Math.max(1, Math.floor((msMax * (1 - warmUpShare)) / perBatchMs));
  // What reading the count allocates by itself is seen by reading it twice.
  const idleBytes = -allocatedBytes() + allocatedBytes();
  const beforeBytes = allocatedBytes();
  const beforeMs = clock.nowMs();
  for (let batch = 0; batch < batches; batch++) runBatch(operation);
  const tookMs = clock.nowMs() - beforeMs;
  const bytes = allocatedBytes() - beforeBytes - idleBytes;
  const operations = batches * operationsPerBatch;
  return { nsPerOp: (tookMs * 1e6) / operations, bytesPerOp: Math.max(0, bytes / operations) };
}

/** Returns how long a batch takes in the end, in milliseconds. */
function warmUp(operation: () => unknown, clock: Clock, msMax: number): number {
  const beganMs = clock.nowMs();
  for (;;) {
    const batchMs = clock.nowMs();
    runBatch(operation);
    const nowMs = clock.nowMs();
    if (nowMs - beganMs >= msMax) return Math.max(1e-3, nowMs - batchMs);
  }
}

/** Returns the last answer, so that nothing of it can be left out. */
function runBatch(operation: () => unknown): unknown {
  let answer: unknown;
  for (let step = 0; step < operationsPerBatch; step++) answer = operation();
  return answer;
}

function allocatedBytes(): number {
  return getHeapStatistics().total_allocated_bytes;
}
