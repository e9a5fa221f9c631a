/** `isopod nodes`: who has joined a cluster, how busy it is, and who shall get runs. */
import type { Command } from 'commander';
import type { NodeDescription } from '../../shared/wire/node-description-codec.ts';
import type { IsopodClient } from '../sdk/isopod-client.ts';
import { addListCommand, addServerOptions, atServer, type ServerOptions } from './at-server.ts';
import { amount } from './limit-options.ts';
import { nodeTable } from './node-table.ts';
import { addNodeTokenCommand } from './node-token-command.ts';
import type { CommandContext } from './run-command.ts';

interface ListOptions extends ServerOptions {
  readonly watch?: boolean;
}

interface RemoveOptions extends ServerOptions {
  readonly graceMs?: number;
}

type Steer = (
  client: IsopodClient,
  nodeId: string,
  signal: AbortSignal,
) => Promise<NodeDescription | undefined>;

/** Adds the command with its own commands; `done` hears the exit status. */
export function addNodesCommand(
  program: Command,
  context: CommandContext,
  done: (exitStatus: number) => void,
): void {
  const nodes = program.command('nodes').description('list, watch, drain and remove node-agents');
  const subcommand = (usage: string, description: string): Command =>
    addServerOptions(nodes.command(usage).description(description));
  addListCommand(nodes, 'list the node-agents of a cluster, or --watch them')
    .option('--watch', 'go on, and list them again whenever something has changed')
    .action(async (options: ListOptions) =>
      done(await (options.watch ? watchNodes : listNodes)(options, context)),
    );
  const steering: Readonly<Record<string, readonly [string, Steer]>> = {
    cordon: [
      'give a node nothing new; it keeps what it has',
      (client, id, signal) => client.nodes.cordon(id, { signal }),
    ],
    uncordon: [
      'give a node runs again, or let it join again that was removed',
      (client, id, signal) => client.nodes.uncordon(id, { signal }),
    ],
    drain: [
      'cordon a node, and wait until its runs have ended',
      (client, id, signal) => client.nodes.drain(id, { signal }),
    ],
  };
  for (const [name, [description, steer]] of Object.entries(steering))
    subcommand(`${name} <id>`, description).action(async (id: string, options: ServerOptions) =>
      done(await steerNode(steer, id, options, context)),
    );
  subcommand('remove <id>', 'drain a node, and let it join no more')
    .addOption(amount('--grace-ms <n>', 'how long its runs may go on', 30_000))
    .action(async (id: string, options: RemoveOptions) =>
      done(await removeNode(id, options, context)),
    );
  addNodeTokenCommand(nodes, context);
}

function listNodes(options: ServerOptions, context: CommandContext): Promise<number> {
  return atServer(options, context, async (client) => {
    print(await client.nodes.list({ signal: context.interruption }), options, context);
    return 0;
  });
}

/** One JSON object a line, or a table each time. */
function watchNodes(options: ServerOptions, context: CommandContext): Promise<number> {
  const { interruption: signal } = context;
  return atServer(options, context, async (client) => {
    try {
      for await (const nodes of client.nodes.watch({ signal })) print(nodes, options, context);
    } catch (thrown) {
      if (!signal.aborted) throw thrown;
    }
    return 0;
  });
}

function steerNode(
  steer: Steer,
  nodeId: string,
  options: ServerOptions,
  context: CommandContext,
): Promise<number> {
  return atServer(options, context, async (client) => {
    const node = await steer(client, nodeId, context.interruption);
    if (options.json) context.terminal.out(`${JSON.stringify({ node: node ?? null })}\n`);
    else if (node) print([node], options, context);
    else context.terminal.out(`${nodeId} is not connected.\n`);
    return 0;
  });
}

function removeNode(
  nodeId: string,
  { graceMs, ...options }: RemoveOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, interruption: signal } = context;
  return atServer(options, context, async (client) => {
    const grace = graceMs === undefined ? {} : { graceMs };
    const runsLost = await client.nodes.remove(nodeId, { signal, ...grace });
    if (options.json) terminal.out(`${JSON.stringify({ runsLost })}\n`);
    else terminal.out(`${nodeId} is removed; ${runsLost} runs were lost.\n`);
    return 0;
  });
}

function print(
  nodes: readonly NodeDescription[],
  { json: isJson }: ServerOptions,
  { terminal, clock }: CommandContext,
): void {
  terminal.out(isJson ? `${JSON.stringify({ nodes })}\n` : nodeTable(nodes, clock.epochMs()));
}
