/**
 * The few things that must be asked of the kernel and for which Node has no function, through
 * the C library this process already has in it. Linux only; loading it elsewhere is an error.
 *
 * Every wrapper throws LibcError on failure: what is asked for here is protection, and none of
 * it may fail unseen.
 */
import { createRequire } from 'node:module';
import { getSystemErrorName } from 'node:util';
import type * as Koffi from 'koffi';

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

/**
 * require, not import: koffi's CommonJS entry is ready after 16 ms, its ES module after 33, and
 * every sandbox host waits for it.
 */
const koffi = createRequire(import.meta.url)('koffi') as typeof Koffi;

/** null is this very process: node's own binary brings the C library, glibc or musl. */
const libc = koffi.load(null);

type Word = number | bigint;
type FiveWords = (option: number, a: Word, b: Word, c: Word, d: Word) => number;
type SyscallFunction = (n: number, a: Word, b: Word, c: Word, d: Word, e: Word, f: Word) => number;

const prctlFunction = libc.func('prctl', 'int', [
  'int',
  'ulong',
  'ulong',
  'ulong',
  'ulong',
]) as FiveWords;
// Declared with fixed arguments: for whole numbers the calling conventions of x64 and arm64
// Linux pass them to a variadic function in the same registers.
const syscallFunction = libc.func('syscall', 'long', [
  'long',
  'ulong',
  'ulong',
  'ulong',
  'ulong',
  'ulong',
  'ulong',
]) as SyscallFunction;
const memfdCreateFunction = libc.func('memfd_create', 'int', ['str', 'uint']) as (
  name: string,
  flags: number,
) => number;
const fcntlFunction = libc.func('fcntl', 'int', ['int', 'int', 'ulong']) as (
  descriptor: number,
  command: number,
  argument: Word,
) => number;
const setrlimitFunction = libc.func('setrlimit', 'int', ['int', 'void *']) as (
  resource: number,
  limit: Buffer,
) => number;
const clockGettimeFunction = libc.func('clock_gettime', 'int', ['int', 'void *']) as (
  clockId: number,
  timespec: Buffer,
) => number;

function refuseFailure(call: string, result: number): number {
  if (result === -1) throw new LibcError(call, koffi.errno());
  return result;
}

export function prctl(option: number, argument: Word): number {
  return refuseFailure(`prctl(${option})`, prctlFunction(option, argument, 0, 0, 0));
}

/** A system call by its number, with up to six whole numbers or addresses (addressOf). */
export function syscall(number: number, ...words: readonly Word[]): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = words;
  return refuseFailure(`syscall(${number})`, syscallFunction(number, a, b, c, d, e, f));
}

/** An anonymous file in memory; its descriptor is closed on exec unless passed on by name. */
export function memfdCreate(name: string, flags: number): number {
  return refuseFailure('memfd_create', memfdCreateFunction(name, flags));
}

export function fcntl(descriptor: number, command: number, argument: Word): number {
  return refuseFailure(`fcntl(${command})`, fcntlFunction(descriptor, command, argument));
}

/** Sets both the soft and the hard limit: what is given up here is given up for good. */
export function setResourceLimit(resource: number, value: number): void {
  const limit = Buffer.alloc(16);
  limit.writeBigUInt64LE(BigInt(value), 0);
  limit.writeBigUInt64LE(BigInt(value), 8);
  refuseFailure(`setrlimit(${resource})`, setrlimitFunction(resource, limit));
}

/** Fills `timespec` (16 bytes: seconds and nanoseconds) and says whether the clock exists. */
export function clockGettime(clockId: number, timespec: Buffer): boolean {
  return clockGettimeFunction(clockId, timespec) === 0;
}

export const memoryPageBytes = (libc.func('getpagesize', 'int', []) as () => number)();

/** Where the bytes lie in memory. The caller keeps `bytes` alive for as long as it is used. */
export function addressOf(bytes: Buffer): bigint {
  return koffi.address(bytes);
}
