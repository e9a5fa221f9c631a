/** The `isopod` command: what can be typed, and what is then done. */
import { Command, CommanderError } from 'commander';
import { isopodVersion } from '../../shared/version.ts';
import { addAlertsCommand } from './alerts-command.ts';
import { addBalancerCommand } from './balancer-command.ts';
import { addBreakersCommand } from './breakers-command.ts';
import { addCacheCommand } from './cache-command.ts';
import { addConnectionOptions } from './connection-options.ts';
import { addDeployOptions, type DeployOptions, deployCommand } from './deploy-command.ts';
import { usageExitStatus } from './exit-status.ts';
import { addFunctionsCommand } from './functions-command.ts';
import { addHealthCommand } from './health-command.ts';
import { addInvokeOptions, type InvokeOptions, invokeCommand } from './invoke-command.ts';
import { addKeysCommand } from './keys-command.ts';
import { addNodesCommand } from './nodes-command.ts';
import { addReplOptions, type ReplOptions, replCommand } from './repl-command.ts';
import { type ReplayOptions, replayCommand } from './replay-command.ts';
import { type CommandContext, runCommand } from './run-command.ts';
import { addRunOptions, type RunOptions } from './run-options.ts';
import { addStartOptions, type StartOptions, startCommand } from './start-command.ts';
import { addTenantsCommand } from './tenants-command.ts';
import { UsageMistake } from './usage-mistake.ts';

const exitStatusHelp = `
Exit status: 0 succeeded, 1 threw, 2 does not compile, 3 out of time, 4 out of memory,
5 too much output, 6 crashed, 7 cancelled, 8 its node was lost, 9 not run, 64 typed wrongly.`;

/** Does what `args`, without interpreter and script, say. Returns the exit status. */
export async function runCommandLine(
  args: readonly string[],
  context: CommandContext,
): Promise<number> {
  let exitStatus = 0;
  const program = new Command('isopod')
    .description('Runs untrusted JavaScript and TypeScript in a cluster of locked-down sandboxes.')
    .version(isopodVersion, '--version', 'print the version')
    .configureOutput({ writeOut: context.terminal.out, writeErr: context.terminal.err })
    .exitOverride();
  addRunOptions(program.command('run'))
    .description('run a program and print its result')
    .argument('<file>', 'a script or a module, TypeScript by its suffix; - reads it from stdin')
    .addHelpText('after', exitStatusHelp)
    .action(async (file: string, options: RunOptions) => {
      exitStatus = await runCommand(file, options, context);
    });
  addConnectionOptions(
    program.command('replay'),
    'the cluster to run in (default: one of its own, for this run)',
  )
    .description('run a recording again: 0 when it ends the same, 1 when it does not')
    .argument('<file>', 'what isopod run --record has written')
    .option('--json', 'print one JSON object')
    .action(async (file: string, options: ReplayOptions) => {
      exitStatus = await replayCommand(file, options, context);
    });
  addStartOptions(program.command('start'))
    .description('keep a cluster up on this machine')
    .action(async (options: StartOptions) => {
      exitStatus = await startCommand(options, context);
    });
  addNodesCommand(program, context, (status) => {
    exitStatus = status;
  });
  addCommandsOfFunctions(program, context, (status) => {
    exitStatus = status;
  });
  // isopod.js starts these itself, with their own options; here they are for --help.
  program.command('coordinator').description('run a coordinator; see isopod coordinator --help');
  program.command('node-agent').description('run a node-agent; see isopod node-agent --help');
  program.command('doctor').description('tell whether node-agents can lock hosts down here');
  nameHelp(program);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : usageExitStatus;
    if (!(thrown instanceof UsageMistake)) throw thrown;
    context.terminal.err(`${thrown.message}\n`);
    return usageExitStatus;
  }
  return exitStatus;
}

/** Of a command and all of its own. */
function nameHelp(command: Command): void {
  command.helpOption('--help', 'print help');
  if (command.commands.length > 0)
    command.helpCommand('help [command]', 'print help for a command');
  for (const subcommand of command.commands) nameHelp(subcommand);
}

/** What uses a cluster that is there, and sessions. `done` hears the exit status. */
function addCommandsOfFunctions(
  program: Command,
  context: CommandContext,
  done: (exitStatus: number) => void,
): void {
  addDeployOptions(program.command('deploy'))
    .description('deploy a program as a function, and print NAME@VERSION')
    .argument('<file>', 'a script or a module, TypeScript by its suffix')
    .action(async (file: string, options: DeployOptions) => {
      done(await deployCommand(file, options, context));
    });
  addInvokeOptions(program.command('invoke'))
    .description('call a deployed function and print its result')
    .argument('<name[@version]>', 'its name; a version or an alias may follow')
    .addHelpText('after', exitStatusHelp)
    .action(async (called: string, options: InvokeOptions) => {
      done(await invokeCommand(called, options, context));
    });
  addReplOptions(program.command('repl'))
    .description('run what is typed, line by line, in one session')
    .action(async (options: ReplOptions) => {
      done(await replCommand(options, context, context.input ?? process.stdin));
    });
  addFunctionsCommand(program, context, done);
  addBalancerCommand(program, context, done);
  addBreakersCommand(program, context, done);
  addCacheCommand(program, context, done);
  addHealthCommand(program, context, done);
  addAlertsCommand(program, context, done);
  addTenantsCommand(program, context, done);
  addKeysCommand(program, context, done);
}
