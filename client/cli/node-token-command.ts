/** `isopod nodes token`: a token that node-agents join with for a while, made of the node token. */
import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { isNodeScope, joinTokenMsMax, makeJoinToken } from '../../shared/nodes/join-token.ts';
import type { CommandContext } from './run-command.ts';
import { UsageMistake } from './usage-mistake.ts';

interface NodeTokenOptions {
  readonly nodeTokenFile: string;
  readonly for: string;
  /** Milliseconds. */
  readonly ttl: number;
}

const unitsMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

export function addNodeTokenCommand(nodes: Command, { terminal, clock }: CommandContext): void {
  nodes
    .command('token')
    .description('make a token that node-agents join with for a while; asks no coordinator')
    .addOption(
      new Option('--node-token-file <file>', 'holds the node token of the coordinators')
        .env('ISOPOD_NODE_TOKEN_FILE')
        .makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--for <node-id>',
        'the node that it is for; with * at its end, those that begin so',
      )
        .default('*')
        .argParser(scope),
    )
    .addOption(
      new Option('--ttl <time>', 'how long it can be used to join: 30m, 1h, 7d at most')
        .default(unitsMs['h'], '1h')
        .argParser(duration),
    )
    .action((options: NodeTokenOptions) => {
      const expiresAtMs = clock.epochMs() + options.ttl;
      const token = readToken(options.nodeTokenFile);
      terminal.out(`${makeJoinToken(token, { nodes: options.for, expiresAtMs })}\n`);
    });
}

function scope(given: string): string {
  if (isNodeScope(given)) return given;
  throw new InvalidArgumentError('It must be the id of a node, or how ids begin and a *.');
}

function duration(given: string): number {
  const [, count = '', unit = ''] = /^(\d{1,5})([mhd])$/.exec(given) ?? [];
  const ms = Number(count) * (unitsMs[unit] ?? 0);
  if (ms > 0 && ms <= joinTokenMsMax) return ms;
  throw new InvalidArgumentError('It must be a number of m, h or d, 7d at most.');
}

function readToken(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageMistake(`Could not read ${path}: ${why}`);
  }
}
