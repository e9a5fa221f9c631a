/** Connections of clients and agents end of age every second under load: no call fails of it. */
import { countBy, isSuccess, quantileMs } from '../call-record.ts';
import type { Scenario } from '../scenario.ts';
import { shortProgram } from './programs.ts';

export function aging(seconds: number): Scenario {
  const load = { name: 'steady', tenantId: 'steady', perSecond: 200, request: shortProgram };
  return {
    nodeIds: ['a', 'b'],
    coordinatorArgs: ['--connection-age-ms-max', '1000'],
    nodeAgentArgs: ['--hosts-max', '2'],
    loads: [{ ...load, fromMs: 0, toMs: seconds * 1_000 }],
    acts: [],
    judge: (calls) => {
      const failed = calls.filter((call) => !isSuccess(call));
      const repeated = calls.filter(({ attempts }) => attempts > 1);
      return {
        figures: {
          calls: calls.length,
          repeated: repeated.length,
          p99Ms: quantileMs(calls, 0.99),
        },
        faults: [
          ...(failed.length > 0 ? [`not all succeeded: ${countBy(calls)}`] : []),
          ...(repeated.length > 0 ? [`${repeated.length} were begun twice`] : []),
        ],
      };
    },
  };
}
