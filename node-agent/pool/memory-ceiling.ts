/**
 * The most memory a whole host process may hold, whatever V8 says about heaps: guests can make
 * memory grow by 1.7 MB a millisecond in ways that V8's own limit does not see.
 *
 * Three ways, the first that works on this machine is taken (choose-memory-ceilings.ts):
 * a cgroup of version 2, a cgroup of version 1, or looking at the resident memory.
 */

export const memoryCeilingKinds = ['cgroup-v2', 'cgroup-v1', 'resident-watch'] as const;
export type MemoryCeilingKind = (typeof memoryCeilingKinds)[number];

/** What an agent has one of. */
export interface MemoryCeilings {
  readonly kind: MemoryCeilingKind;
  open(request: CeilingRequest): MemoryCeiling;
  /** Leaves nothing behind. Every ceiling is closed before. */
  close(): void;
}

/** For a host that is about to be started. */
export interface CeilingRequest {
  /** No two live hosts of an agent have the same. */
  readonly slot: number;
  readonly memoryBytesMax: number;
  /** The owner is to kill the host. Called once; never where the kernel does that by itself. */
  readonly onExceeded: () => void;
}

/** Over one host process. */
export interface MemoryCeiling {
  /**
   * Takes the process under it, right after its start. The kernel can take 15 ms to move one;
   * until it is done the host must be given nothing of a guest's. Rejects when it cannot be done.
   */
  admit(pid: number): Promise<void>;
  /**
   * From now on. A ceiling below what the process holds already is not set, and the one before
   * stays: whoever runs next must not die of what the last one left.
   */
  setLimit(memoryBytesMax: number): void;
  /** Whether the kernel, or the owner on request, killed the process for its memory. */
  wasExceeded(): boolean;
  /** After the process is reaped. Idempotent. */
  close(): void;
}
