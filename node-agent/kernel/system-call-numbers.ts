/**
 * Numbers of system calls, by architecture: those that a filter of ours names. x64 as in the
 * kernel's syscall_64.tbl, arm64 as in asm-generic/unistd.h; undefined where an architecture
 * has no such call. A test compares x64 with what this machine's kernel does.
 */

const numbers = {
  read: { x64: 0, arm64: 63 },
  write: { x64: 1, arm64: 64 },
  close: { x64: 3, arm64: 57 },
  poll: { x64: 7, arm64: undefined },
  mmap: { x64: 9, arm64: 222 },
  mprotect: { x64: 10, arm64: 226 },
  munmap: { x64: 11, arm64: 215 },
  brk: { x64: 12, arm64: 214 },
  rt_sigaction: { x64: 13, arm64: 134 },
  rt_sigprocmask: { x64: 14, arm64: 135 },
  rt_sigreturn: { x64: 15, arm64: 139 },
  pread64: { x64: 17, arm64: 67 },
  pwrite64: { x64: 18, arm64: 68 },
  readv: { x64: 19, arm64: 65 },
  writev: { x64: 20, arm64: 66 },
  sched_yield: { x64: 24, arm64: 124 },
  mremap: { x64: 25, arm64: 216 },
  mincore: { x64: 27, arm64: 232 },
  madvise: { x64: 28, arm64: 233 },
  nanosleep: { x64: 35, arm64: 101 },
  getpid: { x64: 39, arm64: 172 },
  sched_getparam: { x64: 143, arm64: 121 },
  sched_getscheduler: { x64: 145, arm64: 120 },
  clone: { x64: 56, arm64: 220 },
  exit: { x64: 60, arm64: 93 },
  kill: { x64: 62, arm64: 129 },
  fcntl: { x64: 72, arm64: 25 },
  gettimeofday: { x64: 96, arm64: 169 },
  getrusage: { x64: 98, arm64: 165 },
  sysinfo: { x64: 99, arm64: 179 },
  sigaltstack: { x64: 131, arm64: 132 },
  prctl: { x64: 157, arm64: 167 },
  gettid: { x64: 186, arm64: 178 },
  time: { x64: 201, arm64: undefined },
  futex: { x64: 202, arm64: 98 },
  sched_getaffinity: { x64: 204, arm64: 123 },
  restart_syscall: { x64: 219, arm64: 128 },
  clock_gettime: { x64: 228, arm64: 113 },
  clock_getres: { x64: 229, arm64: 114 },
  clock_nanosleep: { x64: 230, arm64: 115 },
  exit_group: { x64: 231, arm64: 94 },
  epoll_wait: { x64: 232, arm64: undefined },
  epoll_ctl: { x64: 233, arm64: 21 },
  tgkill: { x64: 234, arm64: 131 },
  openat: { x64: 257, arm64: 56 },
  ppoll: { x64: 271, arm64: 73 },
  set_robust_list: { x64: 273, arm64: 99 },
  epoll_pwait: { x64: 281, arm64: 22 },
  prlimit64: { x64: 302, arm64: 261 },
  getcpu: { x64: 309, arm64: 168 },
  seccomp: { x64: 317, arm64: 277 },
  getrandom: { x64: 318, arm64: 278 },
  membarrier: { x64: 324, arm64: 283 },
  pkey_mprotect: { x64: 329, arm64: 288 },
  rseq: { x64: 334, arm64: 293 },
  io_uring_setup: { x64: 425, arm64: 425 },
  clone3: { x64: 435, arm64: 435 },
} as const;

export type SystemCallName = keyof typeof numbers;
export type FilteredArchitecture = 'x64' | 'arm64';

/** The architecture this process runs on, when a filter can be written for it. */
export function filteredArchitecture(
  arch: string = process.arch,
): FilteredArchitecture | undefined {
  return arch === 'x64' || arch === 'arm64' ? arch : undefined;
}

export function systemCallNumber(
  name: SystemCallName,
  architecture: FilteredArchitecture,
): number | undefined {
  return numbers[name][architecture];
}
