/** A call of a tool, there and back, one after the other, against a bare relay of the same shape. */
import { IsopodClient } from '../../client/sdk/isopod-client.ts';
import type { IsolationLevel } from '../../shared/execution/execution.ts';
import { type Bench, type BenchContext, BenchError } from '../support/bench.ts';
import { startCluster } from '../support/cluster.ts';
import { CpuMeter } from '../support/cpu-meter.ts';
import { Relay } from '../support/relay.ts';

/** As long as what the relay passes on, with the ids beside it. */
const argument = 'x'.repeat(100);
const source = `export default async (calls, { tools }) => {
  let sum = 0;
  for (let n = 0; n < calls; n++) sum += (await tools.echo({ n, text: '${argument}' })).n;
  return sum;
};`;
/**
 * The three are driven in turns of so many calls: what else the machine does meets all of them.
 */
const callsPerTurn = 200;
/** Of a run. Few, for a module that stays short and runs where short ones do; or all of a turn. */
const pooledCallsPerRun = 10;
/** By then V8 has optimized most of what a call goes through. */
const warmUpTurns = 30;
/** Runs that prove a module short: it then runs where a small function in steady use does. */
const provingRuns = 50;

/** Makes so many calls, in whatever runs. */
type MakeCalls = (calls: number) => Promise<void>;

export const hostcall: Bench = {
  name: 'hostcall',
  summary: 'a call of a tool and its reply, against a relay of four processes that only pass it on',
  async open(context) {
    const { clock, secondsPerRound } = context;
    const relay = await Relay.start(context);
    const target = await startCluster(context);
    const runPooled = openCaller(target.port, 'POOLED', context);
    const pooled = async (calls: number): Promise<void> => {
      for (let made = 0; made < calls; made += pooledCallsPerRun)
        await runPooled(pooledCallsPerRun);
    };
    const fresh = openCaller(target.port, 'FRESH', context);
    for (let run = 0; run < provingRuns; run++) await runPooled(1);
    const takeTurns = async (isOver: (turns: number) => boolean): Promise<Turns> => {
      const all: readonly MakeCalls[] = [(calls) => relay.ask(calls), pooled, fresh];
      const ms = all.map(() => 0);
      let turns = 0;
      for (; !isOver(turns); turns++)
        for (const [index, makeCalls] of all.entries()) {
          const startMs = clock.nowMs();
          await makeCalls(callsPerTurn);
          ms[index] = (ms[index] ?? 0) + clock.nowMs() - startMs;
        }
      const calls = turns * callsPerTurn;
      const [relayMs = Number.NaN, pooledMs = Number.NaN, freshMs = Number.NaN] = ms;
      return {
        calls,
        relayMs: relayMs / calls,
        pooledMs: pooledMs / calls,
        freshMs: freshMs / calls,
      };
    };
    await takeTurns((turns) => turns >= warmUpTurns);
    return {
      async round() {
        const ofRelay = new CpuMeter(relay.gauges);
        const ofCluster = new CpuMeter(target.gauges);
        // As long as two sides of a comparison are driven in the other benches.
        const endMs = clock.nowMs() + 2 * secondsPerRound * 1000;
        const { calls, relayMs, pooledMs, freshMs } = await takeTurns(() => clock.nowMs() >= endMs);
        return {
          ratio_to_relay: pooledMs / relayMs,
          fresh_ratio_to_relay: freshMs / relayMs,
          mean_ms: pooledMs,
          fresh_mean_ms: freshMs,
          relay_mean_ms: relayMs,
          ...ofRelay.metrics('call', calls),
          ...ofCluster.metrics('call', 2 * calls),
        };
      },
    };
  },
};

/** Means of one call. */
interface Turns {
  readonly calls: number;
  readonly relayMs: number;
  readonly pooledMs: number;
  readonly freshMs: number;
}

function openCaller(port: number, isolation: IsolationLevel, { cleanup }: BenchContext): MakeCalls {
  const client = new IsopodClient(`127.0.0.1:${port}`);
  cleanup.defer(() => client.close());
  const stream = client.openStream();
  const tools = { echo: (given: unknown) => given };
  const limits = { wallUsMax: 60_000_000 };
  return async (calls) => {
    const request = { source, inputJson: `${calls}`, isolation, tools, limits };
    const outcome = await stream.execute(request);
    if (outcome.word !== 'SUCCEEDED' || outcome.resultJson !== `${(calls * (calls - 1)) / 2}`)
      throw new BenchError(`could not trust the cluster: ${JSON.stringify(outcome)}`);
  };
}
