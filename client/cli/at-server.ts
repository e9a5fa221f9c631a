/** What commands share that ask a cluster which is there. */
import type { Command } from 'commander';
import { toIsopodError } from '../../shared/errors/isopod-error.ts';
import type { IsopodClient } from '../sdk/isopod-client.ts';
import { connect } from './connect.ts';
import { exitStatusOfReason } from './exit-status.ts';
import { errorJson, reportError } from './outcome-report.ts';
import type { CommandContext } from './run-command.ts';
import { serverOption, tenantOption } from './run-options.ts';
import { UsageMistake } from './usage-mistake.ts';

export interface ServerOptions {
  readonly server: string;
  readonly tenant?: string;
  readonly json?: boolean;
}

export function addServerOptions(command: Command): Command {
  return command
    .addOption(serverOption('its coordinator').default('127.0.0.1:50051'))
    .addOption(tenantOption())
    .option('--json', 'print one JSON object');
}

/** Returns the exit status that `use` does, or that of the error that it rejects with. */
export async function atServer(
  { server, tenant, json: isJson }: ServerOptions,
  { terminal }: CommandContext,
  use: (client: IsopodClient) => Promise<number>,
): Promise<number> {
  using client = await connect({
    address: server,
    ...(tenant === undefined ? {} : { tenantId: tenant }),
  });
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
