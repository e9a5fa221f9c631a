/** `isopod invoke`: calls a deployed function. */
import type { Command } from 'commander';
import { addServerOptions, atServer, type ServerOptions } from './at-server.ts';
import { exitStatusOfWord } from './exit-status.ts';
import { addLimitOptions, type LimitOptions, limitsOf, timeoutOption } from './limit-options.ts';
import { outcomeJson, reportOutcome } from './outcome-report.ts';
import { addPlacementOptions, type PlacementOptions, placementOf } from './placement-options.ts';
import { type InputOptions, readInput } from './program-file.ts';
import { ProgressLine } from './progress-line.ts';
import type { CommandContext } from './run-command.ts';
import { addInputOptions, priorityOf, priorityOption } from './run-options.ts';

export interface InvokeOptions extends ServerOptions, InputOptions, LimitOptions, PlacementOptions {
  readonly timeoutMs?: number;
  readonly priority?: number;
  /** A file to write the result into. */
  readonly out?: string;
}

export function addInvokeOptions(command: Command): Command {
  addServerOptions(command)
    .option('--out <file>', 'write the result into a file: JSON text, or bytes as they are')
    .addOption(priorityOption())
    .addOption(timeoutOption());
  addInputOptions(command);
  addPlacementOptions(command);
  return addLimitOptions(command, "the function's");
}

/** Returns the exit status. */
export async function invokeCommand(
  called: string,
  options: InvokeOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, interruption: signal } = context;
  const { json: isJson, timeoutMs: timeLimitMs } = options;
  const request = {
    function: called,
    limits: limitsOf(options),
    ...priorityOf(options),
    ...placementOf(options),
    ...readInput(options),
  };
  return atServer(options, context, async (client) => {
    const progress = new ProgressLine(terminal);
    const { outcome, logs } = await client.execute(request, {
      signal,
      ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
      ...(isJson ? {} : progress.listeners()),
    });
    progress.clear();
    if (isJson) terminal.out(`${outcomeJson(outcome, logs)}\n`);
    else reportOutcome(terminal, outcome, options.out);
    return exitStatusOfWord[outcome.word];
  });
}
