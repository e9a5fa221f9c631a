/** How a run ended, as the `ended` frame will say it, from what the guest's report says. */
import type { Limits } from '../../../shared/execution/limits.ts';
import type { GuestError } from '../../../shared/execution/outcome.ts';
import type { HostOutcomeWord } from '../../frames/frame.ts';
import { reportBodyAt, reports } from '../runtime/runtime-protocol.ts';

export interface Ending {
  readonly word: HostOutcomeWord;
  readonly resultJson?: string;
  readonly resultBytes?: Uint8Array;
  readonly error?: GuestError;
  /** Something in this process broke over it, and whatever comes next would meet it broken. */
  readonly isHostSpent?: true;
}

/** The words that come of a limit or an order, not of what the guest reported. */
export type StopWord = Extract<
  HostOutcomeWord,
  | 'CPU_EXCEEDED'
  | 'WALL_EXCEEDED'
  | 'MEMORY_EXCEEDED'
  | 'OUTPUT_EXCEEDED'
  | 'HOST_CALL_LIMIT'
  | 'CANCELLED'
>;

export function stopped(word: StopWord, limits: Limits): Ending {
  return { word, error: { ...stopErrors[word](limits), stack: '' } };
}

export function syntaxError(error: GuestError): Ending {
  return { word: 'SYNTAX_ERROR', error };
}

export function threw(error: GuestError): Ending {
  return { word: 'SCRIPT_THREW', error };
}

export const neverSettled: Ending = threw({
  name: 'NeverSettled',
  message: 'The result is a promise that nothing is left to settle',
  stack: '',
});

/**
 * The ending that a report tells of, or undefined when the run goes on. `takeBytes` fetches a result
 * of bytes.
 */
export function endingOf(
  report: string,
  limits: Limits,
  takeBytes: () => Uint8Array,
): Ending | undefined {
  const body = report.slice(reportBodyAt);
  switch (report[0]) {
    case reports.nothing:
      return { word: 'SUCCEEDED' };
    case reports.result:
      return succeeded(body, limits);
    case reports.bytes:
      return succeededWithBytes(takeBytes(), limits);
    case reports.threw:
      return threw(readError(body));
    case reports.tooMuch:
      return { word: 'OUTPUT_EXCEEDED', error: readError(body) };
    case reports.tooManyCalls:
      return { word: 'HOST_CALL_LIMIT', error: readError(body) };
    default:
      return undefined;
  }
}

/** The guest's side counted characters, so as not to let out much too much; these are bytes. */
function succeeded(resultJson: string, { resultBytesMax }: Limits): Ending {
  const bytes = Buffer.byteLength(resultJson);
  return bytes <= resultBytesMax
    ? { word: 'SUCCEEDED', resultJson }
    : tooLong(bytes, resultBytesMax);
}

function succeededWithBytes(resultBytes: Uint8Array, { resultBytesMax }: Limits): Ending {
  const bytes = resultBytes.length;
  return bytes <= resultBytesMax
    ? { word: 'SUCCEEDED', resultBytes }
    : tooLong(bytes, resultBytesMax);
}

function tooLong(bytes: number, resultBytesMax: number): Ending {
  const message = `The result is longer than ${resultBytesMax} bytes: ${bytes}`;
  return { word: 'OUTPUT_EXCEEDED', error: { name: 'OutputExceeded', message, stack: '' } };
}

/** The runtime wrote it, of three strings that it had cut to their limits. */
function readError(json: string): GuestError {
  return JSON.parse(json) as GuestError;
}

const stopErrors: Record<StopWord, (limits: Limits) => Omit<GuestError, 'stack'>> = {
  CPU_EXCEEDED: ({ cpuUsMax }) => ({
    name: 'CpuExceeded',
    message: `The program used more processor time than it may: ${cpuUsMax / 1_000} ms`,
  }),
  WALL_EXCEEDED: ({ wallUsMax }) => ({
    name: 'WallExceeded',
    message: `The program took longer than it may: ${wallUsMax / 1_000} ms`,
  }),
  MEMORY_EXCEEDED: ({ memoryBytesMax }) => ({
    name: 'MemoryExceeded',
    message: `The program used more memory than it may: ${memoryBytesMax} bytes`,
  }),
  OUTPUT_EXCEEDED: ({ logLinesMax, logBytesMax }) => ({
    name: 'OutputExceeded',
    message: `The logs are longer than ${logLinesMax} lines or ${logBytesMax} bytes`,
  }),
  HOST_CALL_LIMIT: ({ hostCallsMax }) => ({
    name: 'HostCallLimit',
    message: `The program may make ${hostCallsMax} calls, and no more`,
  }),
  CANCELLED: () => ({ name: 'Cancelled', message: 'The run was cancelled' }),
};
