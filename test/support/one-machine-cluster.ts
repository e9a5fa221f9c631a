/**
 * A real cluster for a suite: a coordinator and node-agents as processes of their own, with the
 * clients of it closed and every process gone at the end.
 */
import { LocalCluster } from '../../client/cli/local-cluster.ts';
import type { IsopodClientOptions } from '../../client/sdk/client-options.ts';
import { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { systemClock } from '../../shared/time/system-clock.ts';

interface ClusterOptions {
  /** @default 1 */
  readonly nodes?: number;
  /** More flags, such as `['--hosts-max', '2']`. */
  readonly nodeAgentArgs?: readonly string[];
  readonly coordinatorArgs?: readonly string[];
  /** @default 'error' */
  readonly logLevel?: 'silent';
}

export class OneMachineCluster {
  readonly address: string;
  readonly #cluster: LocalCluster;
  readonly #clients: IsopodClient[] = [];

  private constructor(cluster: LocalCluster, address: string) {
    this.#cluster = cluster;
    this.address = address;
  }

  /** Resolves when every node has joined. */
  static async start(options: ClusterOptions = {}): Promise<OneMachineCluster> {
    const host = '127.0.0.1';
    // Hosts that are lost are what most of these tests are about.
    const common = ['--log-level', options.logLevel ?? 'error', '--drain-grace-ms', '1000'];
    const cluster = new LocalCluster({
      nodes: options.nodes ?? 1,
      coordinatorHost: host,
      coordinatorArgs: [
        ...['--listen-host', host, '--port', '0'],
        ...common,
        ...(options.coordinatorArgs ?? []),
      ],
      nodeAgentArgs: [...common, ...(options.nodeAgentArgs ?? [])],
      restartsNodes: false,
      stopGraceMs: 10_000,
      clock: systemClock(),
    });
    try {
      const port = await cluster.start();
      await cluster.nodesReady();
      return new OneMachineCluster(cluster, `${host}:${port}`);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  client(options: Omit<IsopodClientOptions, 'address'> = {}): IsopodClient {
    const client = new IsopodClient({ address: this.address, ...options });
    this.#clients.push(client);
    return client;
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) client.close();
    await this.#cluster.stop();
  }
}
