/**
 * What the pool needs of a sandbox host process, and no more: start one, talk to it, read what
 * it cannot lie about, end it. HostProcess implements it over a child process; unit tests
 * implement it with a script.
 *
 *   start ──▶ starting ──`ready`──▶ live ──▶ dead       `exited` is said exactly once, from
 *                └──────────────────────────────▲      whichever phase, and nothing after it
 */
import type { Announcement } from '../frames/announcement.ts';
import type { FrameFromHost, FrameToHost } from '../frames/frame.ts';

export interface HostPort {
  /** Unique in this agent's life; for logs and telemetry. */
  readonly hostId: number;
  /**
   * Queues one frame. What one turn of the event loop gathers goes out in one write. A no-op
   * once the host is dead. The pool bounds what it sends; nothing is refused here.
   */
  send(frame: FrameToHost): void;
  /**
   * The page the host writes before it enters guest code: one pread of the kept descriptor.
   * Undefined when the host has written none yet or it was caught half written. Still readable
   * while `exited` is being called, which is when blame asks for it.
   */
  announcement(): Announcement | undefined;
  /** CPU of the whole process so far, as the kernel counts it; undefined when it is gone. */
  cpuUs(): number | undefined;
  /** Resident memory now; undefined when it is gone. */
  residentBytes(): number | undefined;
  /**
   * The most memory this process may hold from now on, enforced by the kernel where a cgroup is
   * writable and by watching where not. Called only when the value changes.
   */
  setMemoryCeiling(memoryBytesMax: number): void;
  /** SIGKILL. Idempotent; `exited` follows. No frame is delivered after it. */
  kill(): void;
}

/** What a host's owner hears. Never called from inside `start` or a method of HostPort. */
export interface HostListener {
  /** Every frame that one read brought, in order. `ready` is among the first. */
  frames(frames: readonly FrameFromHost[]): void;
  /** The process is gone and reaped; or could not be started. */
  exited(exit: HostExit): void;
}

/** How a host process ended. */
export interface HostExit {
  readonly killedBy: HostKiller;
  readonly exitCode: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  /** For people: the last words on its stderr, the spawn's error; capped. */
  readonly detail: string;
}

export const hostKillers = [
  /** It ended by itself, or someone else on this machine ended it. */
  'NOBODY',
  /** HostPort.kill. */
  'OWNER',
  /** The cgroup's oom_kill count says so, or the watcher of its resident memory did it. */
  'MEMORY_CEILING',
  /** It sent bytes that are no frame, or a frame beyond its limits. */
  'BAD_FRAME',
  /** It let what was sent to it pile up beyond the backstop. */
  'NOT_READING',
  /** It was not `ready` in time, or could not be started at all. */
  'NEVER_READY',
] as const;
export type HostKiller = (typeof hostKillers)[number];

/** Starts host processes; everything about how (identity, lockdown, cgroup) is its own affair. */
export interface HostFactory {
  start(listener: HostListener): HostPort;
}
