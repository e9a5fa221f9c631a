/** What is answered for a run: from what its host said, or from what this agent did to it. */
import type { GuestError, Outcome, OutcomeWord } from '../../shared/execution/outcome.ts';
import { resultOf, sizeOfInput, sizeOfResult } from '../../shared/execution/payload.ts';
import type { EndedFrame } from '../frames/frame.ts';
import type { Placement, Run, StopReason } from './run.ts';

/** The words that are said here, by the agent. */
export type AgentWord =
  | 'CPU_EXCEEDED'
  | 'WALL_EXCEEDED'
  | 'MEMORY_EXCEEDED'
  | 'OUTPUT_EXCEEDED'
  | 'HOST_CALL_LIMIT'
  | 'CANCELLED'
  | 'CRASHED'
  | 'NODE_LOST'
  | 'SESSION_LOST'
  | 'REJECTED';

/** From the host's own account, which has been found sensible. */
export function outcomeOfEnded(placement: Placement, frame: EndedFrame, nowMs: number): Outcome {
  const { run, stop } = placement;
  // The host only knows that it was told to stop; the agent knows why.
  const word = frame.word === 'CANCELLED' && stop ? stop.word : frame.word;
  const usage = {
    queuedUs: Math.max(0, Math.round((nowMs - run.acceptedAtMs) * 1000 - frame.wallUs)),
    wallUs: frame.wallUs,
    cpuUs: frame.cpuUs,
    heapPeakBytes: frame.heapPeakBytes,
    attempts: run.attempts,
    nodeId: '',
    isWarm: frame.isWarm,
    inputBytes: sizeOfInput(run.execution),
    resultBytes: sizeOfResult(frame),
    logBytes: frame.logBytes,
  };
  if (word !== 'SUCCEEDED') {
    const error = errorOfEnded(word, frame, run, stop?.why);
    return { word, error, usage, mayHaveHadEffects: false };
  }
  return { word, ...resultOf(frame), usage, mayHaveHadEffects: false };
}

/** For a run that the agent stopped, moved too often, or never began. */
export function outcomeOfAgent(
  run: Run,
  word: AgentWord,
  nowMs: number,
  why?: StopReason,
): Outcome {
  const placement = run.placement;
  const beganAtMs = placement?.beganAtMs ?? nowMs;
  const usage = {
    queuedUs: Math.round((beganAtMs - run.acceptedAtMs) * 1000),
    wallUs: Math.round((nowMs - beganAtMs) * 1000),
    cpuUs: Math.round(placement?.cpuUs ?? 0),
    heapPeakBytes: 0,
    attempts: run.attempts,
    nodeId: '',
    isWarm: false,
    inputBytes: sizeOfInput(run.execution),
    resultBytes: 0,
    logBytes: placement?.logChars ?? 0,
  };
  return { word, error: agentError(word, run, why), usage, mayHaveHadEffects: run.hadEffects };
}

function errorOfEnded(
  word: EndedFrame['word'],
  frame: EndedFrame,
  run: Run,
  why: StopReason | undefined,
): GuestError {
  if (word === 'CANCELLED' || word !== frame.word || !frame.error) {
    return agentError(word, run, why);
  }
  return frame.error;
}

function agentError(word: OutcomeWord, run: Run, why: StopReason | undefined): GuestError {
  const [name, message] = describe(word, run, why);
  return { name, message, stack: '' };
}

function describe(
  word: OutcomeWord,
  { execution: { limits }, attempts }: Run,
  why: StopReason | undefined,
): [name: string, message: string] {
  switch (word) {
    case 'CPU_EXCEEDED':
      return [
        'CpuExceeded',
        `The program used more processor time than it may: ${limits.cpuUsMax / 1000} ms`,
      ];
    case 'WALL_EXCEEDED':
      return ['WallExceeded', `The program took longer than it may: ${limits.wallUsMax / 1000} ms`];
    case 'MEMORY_EXCEEDED':
      return [
        'MemoryExceeded',
        `The program used more memory than it may: ${limits.memoryBytesMax} bytes`,
      ];
    case 'CANCELLED':
      return why === 'DEADLINE'
        ? ['DeadlineExceeded', 'The run was stopped when its deadline passed']
        : ['Cancelled', 'The run was cancelled'];
    case 'CRASHED':
      return ['Crashed', 'The program brought down the process it ran in'];
    case 'NODE_LOST':
      return ['NodeLost', `The process it ran in was lost, at attempt ${attempts}`];
    case 'SESSION_LOST':
      return ['SessionLost', 'The session is not there any more, and with it what it held'];
    case 'REJECTED':
      return ['Rejected', 'The node ends and had not begun the run'];
    default:
      return [word, `The run ended with ${word}`];
  }
}
