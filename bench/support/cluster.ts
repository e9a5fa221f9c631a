/** A cluster of one machine, with everything at its defaults, that can be looked at by process. */
import { fileURLToPath } from 'node:url';
import { newToken } from '../../shared/random/system-random.ts';
import type { BenchContext } from './bench.ts';
import { descendantsGauge, processGauge } from './cpu-meter.ts';
import { startProgram } from './program.ts';
import type { Target } from './target.ts';

const coordinatorFile = fileURLToPath(new URL('../../coordinator/main.ts', import.meta.url));
const nodeAgentFile = fileURLToPath(new URL('../../node-agent/main.ts', import.meta.url));

export async function startCluster({ cleanup }: BenchContext): Promise<Target> {
  const env = { ISOPOD_NODE_TOKEN: newToken(), ISOPOD_LOG_LEVEL: 'warn' };
  const coordinator = await startProgram({
    name: 'coordinator',
    file: coordinatorFile,
    args: ['--port', '0'],
    env,
  });
  cleanup.use(coordinator);
  const port = coordinator.ready.port ?? 0;
  const agent = await startProgram({
    name: 'node-agent',
    file: nodeAgentFile,
    args: ['--coordinators', `127.0.0.1:${port}`],
    env,
  });
  cleanup.use(agent);
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
