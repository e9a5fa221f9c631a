/**
 * A HostedExecutor over real, locked host processes, and programs to run in it by their source.
 */
import { createHash } from 'node:crypto';
import { chooseMemoryCeilings } from '../../node-agent/pool/choose-memory-ceilings.ts';
import { type EgressPort, noEgress } from '../../node-agent/pool/egress-port.ts';
import type { HostFactory, HostListener, HostPort } from '../../node-agent/pool/host-port.ts';
import { HostProcess } from '../../node-agent/pool/host-process.ts';
import { HostProcesses, type HostScript } from '../../node-agent/pool/host-processes.ts';
import { HostUids } from '../../node-agent/pool/host-uids.ts';
import { HostedExecutor } from '../../node-agent/pool/hosted-executor.ts';
import type { HostingOptions } from '../../node-agent/pool/hosting-config.ts';
import { installInheritedFilter } from '../../node-agent/pool/inherited-filter.ts';
import type { MemoryCeilings } from '../../node-agent/pool/memory-ceiling.ts';
import type { RunHandle } from '../../node-agent/pool/run-request.ts';
import type { Execution } from '../../shared/execution/execution.ts';
import { defaultLimits, type Limits } from '../../shared/execution/limits.ts';
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import { newId, systemRandom } from '../../shared/random/system-random.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { bundledHostProgram } from './bundled-host-program.ts';

const megabyte = 2 ** 20;

export interface ProgramWish {
  readonly tenantId?: string;
  readonly input?: unknown;
  readonly isolation?: Execution['isolation'];
  readonly limits?: Partial<Limits>;
  readonly deadlineMs?: number;
  readonly egressRules?: readonly string[];
}

export interface StartedProgram {
  readonly handle: RunHandle;
  readonly logs: readonly LogEntry[];
  readonly outcome: Promise<Outcome>;
}

export class HostedPrograms {
  readonly clock = systemClock();
  readonly executor: HostedExecutor;
  /** Those that live, newest last, with the inputs they were given since their last reset. */
  readonly hosts = new Map<HostProcess, unknown[]>();
  readonly judged: string[] = [];
  readonly #ceilings: MemoryCeilings;
  readonly #uids: HostUids | undefined;

  private constructor(
    hostProgram: HostScript,
    uids: HostUids | undefined,
    options: Partial<HostingOptions>,
    egress: EgressPort = noEgress,
  ) {
    this.#uids = uids;
    this.#ceilings = chooseMemoryCeilings(newId(), this.clock).ceilings;
    const hostsMax = options.hostsMax ?? 3;
    this.executor = new HostedExecutor(
      {
        hostsMax,
        hostsPerTenantMax: hostsMax,
        hostsSparesMin: 1,
        runsMax: 1024,
        runsBytesMax: 256 * megabyte,
        hostMemoryBytesMax: 1536 * megabyte,
        tenantChange: 'reset',
        hostAgeMsMax: 3_600_000,
        ...options,
      },
      {
        factory: this.#watchedFactory(hostProgram),
        clock: this.clock,
        random: systemRandom(),
        egress,
        observer: { runJudged: (_tenantId, _hash, { name }) => this.judged.push(name) },
      },
    );
    this.executor.open();
  }

  /** With the real host program, or another that speaks to its agent as it likes. */
  static async open({
    hostProgram,
    egress,
    ...options
  }: Partial<HostingOptions> & {
    hostProgram?: HostScript;
    egress?: EgressPort;
  } = {}): Promise<HostedPrograms> {
    installInheritedFilter();
    const uids = process.getuid?.() === 0 ? await HostUids.claim() : undefined;
    return new HostedPrograms(hostProgram ?? (await bundledHostProgram()), uids, options, egress);
  }

  start(source: string, wish: ProgramWish = {}): StartedProgram {
    const {
      tenantId = 'tenant',
      input,
      isolation = 'FRESH',
      limits,
      deadlineMs,
      egressRules,
    } = wish;
    const logs: LogEntry[] = [];
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
    let answers = 0;
    const hash = createHash('sha256').update(source).digest('hex');
    const execution: Execution = {
      tenantId,
      program: { hash, source, kind: 'AUTO', language: 'JAVASCRIPT', fileName: 'main.js' },
      ...(input === undefined ? {} : { inputJson: JSON.stringify(input) }),
      limits: { ...defaultLimits, ...limits },
      isolation,
      isIdempotent: false,
      ...(egressRules === undefined ? {} : { egressRules }),
    };
    const handle = this.executor.start(
      {
        execution,
        ...(deadlineMs === undefined ? {} : { deadlineMs: this.clock.nowMs() + deadlineMs }),
      },
      {
        logs: (lines) => logs.push(...lines),
        ended: (outcome) => {
          if (++answers > 1) reject(new Error('answered twice'));
          resolve(outcome);
        },
      },
    );
    return { handle, logs, outcome: promise };
  }

  run(source: string, wish?: ProgramWish): Promise<Outcome> {
    return this.start(source, wish).outcome;
  }

  async close(): Promise<void> {
    await this.executor.close();
    this.#ceilings.close();
    await this.#uids?.release();
  }

  /** Hosts as they are, their coming and going and the inputs of their runs written down. */
  #watchedFactory(hostProgram: HostScript): HostFactory {
    const processes = new HostProcesses({
      clock: this.clock,
      hostProgram,
      lockdown: 'required',
      ceilings: this.#ceilings,
      ...(this.#uids && { uids: this.#uids }),
      memoryBytesMax: 512 * megabyte,
      startMsMax: 20_000,
    });
    return { start: (listener) => this.#watch(processes, listener) };
  }

  #watch(processes: HostProcesses, listener: HostListener): HostPort {
    const inputs: unknown[] = [];
    const host = processes.start({
      frames: (frames) => listener.frames(frames),
      exited: (exit) => {
        if (host instanceof HostProcess) this.hosts.delete(host);
        listener.exited(exit);
      },
    });
    if (!(host instanceof HostProcess)) return host;
    this.hosts.set(host, inputs);
    const send = host.send.bind(host);
    host.send = (frame) => {
      if (frame.name === 'reset') inputs.length = 0;
      if (frame.name === 'run') inputs.push(JSON.parse(frame.inputJson ?? 'null'));
      send(frame);
    };
    return host;
  }
}
