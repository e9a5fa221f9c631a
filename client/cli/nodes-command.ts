/** `isopod nodes`: who has joined a cluster, and how busy it is. */
import { toIsopodError } from '../../shared/errors/isopod-error.ts';
import { connect } from './connect.ts';
import { exitStatusOfReason } from './exit-status.ts';
import { nodeTable } from './node-table.ts';
import { errorJson, reportError } from './outcome-report.ts';
import type { CommandContext } from './run-command.ts';

export interface NodesOptions {
  readonly server: string;
  readonly json?: boolean;
}

/** Returns the exit status. */
export async function nodesCommand(
  { server, json: isJson }: NodesOptions,
  { terminal, clock, interruption }: CommandContext,
): Promise<number> {
  using client = await connect({ address: server });
  try {
    const nodes = await client.listNodes({ signal: interruption });
    terminal.out(isJson ? `${JSON.stringify({ nodes })}\n` : nodeTable(nodes, clock.epochMs()));
    return 0;
  } catch (thrown) {
    const error = toIsopodError(thrown);
    if (isJson) terminal.out(`${errorJson(error)}\n`);
    else reportError(terminal, error);
    return exitStatusOfReason[error.reason];
  }
}
