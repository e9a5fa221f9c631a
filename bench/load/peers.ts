/**
 * Code that nobody has seen, with each request, on Isopod and on workerd's dynamic loader: the
 * same function on the same input of 100 bytes, one request a program, in the same minute.
 */
import { type Bench, type BenchContext, BenchError, type Metrics } from '../support/bench.ts';
import { CheckedClient } from '../support/checked-client.ts';
import { startAgent, startCoordinator } from '../support/cluster.ts';
import { driveCalls } from '../support/drive-calls.ts';
import { treeMemory } from '../support/process-memory.ts';
import { startWorkerd } from '../support/workerd.ts';
import { freshSum, freshSumWorker } from '../support/workload.ts';

const inFlight = 32;
const callsAtOneMax = 100;
/** workerd keeps what it loaded, megabytes each; this many leave a machine of 8 GB alone. */
const workerdCallsMax = 600;
const warmUpCalls = 20;
const megabyte = 2 ** 20;

/** One of the two, as it is compared. */
interface Peer {
  readonly name: string;
  readonly callsMax: number;
  call(): Promise<unknown>;
  pssBytes(): number;
}

export const peers: Bench = {
  name: 'peers',
  summary: "fresh code with each request, against workerd's dynamic loader",
  async open(context) {
    const isopod = await openIsopod(context);
    return {
      async round() {
        const [own, ownCallsPerS] = await compare(isopod, context);
        const { peer, stop } = await openWorkerd(context);
        const [theirs, theirCallsPerS] = await compare(peer, context);
        await stop();
        return { ratio_to_workerd: ownCallsPerS / theirCallsPerS, ...own, ...theirs };
      },
    };
  },
};

/** Its metrics, and its rate for the ratio. */
async function compare(peer: Peer, context: BenchContext): Promise<[Metrics, number]> {
  const { clock, secondsPerRound: secondsMax } = context;
  const { name, callsMax, call } = peer;
  const drive = (places: number, callsAtMost: number) =>
    driveCalls({ clock, inFlight: places, secondsMax, callsMax: callsAtMost, call });
  await drive(1, warmUpCalls);
  const alone = await drive(1, callsAtOneMax);
  const together = await drive(inFlight, callsMax);
  const metrics = {
    [`${name}_fresh_per_s`]: together.callsPerS,
    [`${name}_p50_ms`]: alone.latency.p50_ms,
    [`${name}_p99_ms`]: alone.latency.p99_ms,
    [`${name}_p50_ms_at_${inFlight}`]: together.latency.p50_ms,
    [`${name}_calls`]: together.calls,
    [`${name}_pss_mb_after`]: peer.pssBytes() / megabyte,
  };
  return [metrics, together.callsPerS];
}

async function openIsopod(context: BenchContext): Promise<Peer> {
  const coordinator = await startCoordinator(context);
  const agent = await startAgent(coordinator, [], context);
  const client = new CheckedClient(coordinator.port, context);
  let sequence = 0;
  return {
    name: 'isopod',
    callsMax: Number.MAX_SAFE_INTEGER,
    call: () => client.execute(freshSum(++sequence)),
    pssBytes: () => treeMemory(coordinator.pid).pssBytes + treeMemory(agent.pid).pssBytes,
  };
}

/** A new one each round, for its memory grows with each call. */
async function openWorkerd(
  context: BenchContext,
): Promise<{ readonly peer: Peer; stop(): Promise<void> }> {
  const workerd = await startWorkerd(context);
  let sequence = 0;
  const call = async (): Promise<void> => {
    const { resultJson, ...worker } = freshSumWorker(++sequence);
    const answer = await workerd.call(worker);
    if (answer !== resultJson)
      throw new BenchError(`could not trust workerd: wrong answer: ${answer.slice(0, 500)}`);
  };
  const pssBytes = (): number => treeMemory(workerd.pid).pssBytes;
  const peer = { name: 'workerd', callsMax: workerdCallsMax, call, pssBytes };
  return { peer, stop: workerd.stop };
}
