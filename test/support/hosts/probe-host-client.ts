/**
 * Starts probe hosts (probe-host.ts) through the real HostProcesses and asks them things.
 */
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FrameFromHost } from '../../../node-agent/frames/frame.ts';
import type { LockdownMode } from '../../../node-agent/frames/lockdown.ts';
import { fcntl } from '../../../node-agent/kernel/libc.ts';
import { chooseMemoryCeilings } from '../../../node-agent/pool/choose-memory-ceilings.ts';
import type { HostExit, HostListener } from '../../../node-agent/pool/host-port.ts';
import type { HostProcess } from '../../../node-agent/pool/host-process.ts';
import { HostProcesses } from '../../../node-agent/pool/host-processes.ts';
import { HostUids } from '../../../node-agent/pool/host-uids.ts';
import { installInheritedFilter } from '../../../node-agent/pool/inherited-filter.ts';
import type { MemoryCeilings } from '../../../node-agent/pool/memory-ceiling.ts';
import { newId } from '../../../shared/random/system-random.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import { systemClock } from '../../../shared/time/system-clock.ts';
import { leakedDescriptorMin } from './leaked-descriptor.ts';

export const isRoot = process.getuid?.() === 0;
const probeProgram = fileURLToPath(new URL('probe-host.ts', import.meta.url));
const megabyte = 1024 * 1024;

export interface ProbeHostsOptions {
  readonly lockdown?: LockdownMode;
  readonly program?: string;
  readonly ceilings?: MemoryCeilings;
  readonly clock?: Clock;
  readonly withoutUids?: boolean;
}

/** What an agent has, as far as hosts go. */
export class ProbeHosts {
  readonly ceilings: MemoryCeilings;
  readonly uids: HostUids | undefined;
  readonly #processes: HostProcesses;
  readonly #live = new Set<ProbeHost>();

  private constructor(uids: HostUids | undefined, options: ProbeHostsOptions) {
    const clock = options.clock ?? systemClock();
    this.uids = uids;
    this.ceilings = options.ceilings ?? chooseMemoryCeilings(newId(), clock).ceilings;
    this.#processes = new HostProcesses({
      clock,
      hostProgram: { path: options.program ?? probeProgram },
      lockdown: options.lockdown ?? 'required',
      ceilings: this.ceilings,
      ...(uids && { uids }),
      memoryBytesMax: 512 * megabyte,
      startMsMax: 20_000,
    });
  }

  static async open(options: ProbeHostsOptions = {}): Promise<ProbeHosts> {
    installInheritedFilter();
    const uids = isRoot && !options.withoutUids ? await HostUids.claim() : undefined;
    return new ProbeHosts(uids, options);
  }

  start(): ProbeHost {
    const host = new ProbeHost((listener) => this.#processes.start(listener) as HostProcess);
    this.#live.add(host);
    void host.exited.then(() => this.#live.delete(host));
    return host;
  }

  /** Kills what is left and waits for it. */
  async close(): Promise<void> {
    const live = [...this.#live];
    for (const host of live) host.process.kill();
    await Promise.all(live.map((host) => host.exited));
    this.ceilings.close();
    await this.uids?.release();
  }
}

export class ProbeHost {
  readonly process: HostProcess;
  readonly exited: Promise<HostExit>;
  /** Its layers; rejected when it ends without being ready. */
  readonly ready: Promise<readonly string[]>;
  readonly frames: FrameFromHost[] = [];
  readonly #answers = new Map<number, (value: unknown) => void>();
  #asked = 0;

  constructor(start: (listener: HostListener) => HostProcess) {
    const ready = Promise.withResolvers<readonly string[]>();
    const exited = Promise.withResolvers<HostExit>();
    this.ready = ready.promise;
    this.exited = exited.promise;
    // A test that only waits for the end has no use for the other promise.
    this.ready.catch(() => {});
    this.process = start({
      frames: (frames) => {
        this.frames.push(...frames);
        for (const frame of frames) {
          if (frame.name === 'ready') ready.resolve(frame.layers);
          if (frame.name === 'logs') this.#answer(frame.runId, frame.lines[0]?.text ?? '');
        }
      },
      exited: (exit) => {
        ready.reject(new Error(`The host ended: ${exit.killedBy}: ${exit.detail}`));
        exited.resolve(exit);
      },
    });
  }

  /** The answer to a probe, or the host's end where that comes first. */
  async ask(probe: string): Promise<unknown> {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    this.tell(probe, resolve);
    return Promise.race([promise, this.exited]);
  }

  /** For probes that do not answer. */
  tell(probe: string, onAnswer: (value: unknown) => void = () => {}): void {
    const codeId = ++this.#asked;
    this.#answers.set(codeId, onAnswer);
    this.process.send({
      name: 'load',
      codeId,
      kind: 'AUTO',
      language: 'JAVASCRIPT',
      fileName: 'probe',
      source: probe,
    });
  }

  #answer(codeId: number, text: string): void {
    this.#answers.get(codeId)?.(JSON.parse(text));
    this.#answers.delete(codeId);
  }
}

/** Fields of /proc/PID/status, of every thread. */
export function threadStatuses(pid: number | undefined): Map<string, string>[] {
  const folder = `/proc/${pid}/task`;
  return readdirSync(folder).map((thread) => {
    const lines = readFileSync(`${folder}/${thread}/status`, 'utf8').split('\n');
    return new Map(lines.map((line) => line.split(':\t') as [string, string]));
  });
}

/** Runs `action` while a descriptor is open that every child inherits. */
export function withLeakedDescriptor<Result>(action: () => Result): Result {
  const duplicate = 0; // F_DUPFD, which does not set close-on-exec.
  const source = openSync('/dev/zero', 'r');
  const leaked = fcntl(source, duplicate, leakedDescriptorMin);
  try {
    return action();
  } finally {
    closeSync(leaked);
    closeSync(source);
  }
}
