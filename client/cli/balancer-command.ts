/** `isopod balancer`: how runs are balanced over nodes, and how to have it otherwise. */
import type { Command } from 'commander';
import {
  policyChoiceFromText,
  policyChoicePattern,
  policyChoiceToText,
  policyNames,
} from '../../shared/nodes/policy-choice.ts';
import type { BalancerDescription } from '../../shared/wire/balancer-codec.ts';
import type { IsopodClient } from '../sdk/isopod-client.ts';
import { addServerOptions, atServer, type ServerOptions } from './at-server.ts';
import type { CommandContext } from './run-command.ts';
import { UsageMistake } from './usage-mistake.ts';

const policies = `${policyNames.join(', ')}; geographic, or geographic: before one of them`;

/** Adds the command with its own commands; `done` hears the exit status. */
export function addBalancerCommand(
  program: Command,
  context: CommandContext,
  done: (exitStatus: number) => void,
): void {
  const balancer = program.command('balancer').description('how runs are balanced over nodes');
  const subcommand = (usage: string, description: string): Command =>
    addServerOptions(balancer.command(usage).description(description));
  subcommand('get', 'print the policy, and which nodes are put aside').action(
    async (options: ServerOptions) => {
      done(await show(options, context, (client, signal) => client.balancer.get({ signal })));
    },
  );
  subcommand('set <policy>', 'change the policy, until the coordinator is started again')
    .addHelpText('after', `\nPolicies: ${policies}.`)
    .action(async (policy: string, options: ServerOptions) => {
      if (!policyChoicePattern.test(policy))
        throw new UsageMistake(`Could not read ${policy}: it must be one of ${policies}`);
      const choice = policyChoiceFromText(policy);
      done(
        await show(options, context, (client, signal) => client.balancer.set(choice, { signal })),
      );
    });
}

function show(
  options: ServerOptions,
  context: CommandContext,
  ask: (client: IsopodClient, signal: AbortSignal) => Promise<BalancerDescription>,
): Promise<number> {
  const { terminal, interruption } = context;
  return atServer(options, context, async (client) => {
    const balancer = await ask(client, interruption);
    const { ejectedNodeIds } = balancer;
    const policy = policyChoiceToText(balancer);
    if (options.json) terminal.out(`${JSON.stringify({ balancer: { policy, ejectedNodeIds } })}\n`);
    else {
      terminal.out(`${policy}\n`);
      if (ejectedNodeIds.length > 0) terminal.out(`put aside: ${ejectedNodeIds.join(', ')}\n`);
    }
    return 0;
  });
}
