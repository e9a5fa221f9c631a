/** `isopod deploy`: a file becomes a version of a function. */
import { basename, extname } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type IsolationLevel, isolationLevels } from '../../shared/execution/execution.ts';
import type { FunctionRoute, FunctionSummary } from '../../shared/functions/deployed-function.ts';
import type { IsopodClient } from '../sdk/isopod-client.ts';
import { addServerOptions, atServer, type ServerOptions } from './at-server.ts';
import { addLimitOptions, type LimitOptions, limitsOf } from './limit-options.ts';
import { loadProgram } from './load-program.ts';
import type { CommandContext } from './run-command.ts';
import { wordOption } from './run-options.ts';

/** An alias that is to lead to the new version, with a share of its calls. */
interface AliasShare {
  readonly alias: string;
  /** 1 to 100. */
  readonly percent: number;
}

export interface DeployOptions extends ServerOptions, LimitOptions {
  readonly name?: string;
  readonly alias?: readonly AliasShare[];
  readonly isolation?: IsolationLevel;
  /** @default true */
  readonly bundle?: boolean;
  readonly minify?: boolean;
}

export function addDeployOptions(command: Command): Command {
  addServerOptions(command)
    .option('--name <name>', 'of the function (default: the file name without its suffix)')
    .option(
      '--alias <alias[=percent],…>',
      'have aliases lead to the new version, or a share of their calls: live, or live=10',
      readShares,
    )
    .addOption(wordOption('--isolation <level>', 'how much calls share', isolationLevels, 'pooled'))
    .option('--no-bundle', 'deploy the file as it is, also when it imports others')
    .option('--minify', 'bundle with short names, for a program that is too long');
  return addLimitOptions(command);
}

/** Returns the exit status. */
export async function deployCommand(
  file: string,
  options: DeployOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, interruption: signal } = context;
  const bundle = options.bundle !== false;
  const minify = options.minify === true;
  const program = await loadProgram(file, { bundle, minify, warn: terminal.err });
  const name = options.name ?? basename(file, extname(file));
  const isolation = options.isolation ? { isolation: options.isolation } : {};
  return atServer(options, context, async (client) => {
    const given = { ...program, ...isolation, limits: limitsOf(options) };
    const deployed = await client.functions.deploy(name, given, { signal });
    let described = deployed.function;
    for (const share of options.alias ?? [])
      described = await leadTo(client, described, deployed.version, share);
    const { version, isNew } = deployed;
    if (options.json) terminal.out(`${JSON.stringify({ function: described, version, isNew })}\n`);
    else {
      terminal.out(`${name}@${version}\n`);
      if (!isNew) terminal.err('It was deployed before; it is the latest again.\n');
    }
    return 0;
  });
}

/** The share goes to the new version; what the others had is divided among them as before. */
export function routesWith(
  before: readonly FunctionRoute[],
  version: string,
  percent: number,
): FunctionRoute[] {
  const others = before.filter((route) => route.version !== version);
  const total = others.reduce((sum, { weight }) => sum + weight, 0);
  if (percent === 100 || total === 0) return [{ version, weight: 100 }];
  const kept = others.map((route) => ({
    ...route,
    weight: Math.max(1, Math.round((route.weight / total) * (100 - percent) * 100)),
  }));
  return [{ version, weight: percent * 100 }, ...kept];
}

function leadTo(
  client: IsopodClient,
  { name, aliases }: FunctionSummary,
  version: string,
  { alias, percent }: AliasShare,
): Promise<FunctionSummary> {
  const before = aliases.find((known) => known.alias === alias)?.routes ?? [];
  return client.functions.setAlias(name, alias, routesWith(before, version, percent));
}

function readShares(given: string, before: readonly AliasShare[] = []): readonly AliasShare[] {
  const shares = given.split(',').map((part) => {
    const [, alias, percent = '100'] = /^([^=]+?)(?:=(\d+)%?)?$/.exec(part.trim()) ?? [];
    if (alias && Number(percent) >= 1 && Number(percent) <= 100)
      return { alias, percent: Number(percent) };
    throw new InvalidArgumentError('It must be ALIAS, or ALIAS=PERCENT with a share of 1 to 100.');
  });
  return [...before, ...shares];
}
