/** How a run is shown: logs as they come, then its result, or why there is none. */
import { writeFileSync } from 'node:fs';
import type { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { LogEntry, LogLevel, Outcome, OutcomeWord } from '../../shared/execution/outcome.ts';
import { shownText } from './shown-text.ts';
import { styled, type Terminal } from './terminal.ts';
import { UsageMistake } from './usage-mistake.ts';

const levelStyles = {
  DEBUG: 'gray',
  LOG: 'white',
  INFO: 'cyan',
  WARN: 'yellow',
  ERROR: 'red',
} as const satisfies Record<LogLevel, string>;

/** People also see the line's level; programs get the line as it was written. */
export function reportLog(terminal: Terminal, { level, text }: LogEntry): void {
  if (!terminal.isErrForPeople) return terminal.err(`${text}\n`);
  terminal.err(`${styled(terminal, levelStyles[level], level.padEnd(5))} ${shownText(text)}\n`);
}

const hints: Partial<Record<OutcomeWord, string>> = {
  CPU_EXCEEDED: 'More processor time can be asked for with --cpu-ms.',
  WALL_EXCEEDED: 'More time can be asked for with --wall-ms.',
  MEMORY_EXCEEDED: 'More memory can be asked for with --memory-mb.',
  OUTPUT_EXCEEDED: 'More can be asked for with --result-bytes, --log-lines and --log-bytes.',
};

/** `outPath` is a file for the result. Throws UsageMistake when that cannot be written. */
export function reportOutcome(terminal: Terminal, outcome: Outcome, outPath?: string): void {
  const { word, error } = outcome;
  if (word === 'SUCCEEDED') {
    if (outPath === undefined) reportResult(terminal, outcome);
    else writeResult(outPath, outcome);
    if (terminal.isErrForPeople) terminal.err(`${styled(terminal, 'gray', costs(outcome))}\n`);
    return;
  }
  const what = error ? `${error.name}: ${error.message}` : '';
  const guests = error?.stack ? `${what}\n${error.stack}` : what;
  const shown = terminal.isErrForPeople ? shownText(guests) : guests;
  terminal.err(`${styled(terminal, ['red', 'bold'], word)} ${shown}\n`);
  if (outcome.mayHaveHadEffects)
    terminal.err('It may have acted on the outside before it ended.\n');
  const hint = hints[word];
  if (hint) terminal.err(`${hint}\n`);
}

function reportResult(terminal: Terminal, { resultJson, resultBytes }: Outcome): void {
  if (resultJson !== undefined) terminal.out(`${shownResult(terminal, resultJson)}\n`);
  if (!resultBytes) return;
  if (!terminal.isOutForPeople) terminal.out(resultBytes);
  else terminal.err(`The result is ${resultBytes.length} bytes: --out FILE writes them down.\n`);
}

function writeResult(path: string, { resultJson, resultBytes }: Outcome): void {
  try {
    writeFileSync(path, resultBytes ?? (resultJson === undefined ? '' : `${resultJson}\n`));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageMistake(`Could not write the result: ${reason}`);
  }
}

function shownResult(terminal: Terminal, resultJson: string): string {
  if (!terminal.isOutForPeople) return resultJson;
  const read = readResult(resultJson);
  return shownText('result' in read ? JSON.stringify(read.result, null, 2) : resultJson);
}

/**
 * Only a host that was taken over sends a result that is no JSON. Nobody on the way reads results,
 * which would be at the cost of other tenants.
 */
function readResult(resultJson: string): { result: unknown } | { resultNotJson: string } {
  try {
    return { result: JSON.parse(resultJson) as unknown };
  } catch {
    return { resultNotJson: resultJson };
  }
}

function costs({ usage, resultJson, resultBytes }: Outcome): string {
  const ms = (us: number): string => `${(us / 1000).toFixed(1)} ms`;
  const { wallUs, cpuUs, queuedUs, nodeId } = usage;
  const hasNone = resultJson === undefined && !resultBytes;
  const result = hasNone ? 'no result (it is undefined); ' : '';
  return `${result}${ms(wallUs)}, processor ${ms(cpuUs)}, queued ${ms(queuedUs)}, on ${nodeId}`;
}

export function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}

/** Everything about a run, for programs. */
export function outcomeJson(outcome: Outcome, logs: readonly LogEntry[]): string {
  const { word, resultJson, resultBytes, error, mayHaveHadEffects, usage } = outcome;
  const result = resultJson === undefined ? {} : readResult(resultJson);
  const bytes = resultBytes ? { resultBase64: base64Of(resultBytes) } : {};
  return JSON.stringify({
    outcome: { word, ...result, ...bytes, ...(error ? { error } : {}), mayHaveHadEffects },
    usage,
    logs,
  });
}

export function reportError(terminal: Terminal, error: IsopodError): void {
  terminal.err(`${styled(terminal, ['red', 'bold'], error.reason)} ${error.message}\n`);
  // A single one is in the message.
  if (error.fieldViolations.length > 1)
    for (const { field, description } of error.fieldViolations)
      terminal.err(`  ${field}: ${description}\n`);
  if (error.reason === 'UNREACHABLE')
    terminal.err(
      'Is a cluster running there? `npx isopod start` starts one on this machine. One that\n' +
        'speaks TLS needs --ca or --tls.\n',
    );
  if (error.reason === 'NO_NODE')
    terminal.err('`npx isopod nodes` shows which node-agents have joined.\n');
  if (error.retryAfterMs !== undefined)
    terminal.err(`It may work again in ${error.retryAfterMs} ms.\n`);
}

export function errorJson(error: IsopodError): string {
  const { reason, status, message, fieldViolations, retryAfterMs, isRetryable } = error;
  return JSON.stringify({
    error: { reason, status, message, fieldViolations, isRetryable, retryAfterMs },
  });
}
