/**
 * When a host has to be ended from outside. Pure: from what one look found to a verdict.
 *
 * The host enforces the limits of THREAD runs itself, so those get a longer grace; in SLICE the
 * guest has the host's only thread, and nobody but the agent can end it. The announcement is
 * written by the host and may lie; host-watch.ts has made what can be made of it.
 */
import { type Limits, wallUsInAll } from '../../shared/execution/limits.ts';
import type { EntryMode } from '../frames/frame.ts';
import {
  obeyMsMax,
  silenceCpuUsMin,
  silenceMsMax,
  sliceGraceMs,
  stallMsMax,
  threadGraceMs,
} from './hosting-config.ts';
import type { StopRequest } from './run.ts';
import type { AgentWord } from './run-outcome.ts';

/** The run that is inside guest code now. */
export interface ExecutingFacts {
  readonly mode: EntryMode;
  readonly limits: Pick<Limits, 'wallUsMax' | 'cpuUsMax' | 'hostCallWaitUsMax'>;
  /** Since it is known to have begun, with the reading of its program. */
  readonly wallMs: number;
  /** What of that is not its own, at most. */
  readonly readingMsMax: number;
  readonly cpuUs: number;
  /** Its caller was answered, and it was to end long ago. */
  readonly isAbandoned: boolean;
  readonly stop: { readonly word: StopRequest['word']; readonly askedMsAgo: number } | undefined;
}

export interface HostFacts {
  readonly executing: ExecutingFacts | undefined;
  /** Runs that should be executing or about to: none where as many are parked as may be. */
  readonly dueCount: number;
  /** Since the host last gave any sign: a frame, another announcement, a pulse. */
  readonly quietMs: number;
  /** Processor time of the process in that time. */
  readonly quietCpuUs: number;
}

export type WatchVerdict =
  | { readonly name: 'LEAVE' }
  /** End the host; the executing run has this word. */
  | { readonly name: 'STOP'; readonly word: AgentWord }
  /** End the host; somebody did something to it. */
  | { readonly name: 'SUSPECT'; readonly why: string };

const leave: WatchVerdict = { name: 'LEAVE' };

export function judgeHost(facts: HostFacts): WatchVerdict {
  const { executing } = facts;
  if (executing) {
    const word = wordFor(executing);
    if (word) return { name: 'STOP', word };
    // In SLICE it cannot give a sign, and its limits are short of no patience.
    if (executing.mode === 'SLICE') return leave;
  }
  if (facts.dueCount === 0 && !executing) return leave;
  // A host reads a program on its main thread, which can take as long as running it: what is
  // burned then counts for the run that is announced, and its limits are the measure.
  const isUnaccounted = !executing && facts.quietCpuUs >= silenceCpuUsMin;
  if (facts.quietMs >= silenceMsMax && isUnaccounted) {
    const burnedMs = Math.round(facts.quietCpuUs / 1000);
    return {
      name: 'SUSPECT',
      why: `silent for ${Math.round(facts.quietMs)} ms, ${burnedMs} burned`,
    };
  }
  if (facts.quietMs >= stallMsMax) {
    return { name: 'SUSPECT', why: `stalled for ${Math.round(facts.quietMs)} ms` };
  }
  return leave;
}

function wordFor(executing: ExecutingFacts): AgentWord | undefined {
  if (executing.isAbandoned) return 'CANCELLED';
  const { stop, limits } = executing;
  const graceMs = executing.mode === 'SLICE' ? sliceGraceMs : threadGraceMs;
  const cpuOverMs = (executing.cpuUs - limits.cpuUsMax) / 1000;
  const wallOverMs = executing.wallMs - executing.readingMsMax - wallUsInAll(limits) / 1000;
  if (cpuOverMs > graceMs || wallOverMs > graceMs) {
    // Both count at the same pace while a guest computes: what is further over ran out first.
    return cpuOverMs >= wallOverMs ? 'CPU_EXCEEDED' : 'WALL_EXCEEDED';
  }
  if (stop && stop.askedMsAgo >= obeyMsMax) return stop.word;
  return undefined;
}
