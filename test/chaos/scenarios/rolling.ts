/** Agents join, are cordoned, drained, removed and stopped under load, and no call fails. */
import { countBy, isSuccess, quantileMs } from '../call-record.ts';
import type { Scenario } from '../scenario.ts';
import { shortProgram } from './programs.ts';

export function rolling(seconds: number): Scenario {
  const endMs = seconds * 1_000;
  const at = (share: number): number => share * endMs;
  const load = { name: 'steady', tenantId: 'steady', perSecond: 300, request: shortProgram };
  return {
    nodeIds: ['a', 'b', 'c'],
    nodeAgentArgs: ['--hosts-max', '2'],
    loads: [{ ...load, fromMs: 0, toMs: endMs }],
    acts: [
      { atMs: at(0.1), act: 'start-agent', nodeId: 'd' },
      { atMs: at(0.2), act: 'cordon', nodeId: 'a' },
      { atMs: at(0.3), act: 'drain', nodeId: 'a' },
      { atMs: at(0.4), act: 'remove', nodeId: 'a' },
      { atMs: at(0.5), act: 'stop-agent', nodeId: 'a' },
      { atMs: at(0.5), act: 'cordon', nodeId: 'b' },
      { atMs: at(0.6), act: 'uncordon', nodeId: 'b' },
      { atMs: at(0.7), act: 'stop-agent', nodeId: 'c' },
      { atMs: at(0.8), act: 'remove', nodeId: 'b' },
    ],
    judge: (calls, acts) => {
      const removed = acts.filter(({ act }) => act === 'remove' || act === 'drain');
      // What was asked for after the answer to a removal.
      const misplaced = calls.filter(({ askedAtMs, nodeId }) =>
        removed.some((act) => act.nodeId === nodeId && askedAtMs > act.doneAtMs),
      );
      return {
        figures: {
          calls: calls.length,
          repeated: calls.filter(({ attempts }) => attempts > 1).length,
          nodesUsed: new Set(calls.map(({ nodeId }) => nodeId)).size,
          p99Ms: quantileMs(calls, 0.99),
        },
        faults: [
          ...(calls.every(isSuccess) ? [] : [`not all succeeded: ${countBy(calls)}`]),
          ...(misplaced.length > 0 ? [`${misplaced.length} ran on a node that had gone`] : []),
        ],
      };
    },
  };
}
