/**
 * Puts a filter of system calls on every thread of this process, for good. Filters only add up:
 * a call passes when each of them lets it, and children inherit them all.
 */
import { addressOf, prctl, syscall } from './libc.ts';
import { assembleFilter, type FilterDescription } from './seccomp-program.ts';
import { type FilteredArchitecture, systemCallNumber } from './system-call-numbers.ts';

const setNoNewPrivileges = 38; // PR_SET_NO_NEW_PRIVS
const setModeFilter = 1; // SECCOMP_SET_MODE_FILTER
const synchronizeThreads = 1; // SECCOMP_FILTER_FLAG_TSYNC

/** No program this process or its children start gains rights: setuid bits mean nothing to them. */
export function giveUpNewPrivileges(): void {
  prctl(setNoNewPrivileges, 1);
}

/** Throws LibcError when the kernel refuses. Needs giveUpNewPrivileges before, or to be root. */
export function installFilter(description: FilterDescription): void {
  const program = assembleFilter(description);
  // struct sock_fprog: the count of instructions, padding, the address of the first.
  const header = Buffer.alloc(16);
  header.writeUInt16LE(program.length / 8, 0);
  header.writeBigUInt64LE(addressOf(program), 8);
  const { architecture } = description;
  const number = knownNumber('seccomp', architecture);
  const threadLeftOut = syscall(number, setModeFilter, synchronizeThreads, addressOf(header));
  if (threadLeftOut !== 0) {
    throw new Error(`The filter could not be put on every thread: ${threadLeftOut} has another`);
  }
}

/** How the kernel answers io_uring_setup here: ENOSYS is "there is no such thing". */
export function ioUringIsAbsent(architecture: FilteredArchitecture): boolean {
  try {
    syscall(knownNumber('io_uring_setup', architecture), 0, 0);
    return false;
  } catch (error) {
    return (error as { code?: unknown }).code === 'ENOSYS';
  }
}

function knownNumber(
  name: 'seccomp' | 'io_uring_setup',
  architecture: FilteredArchitecture,
): number {
  const number = systemCallNumber(name, architecture);
  if (number === undefined) throw new Error(`No number for the system call: ${name}`);
  return number;
}
