/**
 * Every hostile program, again and again, in an order drawn from a seed, beside a tenant that
 * works on: does the node stay up, and does it hold no more in the end than in the beginning?
 *
 *   open ──▶ warm, a look ──▶ run for minutes, a look every few seconds ──▶ warm, a look ──▶ closed
 */
import { existsSync } from 'node:fs';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { seededRandom } from '../../shared/random/random.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { HostileProgram } from '../isolation/hostile/hostile-program.ts';
import { cgroupsOfAgents } from '../support/agent-cgroups.ts';
import { honestSource } from '../support/honest-source.ts';
import { runHostile, uncontained } from '../support/hostile-run.ts';
import { processesOfUsers } from '../support/node-footprint.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';
import { SteadyNeighbour } from '../support/steady-neighbour.ts';
import { waitUntil } from '../support/wait-until.ts';
import { endlessOrder } from './endless-order.ts';
import type { SoakArguments } from './soak-arguments.ts';
import { takeSample } from './soak-sample.ts';
import type { SoakFindings, SoakSample } from './soak-verdict.ts';

const tenants = ['hostile-a', 'hostile-b', 'hostile-c'];
/** One for each of them and one for the neighbour. */
const hostsMax = tenants.length + 1;
const aloneMs = 5_000;
const lookEveryMs = 5_000;
const tellEveryMs = 60_000;
/** How long memory and processes may take to be as they were. */
const settleMsMax = 30_000;
const settledRatioMax = 1.05;
/** Far above the longest wall limit of a program and what goes before and after it. */
const answerMsMax = 300_000;
const warmRuns = 30;

interface SoakParts extends SoakArguments {
  readonly programs: readonly HostileProgram[];
  readonly clock: Clock;
  readonly tell: (line: string) => void;
  readonly interrupted: AbortSignal;
}

export interface SoakResult extends SoakFindings {
  readonly rounds: number;
  readonly neighbour: {
    readonly asked: number;
    readonly p99MsAlone: number;
    readonly p99Ms: number;
  };
}

export class HostileSoak {
  readonly #parts: SoakParts;
  readonly #cluster: OneMachineCluster;
  readonly #hostile: readonly IsopodClient[];
  readonly #neighbour: IsopodClient;
  readonly #samples: SoakSample[] = [];
  readonly #wrongs: string[] = [];
  readonly #users = new Set<number>();
  readonly #pids = new Set<number>();
  readonly #ending = new AbortController();
  #agentPid = 0;
  #runs = 0;
  #lost: string | undefined;

  private constructor(parts: SoakParts, cluster: OneMachineCluster) {
    this.#parts = parts;
    this.#cluster = cluster;
    this.#hostile = tenants.map((tenantId) => cluster.client({ tenantId }));
    this.#neighbour = cluster.client({ tenantId: 'neighbour' });
  }

  static async run(parts: SoakParts): Promise<SoakResult> {
    const nodeAgentArgs = ['--hosts-max', String(hostsMax)];
    const cluster = await OneMachineCluster.start({ nodeAgentArgs });
    try {
      return await new HostileSoak(parts, cluster).#soak();
    } finally {
      await cluster.stop();
    }
  }

  async #soak(): Promise<SoakResult> {
    const { clock, minutes, parallel, programs, seed, tell, interrupted } = this.#parts;
    tell(`${programs.length} programs, ${parallel} at a time, seed ${seed}, ${minutes} min`);
    await this.#warm();
    const alone = new SteadyNeighbour(this.#neighbour, clock);
    alone.begin();
    await this.#pause(aloneMs);
    await alone.end();
    const before = this.#look();
    this.#agentPid = before.agentPid;

    const beside = new SteadyNeighbour(this.#neighbour, clock);
    beside.begin();
    const stop = (): void => this.#ending.abort();
    const timer = clock.setTimer(minutes * 60_000, stop);
    interrupted.addEventListener('abort', stop, { once: true });
    const order = endlessOrder(programs, seededRandom(seed));
    const lanes = Array.from({ length: parallel }, (_, lane) => this.#runOn(order, lane));
    await Promise.all([...lanes, this.#lookOn(beside)]);
    timer.cancel();
    await beside.end();

    const after = await this.#settled(before);
    const left = await this.#leftAfterStop();
    return {
      minutes,
      runs: this.#runs,
      rounds: this.#runs / programs.length,
      wrongs: this.#wrongs,
      neighbourAskedPerS: beside.askedPerS,
      neighbourFailures: beside.failures,
      neighbour: {
        asked: beside.asked,
        p99MsAlone: alone.latencyMs(0.99),
        p99Ms: beside.latencyMs(0.99),
      },
      lost: this.#lost,
      samples: this.#samples,
      before,
      after,
      left,
    };
  }

  async #runOn(order: Iterator<HostileProgram, never>, lane: number): Promise<void> {
    for (let turn = lane; !this.#ending.signal.aborted; turn++) {
      const program = order.next().value;
      const client = this.#hostile[turn % this.#hostile.length] as IsopodClient;
      const wrongs = await this.#wrongsOf(client, program);
      this.#runs++;
      if (wrongs.length === 0) continue;
      const wrong = `${program.name}: ${wrongs.join('; ')}`;
      this.#wrongs.push(wrong);
      this.#parts.tell(`WRONG ${wrong}`);
    }
  }

  async #wrongsOf(client: IsopodClient, program: HostileProgram): Promise<string[]> {
    const late = Promise.withResolvers<string[]>();
    const timer = this.#parts.clock.setTimer(answerMsMax, () => late.resolve(['no answer']));
    const judged = runHostile(client, program).then(
      (end) => uncontained(program, end),
      (error: unknown) => [String(error)],
    );
    const wrongs = await Promise.race([judged, late.promise]);
    timer.cancel();
    return wrongs;
  }

  async #lookOn(neighbour: SteadyNeighbour): Promise<void> {
    const { clock, tell } = this.#parts;
    const beganMs = clock.nowMs();
    let toldMs = beganMs;
    while (!this.#ending.signal.aborted) {
      await this.#pause(lookEveryMs);
      try {
        this.#samples.push(this.#look());
      } catch (error) {
        this.#lost = String(error);
        this.#ending.abort();
      }
      const nowMs = clock.nowMs();
      if (nowMs - toldMs < tellEveryMs && !this.#ending.signal.aborted) continue;
      toldMs = nowMs;
      tell(this.#progress((nowMs - beganMs) / 60_000, neighbour));
    }
  }

  #progress(minutes: number, neighbour: SteadyNeighbour): string {
    const { failures } = neighbour;
    return [
      `${minutes.toFixed(1)} min: ${this.#runs} runs, ${this.#wrongs.length} wrong`,
      `neighbour ${neighbour.asked} asked, ${failures.length} failed, p99 ${neighbour.latencyMs(0.99).toFixed(0)} ms`,
      ...this.#samples.slice(-1).map(describeSample),
    ].join('; ');
  }

  /** Also notes every process of the cluster that it sees. Throws when a part is gone. */
  #look(): SoakSample & { readonly agentPid: number } {
    const { node, ...sample } = takeSample(this.#parts.clock);
    const { agentPid, hostPids, hostUsers } = node;
    if (this.#agentPid !== 0 && agentPid !== this.#agentPid) throw new Error('Another agent');
    for (const pid of [agentPid, ...hostPids]) this.#pids.add(pid);
    for (const user of hostUsers) this.#users.add(user);
    return { ...sample, agentPid };
  }

  /** The same honest work for everybody, so that two looks compare like with like. */
  async #warm(): Promise<void> {
    const clients = [...this.#hostile, this.#neighbour];
    for (let count = 0; count < warmRuns; count++) {
      await Promise.all(clients.map((client) => client.execute({ source: honestSource })));
    }
  }

  /** Undefined when the cluster was lost. */
  async #settled(before: SoakSample): Promise<SoakSample | undefined> {
    if (this.#lost !== undefined) return undefined;
    await this.#warm();
    // The look that is settled is the one that is judged: a host that starts or ends while it is
    // looked at is in no two looks alike.
    let after = this.#look();
    const isSettled = (): boolean => {
      after = this.#look();
      const isQuiet = after.processes <= before.processes;
      const isClosed = after.agentDescriptors <= before.agentDescriptors;
      const residentBytesMax = before.nodeResidentBytes * settledRatioMax;
      return isQuiet && isClosed && after.nodeResidentBytes <= residentBytesMax;
    };
    await waitUntil(isSettled, settleMsMax, this.#parts.clock);
    this.#parts.tell(`before: ${describeSample(before)}`);
    this.#parts.tell(`after: ${describeSample(after)}`);
    return after;
  }

  async #leftAfterStop(): Promise<string[]> {
    await this.#cluster.stop();
    const pids = [...this.#pids].filter((pid) => existsSync(`/proc/${pid}`));
    return [
      ...pids.map((pid) => `process ${pid}`),
      ...processesOfUsers([...this.#users]).map((pid) => `process ${pid} of a host's user`),
      ...cgroupsOfAgents([this.#agentPid]),
    ];
  }

  #pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => this.#parts.clock.setTimer(delayMs, resolve));
  }
}

function describeSample(sample: SoakSample): string {
  const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
  return [
    `agent ${megabytes(sample.agentResidentBytes)}, coordinator ${megabytes(sample.coordinatorResidentBytes)}`,
    `agent and hosts ${megabytes(sample.nodeResidentBytes)}`,
    `${sample.processes} processes, ${sample.agentThreads} threads`,
    `descriptors ${sample.agentDescriptors} and ${sample.coordinatorDescriptors}`,
  ].join(', ');
}
