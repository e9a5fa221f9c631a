/**
 * Starts one real sandbox host process and speaks to it as an agent does, for tests of the host
 * by itself: frames over its socket, an announcement page in a file that has no name any more.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import {
  type Announcement,
  announcementBytes,
  announcementDescriptor,
  decodeAnnouncement,
  frameDescriptor,
  programDescriptor,
} from '../../node-agent/frames/announcement.ts';
import { ByteWriter } from '../../node-agent/frames/byte-writer.ts';
import type {
  EndedFrame,
  FrameFromHost,
  FrameToHost,
  LogLine,
  RunFrame,
} from '../../node-agent/frames/frame.ts';
import { encodeFrameToHost, FrameDecoder } from '../../node-agent/frames/frame-codec.ts';
import {
  type GuestFeature,
  guestFeaturesArgument,
} from '../../node-agent/frames/guest-features.ts';
import { type LockdownOptions, lockdownArguments } from '../../node-agent/frames/lockdown.ts';
import { hostNodeFlags } from '../../node-agent/pool/host-processes.ts';
import type { HostProgram } from '../../node-agent/pool/host-program.ts';
import { installInheritedFilter } from '../../node-agent/pool/inherited-filter.ts';
import type { Determinism } from '../../shared/execution/determinism.ts';
import type { ProgramKind, ProgramLanguage } from '../../shared/execution/execution.ts';
import type { HostCall, HostCallResult } from '../../shared/execution/host-call.ts';
import { defaultLimits, type Limits } from '../../shared/execution/limits.ts';
import type { ProgramModule } from '../../shared/execution/program-module.ts';
import { bundledHostProgram } from './bundled-host-program.ts';

/** What a test says of a run; everything has a default but the source or the code. */
export interface RunWish {
  readonly source?: string;
  /** A code loaded before, instead of a source. */
  readonly codeId?: number;
  readonly kind?: ProgramKind;
  readonly language?: ProgramLanguage;
  readonly fileName?: string;
  readonly modules?: readonly ProgramModule[];
  readonly input?: unknown;
  readonly inputBytes?: Uint8Array;
  readonly isolation?: RunFrame['isolation'];
  readonly mode?: RunFrame['mode'];
  readonly determinism?: Determinism;
  /** One that was opened before. */
  readonly sessionId?: number;
  readonly limits?: Partial<Limits>;
  readonly toolNames?: readonly string[];
  /** What each tool comes to at once; without it a test replies by itself. */
  readonly answer?: (call: HostCall) => HostCallResult | undefined;
}

export interface RunResult {
  readonly ended: EndedFrame;
  readonly logs: readonly LogLine[];
  /** The parsed result; undefined when there is none. */
  readonly result: unknown;
}

export class HostDriver {
  readonly child: ChildProcess;
  readonly #frames: Duplex;
  readonly #page: number;
  readonly #received: FrameFromHost[] = [];
  readonly #answers = new Map<number, NonNullable<RunWish['answer']>>();
  readonly #writer = new ByteWriter();
  #listeners: (() => void)[] = [];
  #ids = 0;
  #stderr = '';

  private constructor(child: ChildProcess, page: number) {
    this.child = child;
    this.#page = page;
    this.#frames = child.stdio[frameDescriptor] as Duplex;
    const decoder = FrameDecoder.fromHost((frame) => {
      this.#received.push(frame);
      if (frame.name === 'call') this.#answer(frame.runId, frame.call);
    });
    this.#frames.on('data', (chunk: Buffer) => {
      decoder.push(chunk);
      this.#wake();
    });
    this.#frames.on('error', () => undefined);
    child.stderr?.on('data', (chunk) => (this.#stderr += chunk));
    child.on('close', () => this.#wake());
  }

  /** Resolves when the host has said `ready`. */
  static async start(
    lockdown: LockdownOptions = locked(),
    env: NodeJS.ProcessEnv = {},
    features?: readonly GuestFeature[],
  ): Promise<HostDriver> {
    installInheritedFilter();
    const program = await bundledHostProgram();
    const folder = mkdtempSync(join(tmpdir(), 'isopod-host-'));
    const page = openSync(join(folder, 'page'), 'w+');
    rmSync(folder, { recursive: true });
    const child = spawn(
      process.execPath,
      [
        ...hostNodeFlags,
        program.path,
        ...(features ? [guestFeaturesArgument(features)] : []),
        ...lockdownArguments(lockdown),
      ],
      { env, stdio: hostStdio(page, program) },
    );
    const driver = new HostDriver(child, page);
    await driver.frame((frame) => frame.name === 'ready');
    return driver;
  }

  /** What the host wrote to its stderr. */
  get stderr(): string {
    return this.#stderr;
  }

  get received(): readonly FrameFromHost[] {
    return this.#received;
  }

  announcement(): Announcement | undefined {
    const page = Buffer.alloc(announcementBytes);
    if (readSync(this.#page, page, 0, announcementBytes, 0) < announcementBytes) return undefined;
    return decodeAnnouncement(new DataView(page.buffer, page.byteOffset, announcementBytes));
  }

  send(...frames: readonly FrameToHost[]): void {
    for (const frame of frames) encodeFrameToHost(this.#writer, frame);
    this.#frames.write(this.#writer.take());
  }

  sendBytes(bytes: Buffer): void {
    this.#frames.write(bytes);
  }

  /** Loads a source, and returns its number. */
  load({
    source = '',
    kind = 'AUTO',
    language = 'JAVASCRIPT',
    fileName,
    modules,
  }: RunWish): number {
    const codeId = ++this.#ids;
    const name = fileName ?? 'program.js';
    const frame = { name: 'load', codeId, kind, language, fileName: name, source } as const;
    this.send(modules ? { ...frame, modules } : frame);
    return codeId;
  }

  /** Sends a run, and its code where it brings one, and returns its number. */
  begin(wish: RunWish): number {
    const codeId = wish.codeId ?? this.load(wish);
    const runId = ++this.#ids;
    if (wish.answer) this.#answers.set(runId, wish.answer);
    this.send({
      name: 'run',
      runId,
      codeId,
      isolation: wish.isolation ?? 'FRESH',
      mode: wish.mode ?? 'THREAD',
      limits: { ...defaultLimits, ...wish.limits },
      ...(wish.determinism && { determinism: wish.determinism }),
      ...(wish.toolNames && { toolNames: wish.toolNames }),
      ...(wish.inputBytes && { inputBytes: wish.inputBytes }),
      ...(wish.sessionId && { sessionId: wish.sessionId }),
      ...(wish.input === undefined ? undefined : { inputJson: JSON.stringify(wish.input) }),
    });
    return runId;
  }

  async end(runId: number): Promise<RunResult> {
    const ended = await this.frame((frame) => frame.name === 'ended' && frame.runId === runId);
    const logs = this.#received.flatMap((frame) =>
      frame.name === 'logs' && frame.runId === runId ? frame.lines : [],
    );
    const { resultJson } = ended as EndedFrame;
    const result: unknown = resultJson === undefined ? undefined : JSON.parse(resultJson);
    return { ended: ended as EndedFrame, logs, result };
  }

  /** Runs a program to its end. */
  run(wish: RunWish): Promise<RunResult> {
    return this.end(this.begin(wish));
  }

  /** The first frame received, now or later, that `isWanted` accepts. */
  async frame(isWanted: (frame: FrameFromHost) => boolean): Promise<FrameFromHost> {
    for (;;) {
      const found = this.#received.find(isWanted);
      if (found) return found;
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        throw new Error(`The host ended: ${this.child.signalCode}: ${this.#stderr}`);
      }
      await new Promise<void>((resolve) => this.#listeners.push(resolve));
    }
  }

  /** Ends the process, and waits until it is gone. */
  async close(): Promise<void> {
    closeSync(this.#page);
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const closed = once(this.child, 'close');
    this.child.kill('SIGKILL');
    await closed;
  }

  #answer(runId: number, call: HostCall): void {
    const result = this.#answers.get(runId)?.(call);
    if (result) this.send({ name: 'call-reply', runId, reply: { callId: call.callId, result } });
  }

  #wake(): void {
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }
}

/** As an agent locks its hosts; one of root's hands them ids that nobody has. */
function locked(): LockdownOptions {
  if (process.getuid?.() !== 0) return { mode: 'required' };
  const id = 1_500_000_000 + process.pid;
  return { mode: 'required', ids: { uid: id, gid: id } };
}

function hostStdio(page: number, program: HostProgram): ('ignore' | 'pipe' | number)[] {
  const stdio: ('ignore' | 'pipe' | number)[] = ['ignore', 'ignore', 'pipe'];
  stdio[frameDescriptor] = 'pipe';
  stdio[announcementDescriptor] = page;
  stdio[programDescriptor] = program.descriptor;
  return stdio;
}
