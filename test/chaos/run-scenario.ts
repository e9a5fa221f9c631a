/** Plays a scenario on a cluster of processes, and has it judge what came of it. */
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { seededRandom } from '../../shared/random/random.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { CallRecord } from './call-record.ts';
import { ChaosCluster } from './chaos-cluster.ts';
import { driveLoad } from './load-driver.ts';
import type { Act, ActName, ActRecord, Findings, Load, Scenario } from './scenario.ts';

interface RunParts {
  readonly seed: number;
  readonly clock: Clock;
  readonly tell: (line: string) => void;
}

const warmRuns = 50;
/** Loads begin when all is set up. */
const leadMs = 200;

export async function runScenario(
  scenario: Scenario,
  { seed, clock, tell }: RunParts,
): Promise<Findings> {
  const { nodeIds, coordinatorArgs = [], nodeAgentArgs = [], loads } = scenario;
  const options = { coordinatorArgs, nodeAgentArgs, clock };
  const cluster = await ChaosCluster.start(nodeIds, options);
  try {
    if (scenario.pretenderId !== undefined) await cluster.startPretender(scenario.pretenderId);
    // A client each, as they would be programs of their own: clients hold themselves back.
    const driven = loads.map((load) => ({ load, client: cluster.client(load.tenantId) }));
    for (const { load, client } of driven) await warm(load, client);
    tell(`${nodeIds.length} node-agents, ${loads.length} loads, seed ${seed}`);
    const beginMs = clock.nowMs() + leadMs;
    const calls: CallRecord[] = [];
    const answered = (call: CallRecord): void => void calls.push(call);
    const loaded = driven.map(({ load, client }, index) => {
      const random = seededRandom(seed * 1_000 + index);
      return driveLoad(load, { client, clock, random, beginMs, answered });
    });
    const acted = scenario.acts.map((act) => play(act, cluster, { clock, beginMs, tell }));
    const acts = await Promise.all(acted);
    await Promise.all(loaded);
    const { figures, faults } = scenario.judge(calls, acts);
    // What did not happen proves nothing.
    const undone = acts.flatMap(({ act, nodeId, error }) =>
      error ? [`${act} ${nodeId}: ${error}`] : [],
    );
    return { figures, faults: [...faults, ...undone] };
  } finally {
    await cluster.stop();
  }
}

/** What hosts and programs cost at first is not what is measured. */
async function warm({ request }: Load, client: IsopodClient): Promise<void> {
  const ignored = (): void => {};
  await Promise.all(
    Array.from({ length: warmRuns }, () => client.execute(request).then(ignored, ignored)),
  );
}

async function play(
  act: Act,
  cluster: ChaosCluster,
  { clock, beginMs, tell }: { clock: Clock; beginMs: number; tell: (line: string) => void },
): Promise<ActRecord> {
  const { atMs, act: name, nodeId } = act;
  await new Promise<void>((resolve) =>
    clock.setTimer(Math.max(0, beginMs + atMs - clock.nowMs()), resolve),
  );
  const error = await actions[name](cluster, nodeId).then(
    () => undefined,
    (thrown: unknown) => String(thrown),
  );
  const doneAtMs = clock.nowMs() - beginMs;
  tell(
    `${(atMs / 1000).toFixed(1)} s: ${name} ${nodeId}, done at ${(doneAtMs / 1000).toFixed(1)} s`,
  );
  return { ...act, doneAtMs, ...(error === undefined ? {} : { error }) };
}

const actions: Readonly<
  Record<ActName, (cluster: ChaosCluster, nodeId: string) => Promise<unknown>>
> = {
  'kill-agent': async (cluster, nodeId) => cluster.killAgent(nodeId),
  'start-agent': (cluster, nodeId) => cluster.startAgent(nodeId),
  'stop-agent': (cluster, nodeId) => cluster.stopAgent(nodeId),
  cordon: (cluster, nodeId) => cluster.client('default').nodes.cordon(nodeId),
  uncordon: (cluster, nodeId) => cluster.client('default').nodes.uncordon(nodeId),
  drain: (cluster, nodeId) => cluster.client('default').nodes.drain(nodeId),
  remove: (cluster, nodeId) => cluster.client('default').nodes.remove(nodeId),
  well: async (cluster, nodeId) => cluster.behave(nodeId, 'well'),
  drops: async (cluster, nodeId) => cluster.behave(nodeId, 'drops'),
  delays: async (cluster, nodeId) => cluster.behave(nodeId, 'delays'),
  lies: async (cluster, nodeId) => cluster.behave(nodeId, 'lies'),
};
