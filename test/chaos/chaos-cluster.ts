/** A coordinator and named node-agents as processes, each of which a scenario can begin and end. */
import { ChildProgram } from '../../client/cli/child-program.ts';
import { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { newToken } from '../../shared/random/system-random.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { type Conduct, FaultyAgent } from '../support/faulty-agent.ts';

export interface ChaosClusterOptions {
  readonly coordinatorArgs?: readonly string[];
  readonly nodeAgentArgs?: readonly string[];
  readonly clock: Clock;
}

const host = '127.0.0.1';
const quiet = ['--log-level', 'silent'];
const stopGraceMs = 10_000;

export class ChaosCluster {
  readonly #options: ChaosClusterOptions;
  readonly #token = newToken();
  readonly #env: NodeJS.ProcessEnv;
  readonly #agents = new Map<string, ChildProgram>();
  readonly #pretenders = new Map<string, FaultyAgent>();
  readonly #clients: IsopodClient[] = [];
  #coordinator: ChildProgram | undefined;
  #port = 0;

  private constructor(options: ChaosClusterOptions) {
    this.#options = options;
    this.#env = { ...process.env, ISOPOD_NODE_TOKEN: this.#token };
  }

  static async start(
    nodeIds: readonly string[],
    options: ChaosClusterOptions,
  ): Promise<ChaosCluster> {
    const cluster = new ChaosCluster(options);
    try {
      await cluster.#startCoordinator();
      await Promise.all(nodeIds.map((nodeId) => cluster.startAgent(nodeId)));
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  client(tenantId: string): IsopodClient {
    const client = new IsopodClient({ address: `${host}:${this.#port}`, tenantId });
    this.#clients.push(client);
    return client;
  }

  /** Resolves when it has joined. */
  async startAgent(nodeId: string): Promise<void> {
    const agent = new ChildProgram({
      name: nodeId,
      script: 'node-agent/main.ts',
      args: [
        ...['--coordinators', `${host}:${this.#port}`, '--node-id', nodeId, ...quiet],
        ...(this.#options.nodeAgentArgs ?? []),
      ],
      env: this.#env,
    });
    this.#agents.set(nodeId, agent);
    await agent.ready;
  }

  /** One that only pretends to run anything. Resolves when it has joined. */
  async startPretender(nodeId: string): Promise<void> {
    const { clock } = this.#options;
    const address = `${host}:${this.#port}`;
    const parts = { address, token: this.#token, nodeId, clock };
    this.#pretenders.set(nodeId, await FaultyAgent.join(parts));
  }

  /** How a pretender behaves from now on. */
  behave(nodeId: string, conduct: Conduct): void {
    const pretender = this.#pretenders.get(nodeId);
    if (pretender) pretender.conduct = conduct;
  }

  /** As a machine that loses its power. */
  killAgent(nodeId: string): void {
    this.#agents.get(nodeId)?.kill();
    this.#agents.delete(nodeId);
  }

  /** As its operator does. Resolves when it has ended. */
  async stopAgent(nodeId: string): Promise<void> {
    const agent = this.#agents.get(nodeId);
    this.#agents.delete(nodeId);
    await agent?.stop(stopGraceMs, this.#options.clock);
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) client.close();
    for (const agent of this.#pretenders.values()) agent.stop();
    await this.#coordinator?.stop(stopGraceMs, this.#options.clock);
    await Promise.all([...this.#agents.keys()].map((nodeId) => this.stopAgent(nodeId)));
  }

  async #startCoordinator(): Promise<void> {
    this.#coordinator = new ChildProgram({
      name: 'the coordinator',
      script: 'coordinator/main.ts',
      args: [
        ...['--listen-host', host, '--port', '0', '--drain-grace-ms', '1000', ...quiet],
        ...(this.#options.coordinatorArgs ?? []),
      ],
      env: this.#env,
    });
    this.#port = (await this.#coordinator.ready).port ?? 0;
  }
}
