/** The other side of every comparison: the bare server, driven as the cluster is. */
import { fileURLToPath } from 'node:url';
import type { BenchContext } from './bench.ts';
import { processGauge } from './cpu-meter.ts';
import { startProgram } from './program.ts';
import type { Target } from './target.ts';
import { pooledSum } from './workload.ts';

const serverFile = fileURLToPath(new URL('./echo-server.ts', import.meta.url));

export async function startEcho({ cleanup }: BenchContext): Promise<Target> {
  const program = await startProgram({ name: 'echo server', file: serverFile });
  cleanup.use(program);
  return {
    name: 'echo',
    port: program.ready.port ?? 0,
    gauges: [processGauge('server', program.pid)],
    // It answers everyone alike.
    answerTo: (known) => ({ ...known, resultJson: pooledSum(0).resultJson }),
  };
}
