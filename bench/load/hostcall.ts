/** A call of a tool, there and back, one after the other, against a bare relay of the same shape. */
import { IsopodClient } from '../../client/sdk/isopod-client.ts';
import type { Bench, BenchContext, Metrics } from '../support/bench.ts';
import { BenchError } from '../support/bench.ts';
import { startCluster } from '../support/cluster.ts';
import { CpuMeter, processGauge } from '../support/cpu-meter.ts';
import { Relay } from '../support/relay.ts';

/** Calls of one run: the most that a run has by default, so that its own cost is spread thin. */
const callsPerRun = 1_000;
const warmUpSeconds = 2;
/** As long as what the relay passes on, with the ids beside it. */
const argument = 'x'.repeat(100);
const source = `export default async (calls, { tools }) => {
  let sum = 0;
  for (let n = 0; n < calls; n++) sum += (await tools.echo({ n, text: '${argument}' })).n;
  return sum;
};`;
const expectedJson = `${(callsPerRun * (callsPerRun - 1)) / 2}`;

export const hostcall: Bench = {
  name: 'hostcall',
  summary: 'a call of a tool and its reply, against a relay of four processes that only pass it on',
  async open(context) {
    const relay = await Relay.start(context);
    const callCluster = await openCluster(context);
    const askRelay = (): Promise<void> => relay.ask(callsPerRun);
    await repeat(askRelay, warmUpSeconds, context);
    await repeat(callCluster.run, warmUpSeconds, context);
    return {
      async round() {
        const { secondsPerRound } = context;
        const relayMs = await repeat(askRelay, secondsPerRound, context);
        const meter = new CpuMeter(callCluster.gauges);
        const { runs, meanMs } = await repeatCounted(callCluster.run, secondsPerRound, context);
        return {
          ratio_to_relay: meanMs / relayMs,
          hostcall_mean_ms: meanMs,
          relay_mean_ms: relayMs,
          ...meter.metrics('call', runs * callsPerRun),
        } satisfies Metrics;
      },
    };
  },
};

async function openCluster(context: BenchContext) {
  const target = await startCluster(context);
  const client = new IsopodClient(`127.0.0.1:${target.port}`);
  context.cleanup.defer(() => client.close());
  const stream = client.openStream();
  const tools = { echo: (given: unknown) => given };
  const inputJson = `${callsPerRun}`;
  const run = async (): Promise<void> => {
    const limits = { wallUsMax: 60_000_000 };
    const outcome = await stream.execute({ source, inputJson, isolation: 'POOLED', tools, limits });
    if (outcome.word !== 'SUCCEEDED' || outcome.resultJson !== expectedJson)
      throw new BenchError(`could not trust the cluster: ${JSON.stringify(outcome)}`);
  };
  return { run, gauges: [...target.gauges, processGauge('client', process.pid)] };
}

/** For about so long; gives the mean of one call. */
async function repeat(run: () => Promise<void>, seconds: number, context: BenchContext) {
  return (await repeatCounted(run, seconds, context)).meanMs;
}

async function repeatCounted(
  run: () => Promise<void>,
  seconds: number,
  { clock }: BenchContext,
): Promise<{ runs: number; meanMs: number }> {
  const startMs = clock.nowMs();
  let runs = 0;
  do {
    await run();
    runs++;
  } while (clock.nowMs() - startMs < seconds * 1000);
  return { runs, meanMs: (clock.nowMs() - startMs) / (runs * callsPerRun) };
}
