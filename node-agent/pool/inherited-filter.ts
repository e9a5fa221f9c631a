/**
 * A small filter that an agent puts on itself before it starts its first host, because it must
 * be in force before the host's first instruction: no io_uring.
 *
 * libuv opens a ring when a loop starts, UV_USE_IO_URING=0 or not. Operations on a ring are
 * not system calls, so a ring that was opened before the host's own filter would let file and
 * socket operations pass beneath it. Told ENOSYS, libuv uses epoll.
 */
import { constants } from 'node:os';
import { giveUpNewPrivileges, installFilter, ioUringIsAbsent } from '../kernel/seccomp.ts';
import { filteredArchitecture } from '../kernel/system-call-numbers.ts';

/**
 * Idempotent. Throws LibcError when the kernel refuses the filter, and Error on an architecture
 * for which none can be written.
 */
export function installInheritedFilter(): void {
  const architecture = filteredArchitecture();
  if (!architecture) throw new Error(`No system call filter for this processor: ${process.arch}`);
  if (ioUringIsAbsent(architecture)) return;
  giveUpNewPrivileges();
  installFilter({
    architecture,
    rules: [{ call: 'io_uring_setup', verdict: { name: 'refuse', errno: constants.errno.ENOSYS } }],
    otherwise: { name: 'allow' },
  });
}
