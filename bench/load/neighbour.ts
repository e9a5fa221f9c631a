/**
 * What a quiet tenant feels of hostile ones on its node. It sends 50 executions a second, open
 * loop and throughout, alone and then beside two tenants of each hostile class, which send their
 * next program as soon as the last has ended. A latency is from when an execution was due, not
 * from when it was sent: who is late in sending because the machine is busy has waited too.
 */
import { IsopodClient } from '../../client/sdk/isopod-client.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';
import { type Bench, type BenchContext, BenchError, type Metrics } from '../support/bench.ts';
import { startCluster } from '../support/cluster.ts';
import { hostileClasses } from '../support/hostile-classes.ts';
import { quantile } from '../support/statistics.ts';

const executionsPerS = 50;
/** As many as the smallest machine that is of use has processors. */
const hostileTenants = 2;
/** What one class leaves behind, hosts that are being replaced above all, is not the next one's. */
const settleSeconds = 1;
const warmUpExecutions = 100;
/** After an answer that is an error, such as that the queue is full. */
const hostilePauseMs = 20;

/** Some hundred microseconds, in a context of its own. */
const quiet: ExecutionRequest = {
  source: 'let sum = 0; for (let i = 0; i < 1e4; i++) sum += i; sum',
};
const quietResultJson = '49995000';

export const neighbour: Bench = {
  name: 'neighbour',
  summary: 'p99 of a quiet tenant alone, and beside hostile ones of each class',
  async open(context) {
    const { port } = await startCluster(context);
    const clientOf = (tenantId: string): IsopodClient => {
      const client = new IsopodClient({ address: `127.0.0.1:${port}`, tenantId });
      context.cleanup.defer(() => client.close());
      return client;
    };
    const client = clientOf('neighbour');
    for (let i = 0; i < warmUpExecutions; i++) await executeQuiet(client);
    const hostiles = Array.from({ length: hostileTenants }, (_, i) => clientOf(`hostile-${i}`));
    return { round: () => measureRound(client, hostiles, context) };
  },
};

async function measureRound(
  client: IsopodClient,
  hostiles: readonly IsopodClient[],
  { clock, secondsPerRound }: BenchContext,
): Promise<Metrics> {
  const alone = await latenciesMs(client, clock, secondsPerRound);
  const p99AloneMs = quantile(alone, 0.99);
  const metrics: Record<string, number> = {
    p50_alone_ms: quantile(alone, 0.5),
    p99_alone_ms: p99AloneMs,
  };
  for (const [name, program] of Object.entries(hostileClasses)) {
    const stop = startHostiles(hostiles, program, clock);
    const beside = await latenciesMs(client, clock, secondsPerRound);
    const stopped = stop();
    // Not silent while the last ones end: a tenant that is may lose its host to others.
    await latenciesMs(client, clock, settleSeconds);
    const p99Ms = quantile(beside, 0.99);
    metrics[`p50_beside_${name}_ms`] = quantile(beside, 0.5);
    metrics[`p99_beside_${name}_ms`] = p99Ms;
    metrics[`p99_beside_${name}_ratio`] = p99Ms / p99AloneMs;
    metrics[`${name}_ended_per_s`] = (await stopped) / secondsPerRound;
  }
  return metrics;
}

/** Sorted. */
async function latenciesMs(
  client: IsopodClient,
  clock: Clock,
  seconds: number,
): Promise<Float64Array> {
  const startMs = clock.nowMs();
  const length = Math.ceil(seconds * executionsPerS);
  const executions = Array.from({ length }, async (_, i) => {
    const dueMs = startMs + (i * 1_000) / executionsPerS;
    await until(clock, dueMs);
    await executeQuiet(client);
    return clock.nowMs() - dueMs;
  });
  return Float64Array.from(await Promise.all(executions)).toSorted();
}

async function executeQuiet(client: IsopodClient): Promise<void> {
  const { outcome } = await client.execute(quiet);
  if (outcome.word !== 'SUCCEEDED' || outcome.resultJson !== quietResultJson)
    throw new BenchError(`could not execute the quiet tenant's program: ${outcome.word}`);
}

/** Each sends the next when the last has ended; stopped, it resolves with how many did. */
function startHostiles(
  clients: readonly IsopodClient[],
  program: ExecutionRequest,
  clock: Clock,
): () => Promise<number> {
  const stopping = new AbortController();
  const pause = (): Promise<void> => until(clock, clock.nowMs() + hostilePauseMs);
  const lanes = clients.map(async (client) => {
    let ended = 0;
    for (; !stopping.signal.aborted; ended++) await client.execute(program).then(() => {}, pause);
    return ended;
  });
  return async () => {
    stopping.abort();
    return (await Promise.all(lanes)).reduce((sum, ended) => sum + ended, 0);
  };
}

async function until(clock: Clock, atMs: number): Promise<void> {
  const waitMs = Math.max(0, atMs - clock.nowMs());
  await new Promise<void>((resolve) => clock.setTimer(waitMs, resolve));
}
