/**
 * Runs hostile programs through a whole cluster, a few at a time and for three tenants in turn,
 * beside a tenant that works on; and looks at what is left of it all. A test file a class of
 * programs calls `testHostilePrograms` and does nothing else.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { errorTextLimits } from '../../shared/execution/limits.ts';
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';
import type { HostileProgram } from '../isolation/hostile/hostile-program.ts';
import { cgroupsOfAgents } from './agent-cgroups.ts';
import { type NodeFootprint, nodeFootprint } from './node-footprint.ts';
import { OneMachineCluster } from './one-machine-cluster.ts';
import { SteadyNeighbour } from './steady-neighbour.ts';
import { waitUntil } from './wait-until.ts';

const hostsMax = 4;
const programsAtATime = 2;
const tenants = ['hostile-a', 'hostile-b', 'hostile-c'];
const aloneMs = 2_000;
const defaultWallUsMax = 10_000_000;
const slackUs = 1_000_000;
const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const clock = systemClock();

interface Ended {
  readonly outcome: Outcome;
  readonly logs: readonly LogEntry[];
  /** What came of `next`. */
  readonly next: Outcome | undefined;
}

export function testHostilePrograms(title: string, programs: readonly HostileProgram[]): void {
  const world = new World(programs);
  beforeAll(() => world.open(), 60_000);
  afterAll(() => world.close());

  for (const program of programs)
    test(`${program.name}: ${program.words.join(' or ')}, though ${program.why}`, async () => {
      const ended = await world.endOf(program);
      expectContained(program, ended);
    }, 240_000);

  test(`a tenant next door had no failure beside ${title}`, async () => {
    await world.allEnded();
    const { asked, failures } = await world.neighbourWhile();
    expect(failures).toEqual([]);
    expect(asked).toBeGreaterThan(5);
  }, 240_000);

  test(`nothing is left of ${title}`, () => world.expectNothingLeft(title), 60_000);
}

function expectContained(program: HostileProgram, { outcome, logs, next }: Ended): void {
  const told = JSON.stringify(outcome).slice(0, 2_000);
  expect(program.words, told).toContain(outcome.word);
  if (program.errorName) expect(outcome.error?.name, told).toBe(program.errorName);
  if ('result' in program && outcome.word === 'SUCCEEDED') {
    expect(JSON.parse(outcome.resultJson ?? 'null')).toEqual(program.result);
  }
  if (program.logLines !== undefined) expect(logs).toHaveLength(program.logLines);
  if (outcome.error) expectPlainError(outcome.error);
  expect(outcome.usage.wallUs).toBeLessThan(
    (program.limits?.wallUsMax ?? defaultWallUsMax) + slackUs,
  );
  if (program.next) {
    expect(next, JSON.stringify(next)).toMatchObject({ word: 'SUCCEEDED' });
    expect(JSON.parse(next?.resultJson ?? 'null')).toEqual(program.next.result);
  }
}

/** Within its limits, and with nothing in it of the host. */
function expectPlainError({ name, message, stack }: NonNullable<Outcome['error']>): void {
  const { nameCharsMax, messageCharsMax, stackCharsMax } = errorTextLimits;
  expect(name.length).toBeLessThanOrEqual(nameCharsMax);
  expect(message.length).toBeLessThanOrEqual(messageCharsMax);
  expect(stack.length).toBeLessThanOrEqual(stackCharsMax);
  const text = name + message + stack;
  for (const secret of [projectFolder, 'isopod:runtime', 'isolated-vm', 'node:internal']) {
    expect(text).not.toContain(secret);
  }
}

class World {
  readonly #programs: readonly HostileProgram[];
  readonly #ends: Map<HostileProgram, PromiseWithResolvers<Ended>>;
  #cluster: OneMachineCluster | undefined;
  #clients: readonly IsopodClient[] = [];
  #before: NodeFootprint | undefined;
  #alone: SteadyNeighbour | undefined;
  #beside: SteadyNeighbour | undefined;

  constructor(programs: readonly HostileProgram[]) {
    this.#programs = programs;
    this.#ends = new Map(programs.map((program) => [program, Promise.withResolvers<Ended>()]));
    for (const { promise } of this.#ends.values()) promise.catch(() => undefined);
  }

  /** Resolves when the neighbour works and the first programs run. */
  async open(): Promise<void> {
    const nodeAgentArgs = ['--hosts-max', String(hostsMax)];
    const cluster = await OneMachineCluster.start({ nodeAgentArgs });
    this.#cluster = cluster;
    this.#clients = tenants.map((tenantId) => cluster.client({ tenantId }));
    const neighbour = cluster.client({ tenantId: 'neighbour' });
    for (let first = 0; first < 10; first++) await neighbour.execute({ source: '1' });
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

  endOf(program: HostileProgram): Promise<Ended> {
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
    const isQuiet = (): boolean => {
      const { zombies, hostPids, descriptorsOfDeadHosts, cgroups } = nodeFootprint();
      const isClean = zombies === 0 && descriptorsOfDeadHosts === 0;
      return isClean && (cgroups.length === 0 || cgroups.length === hostPids.length);
    };
    await waitUntil(isQuiet, 10_000, clock);
    const after = nodeFootprint();
    this.#report(title, before, after);
    expect(after).toMatchObject({ agentPid, zombies: 0, descriptorsOfDeadHosts: 0 });
    expect(after.hostPids.length).toBeLessThanOrEqual(hostsMax);
    expect(after.threads).toBeLessThanOrEqual(before.threads);
    expect(after.descriptors).toBeLessThanOrEqual(before.descriptors);
    if (before.cgroups.length > 0) expect(after.cgroups).toHaveLength(after.hostPids.length);

    await this.close();
    const pids = [agentPid, ...after.hostPids];
    expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
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
      if (client && end) await run(client, program).then(end.resolve, end.reject);
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

async function run(client: IsopodClient, program: HostileProgram): Promise<Ended> {
  const { source, kind, language, fileName, isolation, limits } = program;
  const { input, inputBefore = input, runsBefore = 0, next } = program;
  const requestWith = (given: unknown): ExecutionRequest => ({
    source,
    ...(kind && { kind }),
    ...(language && { language }),
    ...(fileName && { fileName }),
    ...(isolation && { isolation }),
    ...(limits && { limits }),
    ...(given === undefined ? {} : { inputJson: JSON.stringify(given) }),
  });
  for (let count = 0; count < runsBefore; count++) await client.execute(requestWith(inputBefore));
  const { outcome, logs } = await client.execute(requestWith(input));
  const wish = next && { source: next.source, ...(language && { language }) };
  return { outcome, logs, next: wish && (await client.execute(wish)).outcome };
}
