/**
 * A cluster of one machine with everything at its defaults. The parts are started one by one, and
 * not as a LocalCluster, because what each of them costs is to be known.
 */
import { newToken } from '../../shared/random/system-random.ts';
import type { BenchContext } from './bench.ts';
import { descendantsGauge, processGauge } from './cpu-meter.ts';
import { type RunningProgram, startProgram } from './program.ts';
import type { Target } from './target.ts';

export interface Coordinator extends RunningProgram {
  readonly port: number;
  /** What its agents need in their environment. */
  readonly env: Readonly<Record<string, string>>;
}

export async function startCluster(context: BenchContext): Promise<Target> {
  const coordinator = await startCoordinator(context);
  const agent = await startAgent(coordinator, [], context);
  return {
    name: 'isopod',
    port: coordinator.port,
    gauges: [
      processGauge('coordinator', coordinator.pid),
      processGauge('agent', agent.pid),
      descendantsGauge('hosts', agent.pid),
    ],
    answerTo: (known) => known,
  };
}

/** Without a node as yet. */
export async function startCoordinator(context: BenchContext): Promise<Coordinator> {
  const env = { ISOPOD_NODE_TOKEN: newToken(), ISOPOD_LOG_LEVEL: 'error' };
  const program = await startProgram(
    { name: 'the coordinator', script: 'coordinator/main.ts', args: ['--port', '0'], env },
    context,
  );
  return { ...program, port: program.port ?? 0, env };
}

/** Resolves when it has joined. */
export function startAgent(
  { port, env }: Coordinator,
  settings: readonly string[],
  context: BenchContext,
): Promise<RunningProgram> {
  const args = ['--coordinators', `127.0.0.1:${port}`, ...settings];
  return startProgram({ name: 'the node-agent', script: 'node-agent/main.ts', args, env }, context);
}
