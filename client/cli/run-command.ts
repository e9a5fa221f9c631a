/** `isopod run`: one program, in a cluster that is there, or in one of its own. */
import type { Readable } from 'node:stream';
import { toIsopodError } from '../../shared/errors/isopod-error.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';
import type { IsopodClient } from '../sdk/isopod-client.ts';
import { exitStatusOfReason, exitStatusOfWord } from './exit-status.ts';
import { knownNodes } from './known-nodes.ts';
import { errorJson, outcomeJson, reportError, reportOutcome } from './outcome-report.ts';
import { ProgressLine } from './progress-line.ts';
import { recordingOf, writeRecording } from './recording.ts';
import { executionRequest, type RunOptions } from './run-options.ts';
import type { Terminal } from './terminal.ts';
import { UsageMistake } from './usage-mistake.ts';
import { withCluster } from './with-cluster.ts';

export interface CommandContext {
  readonly terminal: Terminal;
  readonly clock: Clock;
  /** What is typed. @default process.stdin */
  readonly input?: Readable;
  /** Aborted when the command shall stop. */
  readonly interruption: AbortSignal;
}

/** Returns the exit status. */
export async function runCommand(
  file: string,
  options: RunOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal } = context;
  const request = await executionRequest(file, options, terminal.err);
  try {
    return await withCluster(options, context, (client, interruption) =>
      execute(client, request, options, { ...context, interruption }),
    );
  } catch (thrown) {
    if (thrown instanceof UsageMistake) throw thrown;
    const error = toIsopodError(thrown);
    if (options.json) terminal.out(`${errorJson(error)}\n`);
    else reportError(terminal, error);
    return exitStatusOfReason[error.reason];
  }
}

async function execute(
  client: IsopodClient,
  request: ExecutionRequest,
  options: RunOptions,
  { terminal, interruption, input: given }: CommandContext,
): Promise<number> {
  const { json: isJson, timeoutMs: timeLimitMs, record } = options;
  const progress = new ProgressLine(terminal);
  using input = options.stdin ? openInput(given) : undefined;
  const whole = input ? { ...request, stdin: input.text } : request;
  const result = await client.execute(whole, {
    signal: interruption,
    ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
    ...(isJson ? {} : progress.listeners()),
  });
  progress.clear();
  const { outcome, logs } = result;
  if (isJson) terminal.out(`${outcomeJson(outcome, logs)}\n`);
  else reportOutcome(terminal, outcome, options.out);
  if (record !== undefined) {
    const nodes = await knownNodes(client, interruption);
    writeRecording(record, recordingOf(request, result, nodes));
  }
  return exitStatusOfWord[outcome.word];
}

/** Disposing of it ends the reading: a process goes on while it reads. */
function openInput(
  input: Readable = process.stdin,
): { readonly text: AsyncIterable<string> } & Disposable {
  const text = input.setEncoding('utf8');
  return { text, [Symbol.dispose]: () => void text.destroy() };
}
