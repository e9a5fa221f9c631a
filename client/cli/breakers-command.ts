/** `isopod breakers`: what is kept from failing targets, and how to have it otherwise. */
import type { Command } from 'commander';
import type {
  BreakerDescription,
  ForcedState,
} from '../../shared/resilience/breaker-description.ts';
import type { IsopodClient } from '../sdk/isopod-client.ts';
import { addListCommand, addServerOptions, atServer, type ServerOptions } from './at-server.ts';
import type { CommandContext } from './run-command.ts';
import { textTable } from './text-table.ts';
import { UsageMistake } from './usage-mistake.ts';

const stateOfWord: Readonly<Record<string, ForcedState>> = {
  open: 'FORCED_OPEN',
  disabled: 'DISABLED',
};

/** Adds the command with its own commands; `done` hears the exit status. */
export function addBreakersCommand(
  program: Command,
  context: CommandContext,
  done: (exitStatus: number) => void,
): void {
  const breakers = program.command('breakers').description('list and steer circuit breakers');
  const subcommand = (usage: string, description: string): Command =>
    addServerOptions(breakers.command(usage).description(description));
  addListCommand(breakers, 'list the circuit breakers').action(async (options: ServerOptions) =>
    done(await listBreakers(options, context)),
  );
  subcommand('force <name> <open|disabled>', 'let nothing, or everything, through').action(
    async (name: string, word: string, options: ServerOptions) => {
      const state = stateOfWord[word];
      if (!state) throw new UsageMistake(`Could not read ${word}: it must be open or disabled`);
      done(
        await showOne(options, context, (client, signal) =>
          client.breakers.force(name, state, { signal }),
        ),
      );
    },
  );
  subcommand('reset <name>', 'have it begin anew, closed').action(
    async (name: string, options: ServerOptions) =>
      done(
        await showOne(options, context, (client, signal) =>
          client.breakers.reset(name, { signal }),
        ),
      ),
  );
}

function listBreakers(options: ServerOptions, context: CommandContext): Promise<number> {
  const { terminal, interruption: signal } = context;
  return atServer(options, context, async (client) => {
    const breakers = await client.breakers.list({ signal });
    terminal.out(options.json ? `${JSON.stringify({ breakers })}\n` : breakerTable(breakers));
    return 0;
  });
}

function showOne(
  options: ServerOptions,
  context: CommandContext,
  steer: (client: IsopodClient, signal: AbortSignal) => Promise<BreakerDescription>,
): Promise<number> {
  const { terminal, interruption } = context;
  return atServer(options, context, async (client) => {
    const breaker = await steer(client, interruption);
    terminal.out(options.json ? `${JSON.stringify({ breaker })}\n` : breakerTable([breaker]));
    return 0;
  });
}

const titles = [
  'BREAKER',
  'STATE',
  'WHY',
  'TRAFFIC',
  'CALLS',
  'FAULTS',
  'SLOW',
  'KEPT OFF',
  'NEXT',
];

function breakerTable(breakers: readonly BreakerDescription[]): string {
  if (breakers.length === 0) return 'There is no circuit breaker yet.\n';
  const rows = breakers.map((breaker) => [
    breaker.name,
    breaker.state.toLowerCase().replace('_', '-'),
    breaker.cause.toLowerCase(),
    `${breaker.percentAdmitted}%`,
    `${breaker.calls}`,
    `${breaker.faults}`,
    `${breaker.slow}`,
    `${breaker.rejections}`,
    breaker.retryAfterMs > 0 ? `in ${(breaker.retryAfterMs / 1_000).toFixed(1)} s` : '',
  ]);
  return textTable([titles, ...rows]);
}
