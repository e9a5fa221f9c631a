/**
 * What a host says of the runs it has. What cannot be true is named, and the host is then believed
 * nothing more; the rest is noted, and passed on of those runs that have had no answer yet.
 */
import type { HostCall } from '../../shared/execution/host-call.ts';
import type { FetchCall } from '../frames/fetch-call.ts';
import type { EndedFrame, FrameFromHost, LogLine } from '../frames/frame.ts';
import { type HostEnd, nobodysFault } from './blame.ts';
import {
  faultOfCall,
  faultOfEnded,
  faultOfFetch,
  faultOfLogs,
  faultOfProgress,
} from './frame-sense.ts';
import type { HostRuns } from './host-runs.ts';
import type { HostWatch } from './host-watch.ts';
import type { Placement } from './run.ts';

/** Who answers for the runs. */
export interface RunListener {
  logged(placement: Placement, lines: readonly LogLine[]): void;
  progressed(placement: Placement, valueJson: string): void;
  called(placement: Placement, call: HostCall): void;
  fetched(placement: Placement, call: FetchCall): void;
  fetchAborted(placement: Placement, callId: number): void;
  ended(placement: Placement, frame: EndedFrame, nowMs: number): void;
  recalled(placement: Placement): void;
}

interface HostAccountParts {
  readonly runs: HostRuns;
  readonly watch: HostWatch;
  /** Ends the host. */
  readonly fail: (end: HostEnd, detail: string) => void;
}

export class HostAccount {
  readonly #parts: HostAccountParts;

  constructor(parts: HostAccountParts) {
    this.#parts = parts;
  }

  /** What cannot be true of it, or undefined. */
  hear(frame: FrameFromHost, listener: RunListener, nowMs: number): string | undefined {
    if (!('runId' in frame)) return `it says ${frame.name} while it serves`;
    const { runs, watch } = this.#parts;
    const placement = runs.get(frame.runId);
    if (!placement) return `it says ${frame.name} of run ${frame.runId}, which it does not have`;
    const isUnanswered = placement.run.placement === placement;
    switch (frame.name) {
      case 'ended':
        return this.#ended(frame, placement, isUnanswered ? listener : undefined, nowMs);
      case 'logs': {
        const fault = faultOfLogs(frame, placement);
        if (fault !== undefined) return `run ${frame.runId}: ${fault}`;
        watch.heard(nowMs);
        placement.beganAtMs ??= nowMs;
        if (isUnanswered) listener.logged(placement, frame.lines);
        return undefined;
      }
      case 'progress': {
        const fault = faultOfProgress(frame, placement, nowMs);
        if (fault !== undefined) return `run ${frame.runId}: ${fault}`;
        watch.heard(nowMs);
        placement.beganAtMs ??= nowMs;
        if (isUnanswered) listener.progressed(placement, frame.valueJson);
        return undefined;
      }
      case 'call': {
        const fault = faultOfCall(frame, placement);
        if (fault !== undefined) return `run ${frame.runId}: ${fault}`;
        watch.heard(nowMs);
        placement.beganAtMs ??= nowMs;
        if (isUnanswered) listener.called(placement, frame.call);
        return undefined;
      }
      case 'fetch': {
        const fault = faultOfFetch(frame.call, placement);
        if (fault !== undefined) return `run ${frame.runId}: ${fault}`;
        watch.heard(nowMs);
        placement.beganAtMs ??= nowMs;
        if (isUnanswered) listener.fetched(placement, frame.call);
        return undefined;
      }
      case 'fetch-abort':
        if (++placement.fetchAborts > placement.hostCalls)
          return `run ${frame.runId} gives up more than it has begun`;
        // It may have been replied to while this was on its way.
        placement.openFetches?.delete(frame.callId);
        if (isUnanswered) listener.fetchAborted(placement, frame.callId);
        return undefined;
      case 'parked':
        if (placement.hasParked) return `run ${frame.runId} parks for the first time again`;
        placement.hasParked = true;
        placement.beganAtMs ??= nowMs;
        runs.setParked(placement, true);
        return undefined;
      case 'recalled':
        if (!placement.isRecalled) return `it gives back run ${frame.runId} unasked`;
        runs.remove(placement);
        if (isUnanswered) listener.recalled(placement);
        return undefined;
      case 'wedged':
        return this.#wedged(placement, frame.word);
    }
  }

  #ended(
    frame: EndedFrame,
    placement: Placement,
    listener: RunListener | undefined,
    nowMs: number,
  ): string | undefined {
    const { runs, watch, fail } = this.#parts;
    const fault = faultOfEnded(frame, placement, nowMs);
    if (fault !== undefined) return `of run ${frame.runId} ${fault}`;
    watch.heard(nowMs);
    runs.remove(placement);
    noteHeap(placement, frame);
    listener?.ended(placement, frame, nowMs);
    if (frame.isHostSpent) fail(nobodysFault, 'it says that it is spent');
    return undefined;
  }

  #wedged({ runId, stop }: Placement, word: EndedFrame['word']): string | undefined {
    switch (word) {
      case 'CPU_EXCEEDED':
      case 'WALL_EXCEEDED':
      case 'MEMORY_EXCEEDED':
      case 'OUTPUT_EXCEEDED':
      case 'HOST_CALL_LIMIT':
      case 'CANCELLED': {
        if (word === 'CANCELLED' && !stop) return `run ${runId} is wedged and cancelled unasked`;
        const itsWord = word === 'CANCELLED' && stop ? stop.word : word;
        const end = { cause: 'STOPPED', runId, word: itsWord } as const;
        this.#parts.fail(end, `run ${runId} does not end: ${word}`);
        return undefined;
      }
      default:
        return `run ${runId} is wedged and ${word}`;
    }
  }
}

/** After any end but its own the isolate is disposed of; of a short run its heap is not known. */
function noteHeap({ code }: Placement, { word, heapPeakBytes }: EndedFrame): void {
  const isSettled = word === 'SUCCEEDED' || word === 'SCRIPT_THREW';
  code.heapBytes = isSettled ? heapPeakBytes || code.heapBytes : 0;
}
