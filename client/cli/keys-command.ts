/** `isopod keys`: API keys. A key is shown once, when it is made, and never again. */
import type { Command } from 'commander';
import { newToken } from '../../shared/random/system-random.ts';
import { newApiKey } from '../../shared/tenants/api-key.ts';
import { addServerOptions, atServer, type ServerOptions } from './at-server.ts';
import { KeyFile } from './key-file.ts';
import type { CommandContext } from './run-command.ts';
import { textTable } from './text-table.ts';

interface KeyFileOptions {
  readonly keyFile?: string;
}

interface CreateOptions extends ServerOptions, KeyFileOptions {
  readonly description?: string;
}

interface AdminOptions extends KeyFileOptions {
  readonly json?: boolean;
}

/** Adds the command with its own commands; `done` hears the exit status. */
export function addKeysCommand(
  program: Command,
  context: CommandContext,
  done: (exitStatus: number) => void,
): void {
  const keys = program.command('keys').description('make, list and revoke API keys');
  const subcommand = (usage: string, description: string): Command =>
    keys.command(usage).description(description);
  const keyFile = [
    '--key-file <file>',
    'write the key into a new file, for its owner only',
  ] as const;
  addServerOptions(subcommand('list <tenant>', 'list the keys of a tenant')).action(
    async (tenant: string, options: ServerOptions) => done(await list(tenant, options, context)),
  );
  addServerOptions(subcommand('create <tenant>', 'make a key for a tenant, and print it'))
    .option('--description <text>', 'what it is for')
    .option(...keyFile)
    .action(async (tenant: string, options: CreateOptions) =>
      done(await create(tenant, options, context)),
    );
  addServerOptions(subcommand('revoke <id>', 'make a key worthless')).action(
    async (id: string, options: ServerOptions) => done(await revoke(id, options, context)),
  );
  subcommand('admin', "make an administrator's key, and its hash; asks no coordinator")
    .option(...keyFile)
    .option('--json', 'print one JSON object')
    .action(async (options: AdminOptions) => done(await admin(options, context)));
}

function list(tenant: string, options: ServerOptions, context: CommandContext): Promise<number> {
  const { terminal, interruption: signal } = context;
  return atServer(options, context, async (client) => {
    const apiKeys = await client.tenants.listKeys(tenant, { signal });
    if (options.json) terminal.out(`${JSON.stringify({ apiKeys })}\n`);
    else if (apiKeys.length === 0) terminal.out('The tenant has no key.\n');
    else {
      const rows = apiKeys.map(({ keyId, createdAtMs, description }) => [
        keyId,
        new Date(createdAtMs).toISOString().replace('T', ' ').slice(0, 19),
        description,
      ]);
      terminal.out(textTable([['KEY', 'MADE', 'DESCRIPTION'], ...rows]));
    }
    return 0;
  });
}

function create(tenant: string, options: CreateOptions, context: CommandContext): Promise<number> {
  const { terminal, interruption: signal } = context;
  return atServer(options, context, async (client) => {
    const make = () => client.tenants.createKey(tenant, options.description, { signal });
    const made = await kept(options, make);
    const { apiKey, key } = made;
    const isFiled = options.keyFile !== undefined;
    if (options.json) terminal.out(`${JSON.stringify(isFiled ? { apiKey } : made)}\n`);
    else terminal.out(isFiled ? `${apiKey.keyId}\n` : `${key}\n`);
    return 0;
  });
}

function revoke(id: string, options: ServerOptions, context: CommandContext): Promise<number> {
  return atServer(options, context, async (client) => {
    await client.tenants.revokeKey(id, { signal: context.interruption });
    if (options.json) context.terminal.out('{}\n');
    return 0;
  });
}

async function admin(options: AdminOptions, { terminal }: CommandContext): Promise<number> {
  const { key, hash } = await kept(options, async () => {
    const { text, secretHash } = newApiKey(newToken());
    return { key: text, hash: secretHash };
  });
  const isFiled = options.keyFile !== undefined;
  if (options.json) terminal.out(`${JSON.stringify(isFiled ? { hash } : { key, hash })}\n`);
  else terminal.out(isFiled ? `${hash}\n` : `key   ${key}\nhash  ${hash}\n`);
  return 0;
}

function kept<Made extends { readonly key: string }>(
  { keyFile }: KeyFileOptions,
  make: () => Promise<Made>,
): Promise<Made> {
  return keyFile === undefined ? make() : new KeyFile(keyFile).keep(make);
}
