/** `isopod nodes`: who has joined a cluster, and how busy it is. */
import { atServer, type ServerOptions } from './at-server.ts';
import { nodeTable } from './node-table.ts';
import type { CommandContext } from './run-command.ts';

/** Returns the exit status. */
export function nodesCommand(options: ServerOptions, context: CommandContext): Promise<number> {
  const { terminal, clock, interruption } = context;
  return atServer(options, context, async (client) => {
    const nodes = await client.listNodes({ signal: interruption });
    const isJson = options.json === true;
    terminal.out(isJson ? `${JSON.stringify({ nodes })}\n` : nodeTable(nodes, clock.epochMs()));
    return 0;
  });
}
