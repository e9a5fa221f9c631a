/**
 * One look of the watchdog at one host: the runs whose time is over are told to stop, and a host
 * that cannot or will not is ended. What ends it is decided in watch-rule.ts.
 */

import { wallUsInAll } from '../../shared/execution/limits.ts';
import { obeyMsMax, silenceMsMax, threadGraceMs } from './hosting-config.ts';
import { isParkedFull } from './placing-rule.ts';
import type { Placement } from './run.ts';
import type { SupervisedHost } from './supervised-host.ts';
import { judgeHost } from './watch-rule.ts';

export interface WatchActions {
  /** The caller need not wait: it does not execute, but its host does not answer for it either. */
  abandon(placement: Placement): void;
}

export function watchHost(host: SupervisedHost, nowMs: number, actions: WatchActions): void {
  const { placement: executing, ...sighting } = host.look(nowMs);
  const dueCount = isParkedFull(host) ? 0 : host.threads + host.slices;
  const verdict = judgeHost({ ...sighting, dueCount });
  if (verdict.name === 'STOP' && executing) {
    const { runId } = executing;
    return host.fail({ cause: 'STOPPED', runId, word: verdict.word }, `stopped: ${verdict.word}`);
  }
  if (verdict.name === 'SUSPECT') {
    const suspect = executing ?? firstUnparked(host);
    return host.fail({ cause: 'UNEXPLAINED', suspectRunId: suspect?.runId }, verdict.why);
  }
  for (const placement of host.placements()) {
    requestDueStop(host, placement, nowMs);
    if (!placement.stop || placement === executing) continue;
    const askedMsAgo = nowMs - placement.stop.askedAtMs;
    if (placement.run.placement === placement) {
      if (askedMsAgo >= obeyMsMax) actions.abandon(placement);
    } else if (askedMsAgo >= obeyMsMax + silenceMsMax && executing?.mode !== 'SLICE') {
      const detail = `run ${placement.runId} was never ended`;
      return host.fail({ cause: 'UNEXPLAINED', suspectRunId: undefined }, detail);
    }
  }
}

function requestDueStop(host: SupervisedHost, placement: Placement, nowMs: number): void {
  const { run, beganAtMs, readingMsMax } = placement;
  if (run.deadlineMs <= nowMs) {
    host.requestStop(placement, 'CANCELLED', 'DEADLINE');
  } else if (beganAtMs !== undefined) {
    // The host ends it by itself, executing or parked; this is for when it does not.
    const overMs = nowMs - beganAtMs - readingMsMax - wallUsInAll(run.execution.limits) / 1000;
    if (overMs > threadGraceMs) host.requestStop(placement, 'WALL_EXCEEDED', 'WALL');
  }
}

function firstUnparked(host: SupervisedHost): Placement | undefined {
  return host.placements().find((placement) => !placement.isParked);
}
