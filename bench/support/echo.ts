/** The other side of every comparison: the bare server, driven as the cluster is. */
import type { BenchContext } from './bench.ts';
import { processGauge } from './cpu-meter.ts';
import { startProgram } from './program.ts';
import type { Target } from './target.ts';
import { pooledSum } from './workload.ts';

export async function startEcho(context: BenchContext): Promise<Target> {
  const { pid, port } = await startProgram(
    { name: 'the echo server', script: 'bench/support/echo-server.ts' },
    context,
  );
  return {
    name: 'echo',
    port: port ?? 0,
    gauges: [processGauge('server', pid)],
    // It answers everyone alike.
    answerTo: (known) => ({ ...known, resultJson: pooledSum(0).resultJson }),
  };
}
