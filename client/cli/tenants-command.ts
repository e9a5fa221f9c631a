/** `isopod tenants`: who may call a cluster, and for how much. */
import type { Command } from 'commander';
import { usualPolicy } from '../../shared/tenants/tenant-policy.ts';
import { addServerOptions, atServer, type ServerOptions } from './at-server.ts';
import type { CommandContext } from './run-command.ts';
import { addPolicyOptions, policyWith, type TenantPolicyOptions } from './tenant-policy-options.ts';
import { tenantTable, tenantText } from './tenant-table.ts';

type ChangeOptions = ServerOptions & TenantPolicyOptions;

/** Adds the command with its own commands; `done` hears the exit status. */
export function addTenantsCommand(
  program: Command,
  context: CommandContext,
  done: (exitStatus: number) => void,
): void {
  const tenants = program.command('tenants').description('make, list, change and delete tenants');
  const subcommand = (usage: string, description: string): Command =>
    addServerOptions(tenants.command(usage).description(description));
  subcommand('list', 'list the tenants').action(async (options: ServerOptions) =>
    done(await listTenants(options, context)),
  );
  subcommand('show <id>', 'show what a tenant may, and has used').action(
    async (id: string, options: ServerOptions) => done(await show(id, options, context)),
  );
  addPolicyOptions(subcommand('create <id>', 'make a tenant')).action(
    async (id: string, options: ChangeOptions) => done(await create(id, options, context)),
  );
  addPolicyOptions(
    subcommand('update <id>', 'change what a tenant may: what is not named stays as it is'),
  ).action(async (id: string, options: ChangeOptions) => done(await update(id, options, context)));
  subcommand('delete <id>', 'delete a tenant, with its keys, functions and sessions').action(
    async (id: string, options: ServerOptions) => done(await remove(id, options, context)),
  );
}

function listTenants(options: ServerOptions, context: CommandContext): Promise<number> {
  const { terminal, interruption: signal } = context;
  return atServer(options, context, async (client) => {
    const tenants = await client.tenants.list({ signal });
    terminal.out(options.json ? `${JSON.stringify({ tenants })}\n` : tenantTable(tenants));
    return 0;
  });
}

function show(id: string, options: ServerOptions, context: CommandContext): Promise<number> {
  const { terminal, interruption: signal } = context;
  return atServer(options, context, async (client) => {
    const details = await client.tenants.get(id, { signal });
    terminal.out(options.json ? `${JSON.stringify(details)}\n` : tenantText(details));
    return 0;
  });
}

function create(id: string, options: ChangeOptions, context: CommandContext): Promise<number> {
  const { terminal, interruption: signal } = context;
  return atServer(options, context, async (client) => {
    const tenant = await client.tenants.create(id, policyWith(usualPolicy, options), { signal });
    if (options.json) terminal.out(`${JSON.stringify({ tenant })}\n`);
    return 0;
  });
}

function update(id: string, options: ChangeOptions, context: CommandContext): Promise<number> {
  const { terminal, interruption: signal } = context;
  return atServer(options, context, async (client) => {
    const { policy, revision } = (await client.tenants.get(id, { signal })).tenant;
    const next = policyWith(policy, options);
    const tenant = await client.tenants.update(id, next, { signal, revision });
    if (options.json) terminal.out(`${JSON.stringify({ tenant })}\n`);
    return 0;
  });
}

function remove(id: string, options: ServerOptions, context: CommandContext): Promise<number> {
  return atServer(options, context, async (client) => {
    await client.tenants.delete(id, { signal: context.interruption });
    if (options.json) context.terminal.out('{}\n');
    return 0;
  });
}
