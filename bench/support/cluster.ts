/**
 * A cluster of one machine with everything at its defaults. The parts are started one by one, and
 * not as a LocalCluster, because what each of them costs is to be known.
 */
import { newToken } from '../../shared/random/system-random.ts';
import type { BenchContext } from './bench.ts';
import { descendantsGauge, processGauge } from './cpu-meter.ts';
import { startProgram } from './program.ts';
import type { Target } from './target.ts';

export async function startCluster(context: BenchContext): Promise<Target> {
  const env = { ISOPOD_NODE_TOKEN: newToken(), ISOPOD_LOG_LEVEL: 'error' };
  const coordinator = await startProgram(
    { name: 'the coordinator', script: 'coordinator/main.ts', args: ['--port', '0'], env },
    context,
  );
  const port = coordinator.port ?? 0;
  const args = ['--coordinators', `127.0.0.1:${port}`];
  const agent = await startProgram(
    { name: 'the node-agent', script: 'node-agent/main.ts', args, env },
    context,
  );
  return {
    name: 'isopod',
    port,
    gauges: [
      processGauge('coordinator', coordinator.pid),
      processGauge('agent', agent.pid),
      descendantsGauge('hosts', agent.pid),
    ],
    answerTo: (known) => known,
  };
}
