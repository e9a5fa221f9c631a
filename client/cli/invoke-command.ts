/** `isopod invoke`: calls a deployed function. */
import type { Command } from 'commander';
import { addServerOptions, atServer, type ServerOptions } from './at-server.ts';
import { exitStatusOfWord } from './exit-status.ts';
import { addLimitOptions, type LimitOptions, limitsOf, timeoutOption } from './limit-options.ts';
import { outcomeJson, reportLog, reportOutcome } from './outcome-report.ts';
import { type InputOptions, readInput } from './program-file.ts';
import type { CommandContext } from './run-command.ts';

export interface InvokeOptions extends ServerOptions, InputOptions, LimitOptions {
  readonly timeoutMs?: number;
}

export function addInvokeOptions(command: Command): Command {
  addServerOptions(command)
    .option('--input <json>', 'the input, as JSON text; - reads it from stdin')
    .option('--input-file <file>', 'a file that holds the input, as JSON text')
    .addOption(timeoutOption());
  return addLimitOptions(command);
}

/** Returns the exit status. */
export async function invokeCommand(
  called: string,
  options: InvokeOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, interruption: signal } = context;
  const { json: isJson, timeoutMs: timeLimitMs } = options;
  const inputJson = readInput(options);
  const request = {
    function: called,
    limits: limitsOf(options),
    ...(inputJson === undefined ? {} : { inputJson }),
  };
  return atServer(options, context, async (client) => {
    const { outcome, logs } = await client.execute(request, {
      signal,
      ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
      ...(isJson ? {} : { onLog: (entry) => reportLog(terminal, entry) }),
    });
    if (isJson) terminal.out(`${outcomeJson(outcome, logs)}\n`);
    else reportOutcome(terminal, outcome);
    return exitStatusOfWord[outcome.word];
  });
}
