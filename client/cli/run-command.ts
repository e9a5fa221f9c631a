/** `isopod run`: one program, in a cluster that is there, or in one of its own. */
import { IsopodError, toIsopodError } from '../../shared/errors/isopod-error.ts';
import { systemRandom } from '../../shared/random/system-random.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';
import type { IsopodClientOptions } from '../sdk/client-options.ts';
import type { IsopodClient } from '../sdk/isopod-client.ts';
import { connect } from './connect.ts';
import { exitStatusOfReason, exitStatusOfWord } from './exit-status.ts';
import { aborted } from './interruption.ts';
import { LocalCluster } from './local-cluster.ts';
import { errorJson, outcomeJson, reportError, reportLog, reportOutcome } from './outcome-report.ts';
import { findPrivateAddress } from './private-address.ts';
import { executionRequest, type RunOptions } from './run-options.ts';
import type { Terminal } from './terminal.ts';

export interface CommandContext {
  readonly terminal: Terminal;
  readonly clock: Clock;
  /** Aborted when the command shall stop. */
  readonly interruption: AbortSignal;
}

/** A cluster for one run has nothing to wait for when it stops. */
const drainGraceMs = 1_000;
const stopGraceMs = 5_000;

/** Returns the exit status. */
export async function runCommand(
  file: string,
  options: RunOptions,
  context: CommandContext,
): Promise<number> {
  const request = executionRequest(file, options);
  try {
    if (options.server !== undefined) {
      const client = await connect(clientOptions(options.server, options));
      return await execute(client, request, options, context);
    }
    return await executeInOwnCluster(request, options, context);
  } catch (thrown) {
    const error = toIsopodError(thrown);
    if (options.json) context.terminal.out(`${errorJson(error)}\n`);
    else reportError(context.terminal, error);
    return exitStatusOfReason[error.reason];
  }
}

function clientOptions(address: string, { tenant }: RunOptions): IsopodClientOptions {
  return { address, ...(tenant === undefined ? {} : { tenantId: tenant }) };
}

/** Closes the client. */
async function execute(
  client: IsopodClient,
  request: ExecutionRequest,
  options: RunOptions,
  { terminal, interruption }: CommandContext,
): Promise<number> {
  using _closed = client;
  const { json: isJson, timeoutMs: timeLimitMs } = options;
  const { outcome, logs } = await client.execute(request, {
    signal: interruption,
    ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
    ...(isJson ? {} : { onLog: (entry) => reportLog(terminal, entry) }),
  });
  if (isJson) terminal.out(`${outcomeJson(outcome, logs)}\n`);
  else reportOutcome(terminal, outcome);
  return exitStatusOfWord[outcome.word];
}

async function executeInOwnCluster(
  request: ExecutionRequest,
  options: RunOptions,
  context: CommandContext,
): Promise<number> {
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
    const run = async (): Promise<number> => {
      const address = clientOptions(`${host}:${port}`, options);
      const [, client] = await Promise.all([cluster.start(), connect(address)]);
      return execute(client, request, options, { ...context, interruption });
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
