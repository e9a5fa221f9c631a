/**
 * What a host inherits without being meant to, and how much it may take.
 */
import { closeSync, readdirSync, writeFileSync } from 'node:fs';
import { announcementDescriptor } from '../../frames/announcement.ts';
import { fcntl, LibcError, setResourceLimit } from '../../kernel/libc.ts';

const getDescriptorFlags = 1; // F_GETFD
const closeOnExec = 1; // FD_CLOEXEC

const coreLimit = 4; // RLIMIT_CORE
const threadLimit = 6; // RLIMIT_NPROC, which counts the threads of a uid
const descriptorLimit = 7; // RLIMIT_NOFILE

/** Node's own are below 32; none can be opened later anyway. */
const descriptorsMax = 64;
/** V8's, libuv's and isolated-vm's pools, and a thread for each timeout that is running. */
const threadsMax = 256;

/**
 * Closes every descriptor that leaked in from whoever started the agent: those above the
 * announcement's that survived exec. All that Node opened for itself is marked close-on-exec,
 * which is how the two are told apart.
 */
export function closeDescriptors(): void {
  for (const name of readdirSync('/proc/self/fd')) {
    const descriptor = Number(name);
    if (descriptor > announcementDescriptor && isInherited(descriptor)) closeSync(descriptor);
  }
}

function isInherited(descriptor: number): boolean {
  try {
    return (fcntl(descriptor, getDescriptorFlags, 0) & closeOnExec) === 0;
  } catch (error) {
    // The listing itself had a descriptor open, which is gone by now.
    if (error instanceof LibcError && error.code === 'EBADF') return false;
    throw error;
  }
}

/**
 * No core dumps (they would hold a guest's data), few descriptors, few threads; and when the
 * machine runs out of memory the kernel is to end hosts before anything else. Threads can only
 * be limited for a host that has a uid of its own.
 */
export function limitResources({ countsThreads }: { readonly countsThreads: boolean }): void {
  setResourceLimit(coreLimit, 0);
  setResourceLimit(descriptorLimit, descriptorsMax);
  if (countsThreads) setResourceLimit(threadLimit, threadsMax);
  writeFileSync('/proc/self/oom_score_adj', '1000');
}
