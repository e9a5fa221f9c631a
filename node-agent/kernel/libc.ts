/**
 * The few things that must be asked of the kernel and for which Node has no function, through
 * the C library this process already has in it. Linux only; loading it elsewhere is an error.
 *
 * Every wrapper but clockGettime throws LibcError on failure: what is asked for here is
 * protection, and none of it may fail unseen.
 *
 * By node:ffi, which is experimental, and this file is all that knows of it: the alternative,
 * koffi, adds 30 ms of processor time to the 85 that every sandbox host needs to start.
 */
import { dlopen, getInt32, getRawPointer } from 'node:ffi';
import { getSystemErrorName } from 'node:util';

/** A call that the C library or the kernel refused. */
export class LibcError extends Error {
  override readonly name = 'LibcError';
  /** As in `EPERM`. */
  readonly code: string;

  constructor(call: string, errno: number) {
    const code = getSystemErrorName(-errno);
    super(`${call} failed: ${code}`);
    this.code = code;
  }
}

/** null is this very process: node's own binary brings the C library, glibc or musl. */
const { functions } = dlopen(null, {
  __errno_location: { arguments: [], return: 'pointer' },
  clock_gettime: { arguments: ['int32', 'pointer'], return: 'int32' },
  fcntl: { arguments: ['int32', 'int32', 'uint64'], return: 'int32' },
  getpagesize: { arguments: [], return: 'int32' },
  memfd_create: { arguments: ['string', 'uint32'], return: 'int32' },
  prctl: { arguments: ['int32', 'uint64', 'uint64', 'uint64', 'uint64'], return: 'int32' },
  setrlimit: { arguments: ['int32', 'pointer'], return: 'int32' },
  // Declared with fixed arguments: for whole numbers the calling conventions of x64 and arm64
  // Linux pass them to a variadic function in the same registers. The same holds for fcntl.
  syscall: {
    arguments: ['int64', 'uint64', 'uint64', 'uint64', 'uint64', 'uint64', 'uint64'],
    return: 'int64',
  },
});
const { __errno_location: errnoLocation, ...libc } = functions;

function refuseFailure(call: string, result: number): number {
  if (result === -1) throw new LibcError(call, getInt32(errnoLocation()));
  return result;
}

export function prctl(option: number, argument: number): number {
  return refuseFailure(`prctl(${option})`, libc.prctl(option, BigInt(argument), 0n, 0n, 0n));
}

/** A system call by its number, with up to six whole numbers or addresses (addressOf). */
export function syscall(number: number, ...words: readonly (number | bigint)[]): number {
  const [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n] = words.map(BigInt);
  const result = Number(libc.syscall(BigInt(number), a, b, c, d, e, f));
  return refuseFailure(`syscall(${number})`, result);
}

/** An anonymous file in memory; its descriptor is closed on exec unless passed on by name. */
export function memfdCreate(name: string, flags: number): number {
  return refuseFailure('memfd_create', libc.memfd_create(name, flags));
}

export function fcntl(descriptor: number, command: number, argument: number): number {
  return refuseFailure(`fcntl(${command})`, libc.fcntl(descriptor, command, BigInt(argument)));
}

/** Sets both the soft and the hard limit: what is given up here is given up for good. */
export function setResourceLimit(resource: number, value: number): void {
  const limit = Buffer.alloc(16);
  limit.writeBigUInt64LE(BigInt(value), 0);
  limit.writeBigUInt64LE(BigInt(value), 8);
  refuseFailure(`setrlimit(${resource})`, libc.setrlimit(resource, addressOf(limit)));
}

/** Fills a struct timespec: 16 bytes, seconds and nanoseconds. False: there is no such clock. */
export function clockGettime(clockId: number, timespecAddress: bigint): boolean {
  return libc.clock_gettime(clockId, timespecAddress) === 0;
}

/**
 * Gives freed memory back to the system, where the C library keeps it: glibc does, and has
 * malloc_trim for that; musl has neither.
 */
export function trimFreedMemory(): void {
  if (mallocTrim) mallocTrim(0n);
}

const mallocTrim = ((): ((padBytes: bigint) => number) | undefined => {
  try {
    const trims = { malloc_trim: { arguments: ['uint64'], return: 'int32' } } as const;
    return dlopen(null, trims).functions.malloc_trim;
  } catch {
    return undefined;
  }
})();

export const memoryPageBytes = libc.getpagesize();

/** Where the bytes lie in memory. The caller keeps `bytes` alive for as long as it is used. */
export function addressOf(bytes: Buffer): bigint {
  return getRawPointer(bytes);
}
