/** A client of the cluster that a command is to use: one that is there, or one of its own. */
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import { systemRandom } from '../../shared/random/system-random.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { IsopodClient } from '../sdk/isopod-client.ts';
import { connect } from './connect.ts';
import { type ConnectionOptions, clientOptionsOf } from './connection-options.ts';
import { aborted } from './interruption.ts';
import { LocalCluster } from './local-cluster.ts';
import { findPrivateAddress } from './private-address.ts';

export interface ClusterOptions extends ConnectionOptions {
  /** Without it a cluster is started, and stopped at the end. */
  readonly server?: string;
}

interface ClusterContext {
  readonly clock: Clock;
  readonly interruption: AbortSignal;
}

/** `interruption` is aborted when there is no use in going on. */
type Use<Result> = (client: IsopodClient, interruption: AbortSignal) => Promise<Result>;

/** A cluster of one run has nothing to finish when it is stopped. */
const drainGraceMs = 1_000;
const stopGraceMs = 5_000;

interface Needs {
  /** Executions wait for a node to join; sessions do not. @default false */
  readonly hasNodes?: boolean;
}

/** Closes the client after its use. */
export async function withCluster<Result>(
  options: ClusterOptions,
  context: ClusterContext,
  use: Use<Result>,
  needs: Needs = {},
): Promise<Result> {
  if (options.server === undefined) return withOwnCluster(options, context, use, needs);
  using client = await connect(clientOptionsOf(options.server, options));
  return await use(client, context.interruption);
}

async function withOwnCluster<Result>(
  options: ClusterOptions,
  context: ClusterContext,
  use: Use<Result>,
  { hasNodes = false }: Needs,
): Promise<Result> {
  const { host, port } = await findPrivateAddress(systemRandom());
  const quiet = ['--log-level', 'error', '--log-pretty', '--drain-grace-ms', String(drainGraceMs)];
  const cluster = new LocalCluster({
    nodes: 1,
    coordinatorArgs: ['--listen-host', host, '--port', String(port), ...quiet],
    nodeAgentArgs: quiet,
    coordinatorHost: host,
    coordinatorPort: port,
    restartsNodes: false,
    stopGraceMs,
    clock: context.clock,
  });
  const given = new AbortController();
  const interruption = AbortSignal.any([context.interruption, given.signal]);
  try {
    const run = async (): Promise<Result> => {
      // A cluster of one's own is on this machine alone, and speaks in the clear.
      const { tenant } = options;
      const client = clientOptionsOf(`${host}:${port}`, tenant === undefined ? {} : { tenant });
      const [, connected] = await Promise.all([cluster.start(), connect(client)]);
      using own = connected;
      if (hasNodes) await cluster.nodesReady();
      return await use(own, interruption);
    };
    return await Promise.race([run(), ends(cluster, context.interruption)]);
  } finally {
    given.abort();
    await cluster.stop();
  }
}

/** Rejects when the cluster fails, also before it has started, or when it is interrupted. */
async function ends(cluster: LocalCluster, interruption: AbortSignal): Promise<never> {
  const failure = await Promise.race([cluster.failed, aborted(interruption)]);
  if (failure) throw failure;
  throw new IsopodError('CANCELLED', 'Could not finish the execution: it was interrupted');
}
