/** `isopod cache`: what is kept of results, and how to have it forgotten. */
import type { Command } from 'commander';
import type { CacheDescription } from '../../shared/cache/cache-description.ts';
import { addServerOptions, atServer, type ServerOptions } from './at-server.ts';
import type { CommandContext } from './run-command.ts';
import { textTable } from './text-table.ts';
import { UsageMistake } from './usage-mistake.ts';

interface InvalidateOptions extends ServerOptions {
  readonly entry?: string;
  readonly tag?: string;
}

/** Adds the command with its own commands; `done` hears the exit status. */
export function addCacheCommand(
  program: Command,
  context: CommandContext,
  done: (exitStatus: number) => void,
): void {
  const cache = program.command('cache').description('see what is kept of results; forget it');
  const subcommand = (usage: string, description: string): Command =>
    addServerOptions(cache.command(usage).description(description));
  subcommand('stats', 'show what each tier of each cache has done').action(
    async (options: ServerOptions) => done(await showStats(options, context)),
  );
  subcommand('invalidate [namespace]', 'forget a cache (default: results), or some of it')
    .option('--tag <tag>', 'only what bears it: tenant:ID, code:HASH or version:VERSION')
    .option('--entry <key>', 'only the value of this key')
    .action(async (namespace: string | undefined, options: InvalidateOptions) =>
      done(await invalidate(namespace ?? 'results', options, context)),
    );
}

function showStats(options: ServerOptions, context: CommandContext): Promise<number> {
  const { terminal, interruption: signal } = context;
  return atServer(options, context, async (client) => {
    const caches = await client.cache.stats({ signal });
    terminal.out(options.json ? `${JSON.stringify({ caches })}\n` : statsTable(caches));
    return 0;
  });
}

function invalidate(
  namespace: string,
  { entry: key, tag, ...options }: InvalidateOptions,
  context: CommandContext,
): Promise<number> {
  if (key !== undefined && tag !== undefined)
    throw new UsageMistake('Could not invalidate: give --entry or --tag, not both');
  const { terminal, interruption: signal } = context;
  const target = {
    namespace,
    ...(key === undefined ? {} : { key }),
    ...(tag === undefined ? {} : { tag }),
  };
  return atServer(options, context, async (client) => {
    await client.cache.invalidate(target, { signal });
    terminal.out(options.json ? `${JSON.stringify({ invalidated: target })}\n` : 'Forgotten.\n');
    return 0;
  });
}

const titles = ['CACHE', 'TIER', 'HITS', 'MISSES', 'STALE', 'FILLS', 'DROPPED', 'FAILURES', 'HELD'];

function statsTable(caches: readonly CacheDescription[]): string {
  const rows = caches.flatMap(({ namespace, tiers }) =>
    tiers.map((tier) => [
      namespace,
      tier.name,
      `${tier.hits}`,
      `${tier.misses}`,
      `${tier.staleHits}`,
      `${tier.fills}`,
      `${tier.fillsDropped}`,
      `${tier.failures}`,
      tier.name === 'L1' ? `${tier.entries}, ${(tier.bytes / 2 ** 20).toFixed(1)} MB` : '',
    ]),
  );
  const sums = caches.map(
    ({ namespace, requests, hits, hitRatio, coalescedWaits, factoryRuns }) =>
      `${namespace}: ${hits} of ${requests} requests were hits (${(hitRatio * 100).toFixed(1)} %), ` +
      `${coalescedWaits} waited for another's, ${factoryRuns} were made.\n`,
  );
  return textTable([titles, ...rows]) + sums.join('');
}
