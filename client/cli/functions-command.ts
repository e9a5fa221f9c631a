/** `isopod functions`: what is deployed, and where its aliases lead. */
import type { Command } from 'commander';
import type { FunctionAlias, FunctionRoute } from '../../shared/functions/deployed-function.ts';
import type { FunctionDetails } from '../sdk/functions-client.ts';
import { addServerOptions, atServer, type ServerOptions } from './at-server.ts';
import type { CommandContext } from './run-command.ts';
import { textTable } from './text-table.ts';
import { UsageMistake } from './usage-mistake.ts';

/** Adds the command with its own commands; `done` hears the exit status. */
export function addFunctionsCommand(
  program: Command,
  context: CommandContext,
  done: (exitStatus: number) => void,
): void {
  const functions = program.command('functions').description('list, show and delete functions');
  const subcommand = (usage: string, description: string): Command =>
    addServerOptions(functions.command(usage).description(description));
  subcommand('list', 'list the functions').action(async (options: ServerOptions) =>
    done(await listFunctions(options, context)),
  );
  subcommand('show <name>', 'show the versions and aliases of a function').action(
    async (name: string, options: ServerOptions) => done(await show(name, options, context)),
  );
  subcommand('delete <name[@version]>', 'delete a function, or one version of it').action(
    async (named: string, options: ServerOptions) => done(await remove(named, options, context)),
  );
  subcommand('alias <name> <alias> <version[=weight]...>', 'have an alias lead to versions').action(
    async (name: string, alias: string, routes: string[], options: ServerOptions) =>
      done(await setAlias(name, { alias, routes: routes.map(readRoute) }, options, context)),
  );
  subcommand('unalias <name> <alias>', 'delete an alias').action(
    async (name: string, alias: string, options: ServerOptions) =>
      done(await unalias(name, alias, options, context)),
  );
}

function listFunctions(options: ServerOptions, context: CommandContext): Promise<number> {
  const { terminal, interruption: signal } = context;
  return atServer(options, context, async (client) => {
    const functions = await client.functions.list({ signal });
    if (options.json) terminal.out(`${JSON.stringify({ functions })}\n`);
    else if (functions.length === 0) terminal.out('No function is deployed.\n');
    else {
      const rows = functions.map(({ name, latestVersion, versionCount, aliases, updatedAtMs }) => [
        name,
        `${versionCount}`,
        latestVersion,
        timeText(updatedAtMs),
        aliases.map(({ alias }) => alias).join(','),
      ]);
      terminal.out(textTable([['FUNCTION', 'VERSIONS', 'LATEST', 'CHANGED', 'ALIASES'], ...rows]));
    }
    return 0;
  });
}

function show(name: string, options: ServerOptions, context: CommandContext): Promise<number> {
  const { terminal, interruption: signal } = context;
  return atServer(options, context, async (client) => {
    const details = await client.functions.get(name, { signal });
    terminal.out(options.json ? `${JSON.stringify(details)}\n` : detailsTable(details));
    return 0;
  });
}

function remove(named: string, options: ServerOptions, context: CommandContext): Promise<number> {
  const [name = '', version = '', ...more] = named.split('@');
  // Were it not refused, a version that is missing would be all of the function.
  if (more.length > 0 || (version === '' && named.includes('@')))
    throw new UsageMistake(`Could not read ${named}: it must be NAME, or NAME@VERSION`);
  return atServer(options, context, async (client) => {
    await client.functions.delete(name, version, { signal: context.interruption });
    if (options.json) context.terminal.out('{}\n');
    return 0;
  });
}

function setAlias(
  name: string,
  { alias, routes }: FunctionAlias,
  options: ServerOptions,
  context: CommandContext,
): Promise<number> {
  return atServer(options, context, async (client) => {
    const signal = context.interruption;
    const described = await client.functions.setAlias(name, alias, routes, { signal });
    if (options.json) context.terminal.out(`${JSON.stringify({ function: described })}\n`);
    return 0;
  });
}

function unalias(
  name: string,
  alias: string,
  options: ServerOptions,
  context: CommandContext,
): Promise<number> {
  return atServer(options, context, async (client) => {
    const signal = context.interruption;
    const described = await client.functions.deleteAlias(name, alias, { signal });
    if (options.json) context.terminal.out(`${JSON.stringify({ function: described })}\n`);
    return 0;
  });
}

function detailsTable({ function: described, versions }: FunctionDetails): string {
  const aliases = [
    { alias: 'latest', routes: [{ version: described.latestVersion, weight: 1 }] },
    ...described.aliases,
  ];
  const rows = versions.map(({ version, createdAtMs, sourceBytes, fileName, isolation }) => [
    version,
    timeText(createdAtMs),
    `${sourceBytes}`,
    fileName,
    isolation,
    aliases.flatMap((alias) => shareOf(alias, version)).join(','),
  ]);
  const titles = ['VERSION', 'DEPLOYED', 'BYTES', 'FILE', 'ISOLATION', 'ALIASES'];
  return textTable([titles, ...rows]);
}

/** `live`, or `live=10%`; none where the alias does not lead to the version. */
function shareOf({ alias, routes }: FunctionAlias, version: string): string[] {
  const weight = routes.find((route) => route.version === version)?.weight;
  if (weight === undefined) return [];
  if (routes.length === 1) return [alias];
  const total = routes.reduce((sum, route) => sum + route.weight, 0);
  return [`${alias}=${Number(((weight / total) * 100).toFixed(2))}%`];
}

function readRoute(given: string): FunctionRoute {
  const [, version, weight = '1'] = /^([^=]+)(?:=(\d+))?$/.exec(given) ?? [];
  if (version !== undefined) return { version, weight: Number(weight) };
  throw new UsageMistake(`Could not read ${given}: it must be VERSION, or VERSION=WEIGHT`);
}

function timeText(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('T', ' ').slice(0, 19);
}
