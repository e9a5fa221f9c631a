/**
 * A HostedExecutor over scripted hosts on a virtual clock, and runs in it by what they do.
 */
import { HostedExecutor } from '../../node-agent/pool/hosted-executor.ts';
import type { HostingOptions } from '../../node-agent/pool/hosting-config.ts';
import type { RunHandle } from '../../node-agent/pool/run-request.ts';
import type { Execution } from '../../shared/execution/execution.ts';
import type { HostCall } from '../../shared/execution/host-call.ts';
import { defaultLimits } from '../../shared/execution/limits.ts';
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import { seededRandom } from '../../shared/random/random.ts';
import type { Timer } from '../../shared/time/clock.ts';
import { VirtualClock } from '../../shared/time/virtual-clock.ts';
import { ScriptedHosts } from './scripted-hosts.ts';

export interface ScriptedRun {
  readonly handle: RunHandle;
  readonly logs: LogEntry[];
  readonly calls: HostCall[];
  outcome: Outcome | undefined;
  endedAtMs: number;
  answers: number;
}

/** Knows how busy it was: a loop that goes on for ever sets timers for ever. */
class CountingClock extends VirtualClock {
  timersSet = 0;

  override setTimer(delayMs: number, callback: () => void): Timer {
    this.timersSet++;
    return super.setTimer(delayMs, callback);
  }
}

export class ScriptedNode {
  readonly clock = new CountingClock({ nowMs: 1_000_000 });
  readonly hosts = new ScriptedHosts(this.clock);
  readonly lost: string[] = [];
  readonly judged: string[] = [];
  readonly notStarted: number[] = [];
  readonly executor: HostedExecutor;

  constructor(options: Partial<HostingOptions> = {}) {
    const hostsMax = options.hostsMax ?? 4;
    this.executor = new HostedExecutor(
      {
        hostsMax,
        hostsPerTenantMax: hostsMax,
        hostsSparesMin: 1,
        runsMax: 1000,
        runsBytesMax: 2 ** 28,
        hostMemoryBytesMax: 1536 * 2 ** 20,
        tenantChange: 'reset',
        hostAgeMsMax: 3_600_000,
        ...options,
      },
      {
        factory: this.hosts,
        clock: this.clock,
        random: seededRandom(5),
        observer: {
          hostLost: (_hostId, _tenantId, detail) => this.lost.push(detail),
          runJudged: (_tenantId, _hash, verdict) => this.judged.push(verdict.name),
          hostNotStarted: (_error, _failures, retryInMs) => this.notStarted.push(retryInMs),
        },
      },
    );
    this.executor.open();
  }

  /** With its spares ready. */
  static async ready(options: Partial<HostingOptions> = {}): Promise<ScriptedNode> {
    const node = new ScriptedNode(options);
    await node.clock.advance(100);
    return node;
  }

  run(
    source: string,
    more: Partial<Omit<Execution, 'program' | 'limits'>> & {
      deadlineMs?: number;
      limits?: Partial<Execution['limits']>;
    } = {},
  ): ScriptedRun {
    const { deadlineMs, limits, ...execution } = more;
    const started: Omit<ScriptedRun, 'handle'> = {
      logs: [],
      calls: [],
      outcome: undefined,
      endedAtMs: 0,
      answers: 0,
    };
    const handle = this.executor.start(
      {
        execution: {
          tenantId: 'a',
          program: {
            hash: source,
            source,
            kind: 'MODULE',
            language: 'JAVASCRIPT',
            fileName: 'main.js',
          },
          limits: { ...defaultLimits, ...limits },
          isolation: 'FRESH',
          isIdempotent: false,
          ...execution,
        },
        ...(deadlineMs === undefined ? {} : { deadlineMs: this.clock.nowMs() + deadlineMs }),
      },
      {
        logs: (lines) => started.logs.push(...lines),
        called: (call) => void started.calls.push(call),
        ended: (outcome) => {
          started.outcome = outcome;
          started.endedAtMs = this.clock.nowMs();
          started.answers++;
        },
      },
    );
    return Object.assign(started, { handle });
  }

  /** Proves a code short. */
  async prove(source: string): Promise<void> {
    for (let count = 0; count < 20; count++) {
      this.run(source, { isolation: 'POOLED' });
      await this.clock.advance(1);
    }
  }
}

export const words = (runs: readonly ScriptedRun[]): (string | undefined)[] =>
  runs.map((run) => run.outcome?.word);
export const tally = (runs: readonly ScriptedRun[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const word of words(runs)) counts[word ?? 'none'] = (counts[word ?? 'none'] ?? 0) + 1;
  return counts;
};
