/** `ExecuteStream` of programs that nobody has seen before, each in a context of its own. */
import type { Bench } from '../support/bench.ts';
import { startCluster } from '../support/cluster.ts';
import { driveStream } from '../support/drive-stream.ts';
import { startEcho } from '../support/echo.ts';
import { freshProduct } from '../support/workload.ts';

const freshStream = {
  /** Enough to keep every host busy, and no more: what is measured is not a queue. */
  inFlight: 32,
  execution: (_executionId: number, sequence: number) => freshProduct(sequence),
  isRepeated: false,
};

export const fresh: Bench = {
  name: 'fresh',
  summary: 'ExecuteStream of a different source every time, FRESH, against echo',
  async open(context) {
    const runEcho = await driveStream(await startEcho(context), freshStream, context);
    const runCluster = await driveStream(await startCluster(context), freshStream, context);
    return {
      async round() {
        const echo = await runEcho();
        const cluster = await runCluster();
        return {
          executions_per_s: cluster.executionsPerS,
          ratio_to_echo: cluster.executionsPerS / echo.executionsPerS,
          ...cluster.latency,
          ...cluster.cpu,
        };
      },
    };
  },
};
