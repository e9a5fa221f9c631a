/** What a run may use, as options of a command. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { defaultLimits, type Limits } from '../../shared/execution/limits.ts';

export interface LimitOptions {
  readonly wallMs?: number;
  readonly cpuMs?: number;
  readonly memoryMb?: number;
  readonly resultBytes?: number;
  readonly logLines?: number;
  readonly logBytes?: number;
  readonly logLineBytes?: number;
  readonly timers?: number;
}

/** `usual` is where what is not given comes from, unless from the cluster's defaults. */
export function addLimitOptions(command: Command, usual?: string): Command {
  const limit = (flags: string, description: string, clusterDefault: number): Option =>
    amount(flags, description, usual ?? clusterDefault);
  return command
    .addOption(limit('--wall-ms <n>', 'the most time it may take', defaultLimits.wallUsMax / 1000))
    .addOption(limit('--cpu-ms <n>', 'the most processor time', defaultLimits.cpuUsMax / 1000))
    .addOption(limit('--memory-mb <n>', 'the most memory', defaultLimits.memoryBytesMax / 2 ** 20))
    .addOption(limit('--result-bytes <n>', 'the longest result', defaultLimits.resultBytesMax))
    .addOption(limit('--log-lines <n>', 'the most console lines', defaultLimits.logLinesMax))
    .addOption(
      limit('--log-bytes <n>', 'the most bytes of console lines', defaultLimits.logBytesMax),
    )
    .addOption(
      limit('--log-line-bytes <n>', 'where a console line is cut', defaultLimits.logLineBytesMax),
    )
    .addOption(limit('--timers <n>', 'the most timers at once', defaultLimits.timersMax));
}

export function timeoutOption(): Option {
  const description = 'how long to wait for the outcome, in all (default: no limit of its own)';
  return amount('--timeout-ms <n>', description);
}

/** An option of a number above 0. */
export function amount(flags: string, description: string, usual?: number | string): Option {
  const help = usual === undefined ? description : `${description} (default: ${usual})`;
  return new Option(flags, help).argParser(positiveNumber);
}

export function limitsOf(options: LimitOptions): Partial<Limits> {
  const { wallMs, cpuMs, memoryMb, resultBytes, logLines, logBytes, logLineBytes, timers } =
    options;
  return {
    ...(wallMs === undefined ? {} : { wallUsMax: wallMs * 1000 }),
    ...(cpuMs === undefined ? {} : { cpuUsMax: cpuMs * 1000 }),
    ...(memoryMb === undefined ? {} : { memoryBytesMax: Math.round(memoryMb * 2 ** 20) }),
    ...(resultBytes === undefined ? {} : { resultBytesMax: resultBytes }),
    ...(logLines === undefined ? {} : { logLinesMax: logLines }),
    ...(logBytes === undefined ? {} : { logBytesMax: logBytes }),
    ...(logLineBytes === undefined ? {} : { logLineBytesMax: logLineBytes }),
    ...(timers === undefined ? {} : { timersMax: timers }),
  };
}

/** Which amounts are too small or too large is for the cluster to say. */
function positiveNumber(given: string): number {
  if (/^\d+(\.\d+)?$/.test(given) && Number(given) > 0) return Number(given);
  throw new InvalidArgumentError('It must be a number above 0.');
}
