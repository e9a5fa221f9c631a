/**
 * Runs hostile programs through a whole cluster, a few at a time and for three tenants in turn,
 * beside a tenant that works on; and looks at what is left of it all. A test file a class of
 * programs calls `testHostilePrograms` and does nothing else.
 */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import type { HostileProgram } from '../isolation/hostile/hostile-program.ts';
import { cgroupsOfAgents } from './agent-cgroups.ts';
import { honestSource } from './honest-source.ts';
import { type HostileEnd, runHostile, uncontained } from './hostile-run.ts';
import { type NodeFootprint, nodeFootprint, processesOfUsers } from './node-footprint.ts';
import { OneMachineCluster } from './one-machine-cluster.ts';
import { SteadyNeighbour } from './steady-neighbour.ts';
import { waitUntil } from './wait-until.ts';

/** One for each hostile tenant, and one for the neighbour. */
const hostsMax = 4;
const programsAtATime = 2;
const tenants = ['hostile-a', 'hostile-b', 'hostile-c'];
const aloneMs = 2_000;
/** Of the fifty it is to ask: its own process is one of many on a machine that is busy. */
const askedPerSMin = 20;
const warmRuns = 20;
/** How long memory may take to be as it was, and what still counts as that. */
const settleMsMax = 30_000;
const settledRatioMax = 1.1;
const clock = systemClock();

export function testHostilePrograms(title: string, programs: readonly HostileProgram[]): void {
  const world = new World(programs);
  beforeAll(() => world.open(), 60_000);
  afterAll(() => world.close());

  for (const program of programs)
    test(`${program.name}: ${program.words.join(' or ')}, though ${program.why}`, async () => {
      expect(uncontained(program, await world.endOf(program))).toEqual([]);
    }, 240_000);

  test(`a tenant next door had no failure beside ${title}`, async () => {
    await world.allEnded();
    const { askedPerS, failures } = await world.neighbourWhile();
    expect(failures).toEqual([]);
    expect(askedPerS).toBeGreaterThan(askedPerSMin);
  }, 240_000);

  test(`nothing is left of ${title}`, () => world.expectNothingLeft(title), 60_000);
}

class World {
  readonly #programs: readonly HostileProgram[];
  readonly #ends: Map<HostileProgram, PromiseWithResolvers<HostileEnd>>;
  #cluster: OneMachineCluster | undefined;
  #clients: readonly IsopodClient[] = [];
  #neighbour: IsopodClient | undefined;
  readonly #hostUsers = new Set<number>();
  #before: NodeFootprint | undefined;
  #alone: SteadyNeighbour | undefined;
  #beside: SteadyNeighbour | undefined;

  constructor(programs: readonly HostileProgram[]) {
    this.#programs = programs;
    this.#ends = new Map(programs.map((program) => [program, Promise.withResolvers<HostileEnd>()]));
    for (const { promise } of this.#ends.values()) promise.catch(() => undefined);
  }

  /** Resolves when the neighbour works and the first programs run. */
  async open(): Promise<void> {
    const nodeAgentArgs = ['--hosts-max', String(hostsMax)];
    const cluster = await OneMachineCluster.start({ nodeAgentArgs });
    this.#cluster = cluster;
    this.#clients = tenants.map((tenantId) => cluster.client({ tenantId }));
    const neighbour = cluster.client({ tenantId: 'neighbour' });
    this.#neighbour = neighbour;
    await this.#warm();
    this.#alone = new SteadyNeighbour(neighbour, clock);
    this.#alone.begin();
    await new Promise<void>((resolve) => clock.setTimer(aloneMs, resolve));
    await this.#alone.end();
    this.#before = nodeFootprint();
    this.#beside = new SteadyNeighbour(neighbour, clock);
    this.#beside.begin();
    const waiting = [...this.#programs.entries()];
    for (let lane = 0; lane < programsAtATime; lane++) void this.#runOn(waiting);
  }

  endOf(program: HostileProgram): Promise<HostileEnd> {
    return this.#ends.get(program)?.promise ?? Promise.reject(new Error('an unknown program'));
  }

  async allEnded(): Promise<void> {
    await Promise.allSettled([...this.#ends.values()].map(({ promise }) => promise));
  }

  async neighbourWhile(): Promise<SteadyNeighbour> {
    await this.#beside?.end();
    if (!this.#beside) throw new Error('the neighbour was not there');
    return this.#beside;
  }

  async expectNothingLeft(title: string): Promise<void> {
    const { agentPid, ...before } = this.#before ?? nodeFootprint();
    const residentBytesMax = before.residentBytes * settledRatioMax;
    await this.#warm();
    // The look that is settled is the one that is judged: a host that starts or ends while it is
    // looked at, as one does by age or for want of work, is in no two looks alike.
    let after = nodeFootprint();
    const isSettled = (): boolean => {
      after = nodeFootprint();
      const { zombies, hostPids, descriptors, descriptorsOfDeadHosts, cgroups } = after;
      const isClean = zombies === 0 && descriptorsOfDeadHosts === 0;
      const isEmpty = cgroups.length === 0 || cgroups.length === hostPids.length;
      const isSmall = after.residentBytes <= residentBytesMax && descriptors <= before.descriptors;
      return isClean && isEmpty && isSmall;
    };
    await waitUntil(isSettled, settleMsMax, clock);
    this.#report(title, before, after);
    expect(after).toMatchObject({ agentPid, zombies: 0, descriptorsOfDeadHosts: 0 });
    expect(after.residentBytes).toBeLessThanOrEqual(residentBytesMax);
    expect(after.hostPids.length).toBeLessThanOrEqual(before.hostPids.length);
    expect(after.threads).toBeLessThanOrEqual(before.threads);
    expect(after.descriptors).toBeLessThanOrEqual(before.descriptors);
    if (before.cgroups.length > 0) expect(after.cgroups).toHaveLength(after.hostPids.length);

    await this.close();
    const pids = [agentPid, ...after.hostPids];
    expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    expect(processesOfUsers([...this.#hostUsers])).toEqual([]);
    expect(cgroupsOfAgents([agentPid])).toEqual([]);
  }

  async close(): Promise<void> {
    await this.#beside?.end();
    await this.#cluster?.stop();
    this.#cluster = undefined;
  }

  async #runOn(waiting: [number, HostileProgram][]): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, program] = next;
      const client = this.#clients[index % tenants.length];
      const end = this.#ends.get(program);
      if (client && end) await runHostile(client, program).then(end.resolve, end.reject);
      for (const user of nodeFootprint().hostUsers) this.#hostUsers.add(user);
    }
  }

  /** The same honest work for every tenant, so that two looks compare like with like. */
  async #warm(): Promise<void> {
    const clients = [...this.#clients, ...(this.#neighbour ? [this.#neighbour] : [])];
    for (let count = 0; count < warmRuns; count++) {
      await Promise.all(clients.map((client) => client.execute({ source: honestSource })));
    }
  }

  #report(title: string, before: Omit<NodeFootprint, 'agentPid'>, after: NodeFootprint): void {
    const p99 = (neighbour: SteadyNeighbour | undefined): string =>
      `${neighbour?.latencyMs(0.99).toFixed(1)} ms`;
    const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
    console.info(
      `${title}: neighbour p99 ${p99(this.#alone)} alone, ${p99(this.#beside)} beside;`,
      `agent ${megabytes(before.agentResidentBytes)}, then ${megabytes(after.agentResidentBytes)};`,
      `node ${megabytes(before.residentBytes)} with ${before.hostPids.length} hosts,`,
      `then ${megabytes(after.residentBytes)} with ${after.hostPids.length}`,
    );
  }
}
