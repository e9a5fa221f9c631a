/** One of three agents is killed under load: no caller sees it, and soon nothing is sent to it. */
import { countBy, isSuccess, quantileMs } from '../call-record.ts';
import type { Scenario } from '../scenario.ts';
import { shortProgram } from './programs.ts';

const quietMsMax = 1_000;
/** Of a short run, which is made beside others: what is under way is lost, and retries have a budget. */
const shortSeconds = 10;
const perSecondShort = 200;
const perSecond = 500;

export function killAgent(seconds: number): Scenario {
  const endMs = seconds * 1_000;
  const killAtMs = endMs / 2;
  const load = { name: 'steady', tenantId: 'steady', request: shortProgram };
  return {
    nodeIds: ['a', 'b', 'c'],
    nodeAgentArgs: ['--hosts-max', '2'],
    loads: [
      {
        ...load,
        perSecond: seconds < shortSeconds ? perSecondShort : perSecond,
        fromMs: 0,
        toMs: endMs,
      },
    ],
    acts: [{ atMs: killAtMs, act: 'kill-agent', nodeId: 'a' }],
    judge: (calls, [kill]) => {
      const killedAtMs = kill?.doneAtMs ?? killAtMs;
      const failed = calls.filter((call) => !isSuccess(call));
      const repeated = calls.filter(({ attempts }) => attempts > 1);
      const late = calls.filter(
        ({ askedAtMs, nodeId, attempts }) =>
          askedAtMs > killedAtMs + quietMsMax && (nodeId === 'a' || attempts > 1),
      );
      const onKilledNode = calls.filter(({ nodeId }) => nodeId === 'a').length;
      return {
        figures: {
          calls: calls.length,
          repeated: repeated.length,
          onKilledNode,
          p99Ms: quantileMs(calls, 0.99),
          p99MsOfRepeated: quantileMs(repeated, 0.99),
        },
        faults: [
          ...(onKilledNode === 0 ? ['nothing ran on the node that was killed'] : []),
          ...(failed.length > 0 ? [`not all succeeded: ${countBy(calls)}`] : []),
          ...(late.length > 0 ? [`${late.length} went to the node ${quietMsMax} ms after`] : []),
        ],
      };
    },
  };
}
