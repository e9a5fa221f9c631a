/** `Execute` of what has been run before, answered from the coordinator's memory, against echo. */
import { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { type Bench, BenchError } from '../support/bench.ts';
import { startCluster } from '../support/cluster.ts';
import { driveUnary } from '../support/drive-unary.ts';
import { startEcho } from '../support/echo.ts';
import { knownSum } from '../support/workload.ts';

export const cachehit: Bench = {
  name: 'cachehit',
  summary: 'Execute of a deterministic module whose result is known, against echo',
  async open(context) {
    const target = await startCluster(context);
    const client = new IsopodClient(`127.0.0.1:${target.port}`);
    context.cleanup.defer(() => client.close());
    const countMisses = async (): Promise<number> => {
      const [results] = await client.cache.stats();
      return (results?.requests ?? Number.NaN) - (results?.hits ?? Number.NaN);
    };
    const runEcho = await driveUnary(await startEcho(context), context);
    const runHits = await driveUnary(target, context, knownSum(0));
    return {
      async round() {
        const echo = await runEcho();
        const missesBefore = await countMisses();
        const hits = await runHits();
        if ((await countMisses()) !== missesBefore)
          throw new BenchError('could not trust the cluster: not every call was a hit');
        const hitUs = hits.cpu['coordinator_cpu_us_per_call'] ?? Number.NaN;
        const echoUs = echo.cpu['server_cpu_us_per_call'] ?? Number.NaN;
        return {
          ratio_to_echo: hits.callsPerS / echo.callsPerS,
          coordinator_cpu_ratio_to_echo: hitUs / echoUs,
          hits_per_s: hits.callsPerS,
          echo_calls_per_s: echo.callsPerS,
          ...hits.latency,
          coordinator_cpu_us_per_call: hitUs,
          echo_server_cpu_us_per_call: echoUs,
        };
      },
    };
  },
};
