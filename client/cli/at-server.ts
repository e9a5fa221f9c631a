/** What commands share that ask a cluster which is there. */
import type { Command } from 'commander';
import { toIsopodError } from '../../shared/errors/isopod-error.ts';
import type { IsopodClient } from '../sdk/isopod-client.ts';
import { connect } from './connect.ts';
import {
  addConnectionOptions,
  type ConnectionOptions,
  clientOptionsOf,
} from './connection-options.ts';
import { exitStatusOfReason } from './exit-status.ts';
import { errorJson, reportError } from './outcome-report.ts';
import type { CommandContext } from './run-command.ts';
import { UsageMistake } from './usage-mistake.ts';

export interface ServerOptions extends ConnectionOptions {
  readonly server: string;
  readonly json?: boolean;
}

export function addServerOptions(command: Command): Command {
  return addConnectionOptions(command, 'its coordinator', '127.0.0.1:50051').option(
    '--json',
    'print one JSON object',
  );
}

/** What a group of commands does when none of them is named. */
export function addListCommand(group: Command, description: string): Command {
  return (
    addServerOptions(group.command('list', { isDefault: true }))
      .description(`${description}; what ${group.name()} does by itself`)
      // A command that is mistyped comes here, too.
      .allowExcessArguments()
      .hook('preAction', ({ args: [word] }) => {
        if (word !== undefined)
          throw new UsageMistake(
            `Could not read ${word}: isopod ${group.name()} has no such command`,
          );
      })
  );
}

/** Returns the exit status that `use` does, or that of the error that it rejects with. */
export async function atServer(
  { server, json: isJson, ...connection }: ServerOptions,
  { terminal }: CommandContext,
  use: (client: IsopodClient) => Promise<number>,
): Promise<number> {
  using client = await connect(clientOptionsOf(server, connection));
  try {
    return await use(client);
  } catch (thrown) {
    if (thrown instanceof UsageMistake) throw thrown;
    const error = toIsopodError(thrown);
    if (isJson) terminal.out(`${errorJson(error)}\n`);
    else reportError(terminal, error);
    return exitStatusOfReason[error.reason];
  }
}
