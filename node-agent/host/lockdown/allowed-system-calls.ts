/**
 * Every system call a locked host may make, and why it needs it. Anything else is answered
 * EPERM. To add a line, find a program that fails without it; the isolation tests run V8's
 * compilers, its collector, WebAssembly, Intl, crypto, zlib and many isolates under this list.
 *
 * None of these opens, creates, connects or signals anything outside this process: what a host
 * can reach is the descriptors it holds and its own memory.
 */
import { constants } from 'node:os';
import type { ArgumentTest, SystemCallRule } from '../../kernel/seccomp-program.ts';
import type { SystemCallName } from '../../kernel/system-call-numbers.ts';

interface AllowedSystemCall {
  readonly call: SystemCallName;
  readonly why: string;
  readonly when?: ArgumentTest;
}

/**
 * What glibc and musl pass to start a thread and for nothing else: memory, files, signal
 * handlers and identity shared, no namespace, no new process. musl adds CLONE_DETACHED.
 */
const threadCloneFlags = [0x3d0f00, 0x7d0f00];
const mapAnonymous = 0x20; // MAP_ANONYMOUS
const prSetName = 15; // PR_SET_NAME
const prSetVma = 0x53564d41; // PR_SET_VMA
/** The clocks of the machine, of this process and thread; others' are named by larger numbers. */
const clockIdMax = 15;

const memory: readonly AllowedSystemCall[] = [
  {
    call: 'mmap',
    when: { argument: 3, hasBits: mapAnonymous },
    why: 'heaps, stacks and compiled code; never a file',
  },
  { call: 'munmap', why: 'gives heaps back' },
  { call: 'mremap', why: 'realloc of large blocks' },
  { call: 'mprotect', why: 'commits reserved memory; compiled code' },
  { call: 'pkey_mprotect', why: 'the same where the processor has protection keys' },
  { call: 'madvise', why: 'gives pages back after a collection' },
  { call: 'brk', why: 'malloc' },
];

const threads: readonly AllowedSystemCall[] = [
  {
    call: 'clone',
    when: { argument: 0, isOneOf: threadCloneFlags },
    why: "isolated-vm's pool grows when first used; its timeouts run in threads of their own",
  },
  { call: 'set_robust_list', why: 'the first thing a new thread does' },
  { call: 'rseq', why: 'the second, in glibc' },
  { call: 'futex', why: 'mutexes and condition variables' },
  { call: 'sched_yield', why: "spinlocks in V8 and in malloc's arenas" },
  { call: 'sched_getaffinity', why: 'counts processors when a thread pool starts' },
  { call: 'sched_getparam', why: "V8's mutexes (Abseil) ask for their thread's priority" },
  { call: 'sched_getscheduler', why: 'the same question' },
  { call: 'getcpu', why: "malloc's choice of arena" },
  { call: 'gettid', why: 'names threads in locks' },
  { call: 'getpid', why: 'abort() names its own process' },
  { call: 'membarrier', why: 'V8 orders code patches between threads' },
  { call: 'exit', why: 'a thread ends' },
  { call: 'exit_group', why: 'the process ends' },
  {
    call: 'prctl',
    when: { argument: 0, isOneOf: [prSetName, prSetVma] },
    why: 'names threads and memory regions; nothing else',
  },
];

const signals: readonly AllowedSystemCall[] = [
  { call: 'rt_sigaction', why: 'abort() restores the default before it raises' },
  { call: 'rt_sigprocmask', why: 'threads start with signals blocked' },
  { call: 'rt_sigreturn', why: 'returns from a handler: out-of-bounds WebAssembly traps' },
  { call: 'sigaltstack', why: 'a stack for such handlers in each thread' },
  { call: 'restart_syscall', why: 'the kernel resumes a wait after a stop and continue' },
];

const time: readonly AllowedSystemCall[] = [
  {
    call: 'clock_gettime',
    when: { argument: 0, isAtMost: clockIdMax },
    why: 'CPU time; and the time of day where the machine has no vDSO clock',
  },
  { call: 'clock_getres', why: 'libuv asks once whether there is a coarse clock' },
  { call: 'clock_nanosleep', why: 'waits of native threads' },
  { call: 'nanosleep', why: 'the same in musl' },
  { call: 'gettimeofday', why: 'without a vDSO' },
  { call: 'time', why: 'without a vDSO' },
  { call: 'getrusage', why: 'CPU time of this process and of one thread' },
];

const descriptors: readonly AllowedSystemCall[] = [
  { call: 'read', why: 'frames; wake-ups of the event loop' },
  { call: 'write', why: 'frames; wake-ups; last words on stderr' },
  { call: 'writev', why: 'frames that libuv gathers' },
  { call: 'pwrite64', why: 'the announcement' },
  { call: 'close', why: 'the frame socket, at the end' },
  { call: 'epoll_wait', why: 'the event loop' },
  { call: 'epoll_pwait', why: 'the event loop' },
  { call: 'epoll_ctl', why: 'the event loop' },
];

const machine: readonly AllowedSystemCall[] = [
  { call: 'getrandom', why: 'crypto, hash seeds' },
  { call: 'sysinfo', why: 'V8 sizes a heap by the memory there is' },
  {
    call: 'prlimit64',
    when: { argument: 2, isNull: true },
    why: "reads the stack's limit when a thread starts; may not set one",
  },
];

export const allowedSystemCalls: readonly AllowedSystemCall[] = [
  ...memory,
  ...threads,
  ...signals,
  ...time,
  ...descriptors,
  ...machine,
];

/** The list as rules for a filter, for the process `pid`. */
export function lockdownRules(pid: number): SystemCallRule[] {
  return [
    ...allowedSystemCalls.map(({ call, when }): SystemCallRule => {
      return { call, verdict: { name: 'allow' }, ...(when && { when }) };
    }),
    // Its flags lie behind a pointer, where a filter cannot look; ENOSYS makes both C
    // libraries fall back to clone, whose flags it can see.
    { call: 'clone3', verdict: { name: 'refuse', errno: constants.errno.ENOSYS } },
    // Signals to itself only: abort() and V8's fatal errors, so that its end has its right name;
    // and SIGKILL, the one clean end (exit() examines stdio first, which is not allowed here).
    { call: 'kill', verdict: { name: 'allow' }, when: { argument: 0, isOneOf: [pid] } },
    { call: 'tgkill', verdict: { name: 'allow' }, when: { argument: 0, isOneOf: [pid] } },
  ];
}
