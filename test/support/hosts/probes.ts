/**
 * What a probe host can be asked to try, from within its locks. All that is needed is loaded
 * here, before they close.
 */
import { spawn } from 'node:child_process';
import { openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { connect } from 'node:net';
import {
  type Announcement,
  announcementBytes,
  announcementDescriptor,
  encodeAnnouncement,
  frameDescriptor,
} from '../../../node-agent/frames/announcement.ts';
import { lockdownRules } from '../../../node-agent/host/lockdown/allowed-system-calls.ts';
import { syscall } from '../../../node-agent/kernel/libc.ts';
import {
  filteredArchitecture,
  type SystemCallName,
  systemCallNumber,
} from '../../../node-agent/kernel/system-call-numbers.ts';
import { leakedDescriptorMin } from './leaked-descriptor.ts';
import { workloads } from './workloads.ts';

type Probe = () => unknown;

const pidOfAgent = process.ppid;
export const announced: Announcement = {
  runId: 7,
  enteredAtMs: 1_000.5,
  cpuUsBefore: 20,
  processCpuUsAtEntry: 3_000,
  pulseAtMs: 1_001,
};
const descriptorsMax = 512;
/**
 * uretprobe and uprobe of x64, which Linux passes through every filter: only a trampoline of the
 * kernel's own may call them, and anyone else gets SIGILL. Elsewhere there is nothing there.
 */
const kernelTrampolineCalls = [335, 336];
/** Beyond the last that Linux 6.18 has. */
const systemCallsMax = 480;

const before = {
  environment: readFileSync('/proc/self/environ', 'utf8'),
  hadLeakedDescriptor: isOpen(leakedDescriptorMin),
};

function numberOf(name: SystemCallName): number {
  const architecture = filteredArchitecture();
  return (architecture && systemCallNumber(name, architecture)) ?? -1;
}

/** What an attempt ended with: the error's code, or `allowed`. */
function attempt(action: () => unknown): string {
  try {
    action();
    return 'allowed';
  } catch (error) {
    return String((error as { code?: unknown }).code ?? error);
  }
}

/**
 * By reading and writing nothing: of a closed descriptor both are EBADF. Node's own functions
 * do not ask the kernel for nothing.
 */
function isOpen(descriptor: number): boolean {
  const calls = [numberOf('read'), numberOf('write')];
  return calls.some((number) => attempt(() => syscall(number, descriptor, 0, 0)) !== 'EBADF');
}

function connectTo(place: { host: string; port: number } | { path: string }): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(place);
    socket.once('error', (error) => resolve(String((error as { code?: unknown }).code)));
    socket.once('connect', () => resolve('allowed'));
  });
}

/** Each with zeros, but for those that the lockdown lets through; what they answered. */
function trySystemCalls(): Record<number, string> {
  const named = lockdownRules(process.pid).map(({ call }) => numberOf(call));
  const answers: Record<number, string> = {};
  for (let number = 0; number < systemCallsMax; number++) {
    if (named.includes(number) || kernelTrampolineCalls.includes(number)) continue;
    answers[number] = attempt(() => syscall(number));
  }
  return answers;
}

/** The named ones, with arguments that the lockdown does not let through. */
function tryArguments(): Record<string, string> {
  const forkFlags = 17; // SIGCHLD alone: a new process.
  const ofAgent = ~pidOfAgent * 8 + 2; // The agent's processor-time clock.
  const limit = Buffer.alloc(16);
  return {
    fork: attempt(() => syscall(numberOf('clone'), forkFlags)),
    'clone3, which cannot be examined': attempt(() => syscall(numberOf('clone3'), 0, 0)),
    'map a file': attempt(() =>
      syscall(numberOf('mmap'), 0, 4096, 1, 2, announcementDescriptor, 0),
    ),
    'signal the agent': attempt(() => syscall(numberOf('tgkill'), pidOfAgent, pidOfAgent, 9)),
    'become dumpable': attempt(() => syscall(numberOf('prctl'), 4, 1)),
    'outlive the agent': attempt(() => syscall(numberOf('prctl'), 1, 0)),
    "read the agent's clock": attempt(() => syscall(numberOf('clock_gettime'), ofAgent >>> 0, 0)),
    'set a limit': attempt(() => syscall(numberOf('prlimit64'), 0, 7, limit.byteLength)),
  };
}

/** Beyond V8's heap, as WebAssembly and array buffers do. */
function eatMemory(): never {
  const eaten: Buffer[] = [];
  for (;;) eaten.push(Buffer.alloc(4 * 1024 * 1024, 1));
}

const held: Buffer[] = [];

function hold(bytes: number): number {
  held.push(Buffer.alloc(bytes, 1));
  return held.reduce((sum, buffer) => sum + buffer.length, 0);
}

/** Where nobody catches it. */
function throwLater(): void {
  setImmediate(() => {
    throw new Error('last words');
  });
}

function spin(): never {
  for (;;);
}

function sayForEver(): never {
  const text = Buffer.alloc(4096, 'x\u001b[31m');
  for (;;) attempt(() => writeSync(2, text));
}

export const probes: Readonly<Record<string, Probe>> = {
  before: () => before,
  'environment now': () => process.env,
  'open descriptors': () => {
    return Array.from({ length: descriptorsMax }, (_, number) => number).filter(isOpen);
  },
  'read a file': () => attempt(() => openSync('/etc/passwd', 'r')),
  'list a folder': () => attempt(() => readdirSync('/')),
  'read its own environment': () => attempt(() => readFileSync('/proc/self/environ')),
  'read the memory of the agent': () => attempt(() => openSync(`/proc/${pidOfAgent}/mem`, 'r')),
  'read the status of the agent': () => attempt(() => openSync(`/proc/${pidOfAgent}/stat`, 'r')),
  'connect by network': () => connectTo({ host: '127.0.0.1', port: 22 }),
  'connect by path': () => connectTo({ path: '/run/docker.sock' }),
  'start a program': () => attempt(() => spawn('/bin/true', { stdio: 'ignore' })),
  'kill the agent': () => attempt(() => process.kill(pidOfAgent, 'SIGKILL')),
  'kill its group': () => attempt(() => process.kill(0, 'SIGKILL')),
  'become root': () => attempt(() => process.setuid?.(0)),
  'grow the announcement': () => {
    return attempt(() => writeSync(announcementDescriptor, Buffer.alloc(64), 0, 64, 4096));
  },
  'every other system call': trySystemCalls,
  'other arguments': tryArguments,
  /** Of the x32 ABI: getpid by another name. */
  'another ABI': () => attempt(() => syscall(0x4000_0000 + 39)),
  workloads,
  'announce run 7': () => {
    const page = new DataView(new ArrayBuffer(announcementBytes));
    encodeAnnouncement(page, announced, 1);
    return writeSync(announcementDescriptor, page, 0, announcementBytes, 0);
  },
  throw: throwLater,
  'hold 200 MB': () => hold(200 * 1024 * 1024),
  abort: () => process.abort(),
  'eat memory': eatMemory,
  spin,
  'send garbage': () => writeSync(frameDescriptor, Buffer.alloc(64, 0xff)),
  'say something for ever': sayForEver,
};
