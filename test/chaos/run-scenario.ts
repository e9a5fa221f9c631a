/** Plays a scenario on a cluster of processes, and has it judge what came of it. */
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { seededRandom } from '../../shared/random/random.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { CallRecord } from './call-record.ts';
import { ChaosCluster } from './chaos-cluster.ts';
import { driveLoad } from './load-driver.ts';
import type { Act, ActName, ActRecord, Findings, Scenario } from './scenario.ts';

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
    const tenants = new Set(loads.map(({ tenantId }) => tenantId));
    const clients = new Map([...tenants].map((tenantId) => [tenantId, cluster.client(tenantId)]));
    await warm(scenario, clients);
    tell(`${nodeIds.length} node-agents, ${tenants.size} tenants, seed ${seed}`);
    const beginMs = clock.nowMs() + leadMs;
    const calls: CallRecord[] = [];
    const answered = (call: CallRecord): void => void calls.push(call);
    const driven = loads.map((load, index) => {
      const client = clients.get(load.tenantId) as IsopodClient;
      const random = seededRandom(seed * 1_000 + index);
      return driveLoad(load, { client, clock, random, beginMs, answered });
    });
    const acted = scenario.acts.map((act) => play(act, cluster, { clock, beginMs, tell }));
    const acts = await Promise.all(acted);
    await Promise.all(driven);
    return scenario.judge(calls, acts);
  } finally {
    await cluster.stop();
  }
}

/** What hosts and programs cost at first is not what is measured. */
async function warm(
  { loads }: Scenario,
  clients: ReadonlyMap<string, IsopodClient>,
): Promise<void> {
  for (const { tenantId, request } of loads)
    await Promise.all(
      Array.from({ length: warmRuns }, () =>
        clients
          .get(tenantId)
          ?.execute(request)
          .catch(() => {}),
      ),
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
};
