/**
 * Of three agents one begins to fail without being gone: it drops runs, delays them, or lies.
 * No caller notices but by waiting; the cluster stops asking it, and comes back once it is mended.
 *
 *   three that are well ──▶ one fails ──▶ found out ──▶ left alone ──▶ mended ──▶ asked again
 */
import type { Conduct } from '../../support/faulty-agent.ts';
import { type CallRecord, isSuccess, quantileMs } from '../call-record.ts';
import type { Act, Load, Scenario } from '../scenario.ts';

const faultyId = 'faulty';
/** Programs are at home on nodes that know them: many are at home anywhere. */
const programs = 60;
const perSecond = 100;
const failsAtMs = 5_000;
/** What it is given until it is found out: its breaker's window, and what an answer of it may take. */
const foundOutMsMax = 20_000;
/** In all the time that it is left alone it is tried now and then. */
const trialsRatioMax = 0.02;

export function faultyAgent(conduct: Exclude<Conduct, 'well'>): (seconds: number) => Scenario {
  return (seconds) => {
    const mendedAtMs = failsAtMs + foundOutMsMax + 10_000;
    const endMs = mendedAtMs + seconds * 1_000;
    const loads = Array.from(
      { length: programs },
      (_, at): Load => ({
        name: 'calls',
        tenantId: 'default',
        perSecond: perSecond / programs,
        fromMs: 0,
        toMs: endMs,
        request: { source: `export default () => ${at};`, isolation: 'POOLED' },
      }),
    );
    const acts: Act[] = [
      { atMs: failsAtMs, act: conduct, nodeId: faultyId },
      { atMs: mendedAtMs, act: 'well', nodeId: faultyId },
    ];
    return {
      nodeIds: ['a', 'b'],
      pretenderId: faultyId,
      loads,
      acts,
      judge: (calls) => judge(calls, mendedAtMs, endMs),
    };
  };
}

function judge(calls: readonly CallRecord[], mendedAtMs: number, endMs: number) {
  /** Whether it had to do with the faulty one, as far as an outcome tells. */
  const isTouched = ({ nodeId, attempts }: CallRecord): boolean =>
    nodeId === faultyId || attempts > 1;
  const between = (fromMs: number, toMs: number): CallRecord[] =>
    calls.filter(({ askedAtMs }) => askedAtMs >= fromMs && askedAtMs < toMs);
  const beforeFound = between(failsAtMs, failsAtMs + foundOutMsMax);
  const leftAlone = between(failsAtMs + foundOutMsMax, mendedAtMs);
  const atLast = between(endMs - 5_000, endMs);
  const figures = {
    calls: calls.length,
    failed: calls.filter((call) => !isSuccess(call)).length,
    touchedBeforeFound: beforeFound.filter(isTouched).length,
    touchedWhileLeftAlone: leftAlone.filter(isTouched).length,
    p99MsWhileLeftAlone: quantileMs(leftAlone, 0.99),
    servedByItAtLast: atLast.filter(({ nodeId }) => nodeId === faultyId).length,
  };
  const rules: readonly [boolean, string][] = [
    [figures.failed === 0, 'a caller saw an error'],
    [figures.touchedBeforeFound > 0, 'it was never asked'],
    [
      figures.touchedWhileLeftAlone <= trialsRatioMax * leftAlone.length,
      'it was asked although it had been found out',
    ],
    [figures.servedByItAtLast > 0, 'it was not asked again'],
  ];
  return { figures, faults: rules.flatMap(([isKept, fault]) => (isKept ? [] : [fault])) };
}
