/** `ExecuteStream` through the whole cluster: a small warm module, thousands in flight. */
import type { Bench } from '../support/bench.ts';
import { startCluster } from '../support/cluster.ts';
import { driveStream } from '../support/drive-stream.ts';
import { startEcho } from '../support/echo.ts';
import { pooledSum } from '../support/workload.ts';

export const streamOfSums = { inFlight: 2_048, execution: pooledSum, isRepeated: true };

export const stream: Bench = {
  name: 'stream',
  summary: 'ExecuteStream of a small warm module, thousands in flight, against echo',
  async open(context) {
    const runEcho = await driveStream(await startEcho(context), streamOfSums, context);
    const runCluster = await driveStream(await startCluster(context), streamOfSums, context);
    return {
      async round() {
        const echo = await runEcho();
        const cluster = await runCluster();
        return {
          ratio_to_echo: cluster.executionsPerS / echo.executionsPerS,
          executions_per_s: cluster.executionsPerS,
          echo_executions_per_s: echo.executionsPerS,
          ...cluster.latency,
          ...cluster.cpu,
        };
      },
    };
  },
};
