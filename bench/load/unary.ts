/** `Execute` through the whole cluster: a small warm module, called one by one. */
import type { Bench } from '../support/bench.ts';
import { startCluster } from '../support/cluster.ts';
import { driveUnary } from '../support/drive-unary.ts';
import { startEcho } from '../support/echo.ts';

export const unary: Bench = {
  name: 'unary',
  summary: 'Execute of a small warm module through the whole cluster, against echo',
  async open(context) {
    const runEcho = await driveUnary(await startEcho(context), context);
    const runCluster = await driveUnary(await startCluster(context), context);
    return {
      async round() {
        const echo = await runEcho();
        const cluster = await runCluster();
        return {
          ratio_to_echo: cluster.callsPerS / echo.callsPerS,
          executions_per_s: cluster.callsPerS,
          echo_calls_per_s: echo.callsPerS,
          ...cluster.latency,
          ...cluster.cpu,
          echo_server_cpu_us_per_call: echo.cpu['server_cpu_us_per_call'] ?? Number.NaN,
        };
      },
    };
  },
};
