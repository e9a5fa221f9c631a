/**
 * One sandbox host process, seen from the agent: started, spoken with, watched and ended.
 * Nothing it says is trusted; what it writes must be frames, in an order a host keeps.
 *
 *   starting ──ready──▶ live ──▶ hung-up ──▶ (exit)       its socket ended, so must it
 *      │                  │                    │
 *      └──── killed ◀─────┴────────────────────┤          SIGKILL is sent, the rest is waiting
 *              │                               ▼
 *              │                            exited ──▶ dead
 *              └──────── (exit) ──────────────────────────▲
 *
 * In `exited` the process is reaped but its socket may still hold frames it wrote before, which
 * are delivered; of a host that we killed they are not. `dead` is reported once, and last.
 */
import type { ChildProcess } from 'node:child_process';
import type { Duplex, Readable } from 'node:stream';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import type { Announcement } from '../frames/announcement.ts';
import { ByteWriter } from '../frames/byte-writer.ts';
import { type FrameFromHost, type FrameToHost, frameToHostBytesMax } from '../frames/frame.ts';
import { encodeFrameToHost, FrameDecoder } from '../frames/frame-codec.ts';
import { FrameError } from '../frames/frame-error.ts';
import type { AnnouncementPage } from './announcement-page.ts';
import type { HostKiller, HostListener, HostPort } from './host-port.ts';
import type { MemoryCeiling } from './memory-ceiling.ts';
import type { ProcReadings } from './proc-readings.ts';
import { StderrTail } from './stderr-tail.ts';

/** What waits for a host that does not read. The pool bounds what it sends; this is the backstop. */
export const unwrittenBytesMax = 2 * frameToHostBytesMax;
/** A host whose socket has ended is ending. */
const hangUpMsMax = 1_000;
/** The kernel delivers at once what a dead process has written. */
const drainMsMax = 1_000;

/** A started child process and what belongs to it. HostProcess closes all of it at its end. */
export interface StartedHost {
  readonly hostId: number;
  readonly child: Pick<ChildProcess, 'kill' | 'once' | 'pid'>;
  readonly frames: Duplex;
  readonly stderr: Readable;
  readonly page: Pick<AnnouncementPage, 'read' | 'close'>;
  readonly ceiling: Pick<MemoryCeiling, 'setLimit' | 'wasExceeded' | 'close'>;
  /** Settles when the process is under its ceiling: until then it is not listened to. */
  readonly admitted: Promise<void>;
  readonly readings: Pick<ProcReadings, 'cpuUs' | 'residentBytes' | 'close'>;
}

export interface HostProcessOptions {
  readonly clock: Clock;
  readonly startMsMax: number;
  /** A host whose `ready` lacks one of these does not serve. */
  readonly layersRequired: readonly string[];
  /** After `exited` was said: what was lent to this host may be lent again. */
  readonly onDead: () => void;
}

interface Exit {
  readonly exitCode: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
}

type HostPhase =
  | { readonly name: 'starting'; readonly timer: Timer }
  | { readonly name: 'live' }
  | { readonly name: 'hung-up'; readonly timer: Timer }
  | { readonly name: 'killed'; readonly killedBy: HostKiller; readonly detail: string }
  | { readonly name: 'exited'; readonly exit: Exit; readonly timer: Timer }
  | { readonly name: 'dead' };

export class HostProcess implements HostPort {
  readonly hostId: number;
  readonly #host: StartedHost;
  readonly #options: HostProcessOptions;
  readonly #listener: HostListener;
  readonly #stderr: StderrTail;
  readonly #outbox = new ByteWriter();
  #isFlushDue = false;
  readonly #decoder = FrameDecoder.fromHost((frame) => this.#accept(frame));
  #accepted: FrameFromHost[] = [];
  /** A fact, not a phase: a host that has died may have said it before. */
  #wasReady = false;
  #phase: HostPhase;

  constructor(host: StartedHost, options: HostProcessOptions, listener: HostListener) {
    this.hostId = host.hostId;
    this.#host = host;
    this.#options = options;
    this.#listener = listener;
    this.#stderr = new StderrTail(host.stderr);
    const { startMsMax } = options;
    this.#phase = {
      name: 'starting',
      timer: options.clock.setTimer(startMsMax, () => {
        this.#end('NEVER_READY', `not ready after ${startMsMax} ms`);
      }),
    };
    host.admitted.then(
      () => host.frames.on('data', (chunk: Buffer) => this.#receive(chunk)),
      (error: unknown) => this.#end('NEVER_READY', `no memory ceiling: ${String(error)}`),
    );
    host.frames.on('end', () => this.#hangUp());
    // EPIPE and ECONNRESET: the peer is ending, and how it ended is told by its exit.
    host.frames.on('error', () => this.#hangUp());
    host.child.once('exit', (exitCode, signal) => {
      this.#reap({ exitCode: exitCode ?? undefined, signal: signal ?? undefined });
    });
    host.child.once('close', () => this.#drained());
  }

  /** For logs. */
  get pid(): number | undefined {
    return this.#host.child.pid;
  }

  send(frame: FrameToHost): void {
    if (!this.#isRunning()) return;
    encodeFrameToHost(this.#outbox, frame);
    if (this.#isFlushDue) return;
    this.#isFlushDue = true;
    setImmediate(() => this.#flush());
  }

  announcement(): Announcement | undefined {
    return this.#host.page.read();
  }

  cpuUs(): number | undefined {
    return this.#host.readings.cpuUs();
  }

  residentBytes(): number | undefined {
    return this.#host.readings.residentBytes();
  }

  setMemoryCeiling(memoryBytesMax: number): void {
    if (this.#isRunning()) this.#host.ceiling.setLimit(memoryBytesMax);
  }

  kill(): void {
    this.#end('OWNER', '');
  }

  /** For the ceiling that watches and cannot kill by itself. */
  killForMemory(): void {
    this.#end('MEMORY_CEILING', '');
  }

  #isRunning(): boolean {
    return ['starting', 'live', 'hung-up'].includes(this.#phase.name);
  }

  #flush(): void {
    this.#isFlushDue = false;
    if (!this.#isRunning()) return;
    const { frames } = this.#host;
    frames.write(this.#outbox.take());
    if (frames.writableLength > unwrittenBytesMax) {
      this.#end('NOT_READING', `${frames.writableLength} bytes wait for it`);
    }
  }

  #receive(chunk: Buffer): void {
    try {
      this.#decoder.push(chunk);
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      this.#end('BAD_FRAME', error.message);
    }
    const frames = this.#accepted;
    this.#accepted = [];
    if (frames.length > 0 && this.#phase.name !== 'killed') this.#listener.frames(frames);
  }

  /** The first frame is `ready`, and no other is. */
  #accept(frame: FrameFromHost): void {
    if ((frame.name === 'ready') === this.#wasReady) {
      throw new FrameError(`A frame out of turn: ${frame.name}`);
    }
    if (frame.name === 'ready') {
      const missing = this.#options.layersRequired.filter((it) => !frame.layers.includes(it));
      if (missing.length > 0) return this.#end('NEVER_READY', `not locked: ${missing.join(', ')}`);
      this.#wasReady = true;
      if (this.#phase.name === 'starting') this.#enter({ name: 'live' });
    }
    this.#accepted.push(frame);
  }

  #hangUp(): void {
    if (this.#phase.name !== 'starting' && this.#phase.name !== 'live') return;
    const timer = this.#options.clock.setTimer(hangUpMsMax, () => {
      this.#end('BAD_FRAME', 'it closed its socket and went on');
    });
    this.#enter({ name: 'hung-up', timer });
  }

  #end(killedBy: HostKiller, detail: string): void {
    if (this.#isRunning()) {
      this.#enter({ name: 'killed', killedBy, detail });
      this.#host.child.kill('SIGKILL');
    }
    // Dead already: all that is left to do for its owner is to hear nothing more of it.
    this.#host.frames.destroy();
  }

  #reap(exit: Exit): void {
    this.#host.readings.close();
    const phase = this.#phase;
    if (phase.name === 'killed') return this.#report(exit, phase.killedBy, phase.detail);
    const timer = this.#options.clock.setTimer(drainMsMax, () => this.#drained());
    this.#enter({ name: 'exited', exit, timer });
  }

  #drained(): void {
    if (this.#phase.name !== 'exited') return;
    this.#report(this.#phase.exit, this.#wasReady ? 'NOBODY' : 'NEVER_READY', '');
  }

  #report(exit: Exit, killedBy: HostKiller, reason: string): void {
    this.#enter({ name: 'dead' });
    const { frames, stderr, ceiling, page } = this.#host;
    const wasMemory = this.#wasReady && ceiling.wasExceeded();
    const detail = [reason, this.#stderr.text()].filter((text) => text !== '').join(': ');
    this.#listener.exited({
      ...exit,
      killedBy: wasMemory ? 'MEMORY_CEILING' : killedBy,
      detail,
    });
    frames.destroy();
    stderr.destroy();
    ceiling.close();
    page.close();
    this.#options.onDead();
  }

  #enter(phase: HostPhase): void {
    if ('timer' in this.#phase) this.#phase.timer.cancel();
    this.#phase = phase;
  }
}
