/**
 * Five times what a cluster can do: it goes on doing what it can, tells the others at once when to come
 * again, serves what is urgent and whoever is below his share, and is itself again soon after.
 *
 *   alone ──▶ peak ──▶ overload ──▶ after: what it can do easily, and those who were told to come again
 */
import { type CallRecord, isRefusal, isSuccess, quantileMs, tookMs } from '../call-record.ts';
import type { Load, Scenario } from '../scenario.ts';
import { runMs, slowProgram } from './programs.ts';

/** Two nodes of 10 runs of 250 ms each. */
const perSecondMax = 80;
/** A hundredth of what is asked by the other. */
const quietPerSecond = 4;
const urgentPerSecond = 5;
const recoveryMsMax = 10_000;
const refusalMsMax = 20;

export function overload(seconds: number): Scenario {
  const overMs = seconds * 1_000;
  const stepMs = Math.max(3_000, overMs / 3);
  const [peakMs, fromMs] = [stepMs, 2 * stepMs];
  const toMs = fromMs + overMs;
  const endMs = toMs + recoveryMsMax + 2_000;
  const flood = { tenantId: 'flood', request: slowProgram };
  const loads: readonly Load[] = [
    {
      name: 'quiet',
      tenantId: 'quiet',
      perSecond: quietPerSecond,
      fromMs: 0,
      toMs,
      request: slowProgram,
    },
    { ...flood, name: 'peak', perSecond: 1.2 * perSecondMax, fromMs: peakMs, toMs: fromMs },
    { ...flood, name: 'over', perSecond: 5 * perSecondMax, fromMs, toMs },
    { ...flood, name: 'over', perSecond: perSecondMax / 8, fromMs, toMs, retries: true },
    {
      ...flood,
      name: 'urgent',
      perSecond: urgentPerSecond,
      fromMs,
      toMs,
      request: { ...slowProgram, priority: 9 },
    },
    { ...flood, name: 'after', perSecond: perSecondMax / 4, fromMs: toMs, toMs: endMs },
  ];
  return {
    nodeIds: ['a', 'b'],
    coordinatorArgs: ['--queue-wait-ms-goal', '500'],
    nodeAgentArgs: ['--hosts-max', '4', '--runs-max', '10'],
    loads,
    acts: [],
    judge: (calls) => judge(calls, { peakMs, fromMs, toMs }),
  };
}

interface Phases {
  readonly peakMs: number;
  readonly fromMs: number;
  readonly toMs: number;
}

function judge(calls: readonly CallRecord[], { peakMs, fromMs, toMs }: Phases) {
  const of = (name: string): CallRecord[] => calls.filter(({ load }) => load === name);
  /** Without the first second, in which all begins. */
  const goodput = (from: number, to: number): number => {
    const begin = from + 1_000;
    const done = calls.filter(
      (it) => isSuccess(it) && it.answeredAtMs > begin && it.answeredAtMs <= to,
    );
    return (done.length * 1_000) / (to - begin);
  };
  const refusals = calls.filter(isRefusal);
  const [quietAlone, quietBeside] = [
    of('quiet').filter(({ askedAtMs }) => askedAtMs < peakMs),
    of('quiet').filter(({ askedAtMs }) => askedAtMs >= fromMs),
  ];
  const urgent = of('urgent');
  const figures = {
    goodputPerSecondAtPeak: goodput(peakMs, fromMs),
    goodputPerSecond: goodput(fromMs, toMs),
    refusals: refusals.length,
    refusalP99Ms: quantileMs(refusals, 0.99),
    urgentServedRatio: urgent.filter(isSuccess).length / urgent.length,
    quietP99MsAlone: quantileMs(quietAlone, 0.99),
    quietP99Ms: quantileMs(quietBeside, 0.99),
    recoveryMs: recoveredAtMs(of('after'), toMs) - toMs,
  };
  const rules: readonly [boolean, string][] = [
    [figures.goodputPerSecond >= 0.9 * figures.goodputPerSecondAtPeak, 'goodput fell below 90 %'],
    [figures.refusalP99Ms < refusalMsMax, `refusals took ${refusalMsMax} ms or more`],
    [refusals.length > 0 && refusals.every((it) => it.retryAfterMs), 'a refusal said no time'],
    [figures.urgentServedRatio >= 0.99, 'urgent executions were refused'],
    [quietBeside.every(isSuccess), 'a tenant below its share was refused'],
    [figures.quietP99Ms <= 1.5 * figures.quietP99MsAlone, 'a tenant below its share waited'],
    [figures.recoveryMs < recoveryMsMax, 'it was not itself again in time'],
  ];
  return { figures, faults: rules.flatMap(([isKept, fault]) => (isKept ? [] : [fault])) };
}

/** When the last call was asked for that was refused, or waited as long as it runs. */
function recoveredAtMs(calls: readonly CallRecord[], fromMs: number): number {
  const bad = calls.filter((it) => !isSuccess(it) || tookMs(it) > 4 * runMs);
  return Math.max(fromMs, ...bad.map(({ askedAtMs }) => askedAtMs));
}
