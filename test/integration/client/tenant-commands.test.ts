import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommandLine } from '../../../client/cli/command-line.ts';
import { readApiKey } from '../../../shared/tenants/api-key.ts';
import { systemClock } from '../../../shared/time/system-clock.ts';
import { capturedTerminal } from '../../support/captured-terminal.ts';
import { LiveCoordinator } from '../../support/live-coordinator.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function isopod(...args: readonly string[]) {
  const terminal = capturedTerminal({ isForPeople: false });
  const interruption = new AbortController().signal;
  const status = await runCommandLine(args, { terminal, clock: systemClock(), interruption });
  return { status, ...terminal.written };
}

/** A coordinator whose administrator's key was made by the command, and what to add to commands. */
async function started() {
  const keyFile = join(temporaryFolder(), 'admin.key');
  const { out: hash } = await isopod('keys', 'admin', '--key-file', keyFile);
  const coordinator = await LiveCoordinator.start({ adminKeyHashes: [hash.trim()] });
  const at = ['--server', coordinator.address];
  return { coordinator, at, asAdmin: [...at, '--api-key-file', keyFile, '--json'], keyFile };
}

const jsonOf = ({ out }: { readonly out: string }) => JSON.parse(out) as Record<string, unknown>;

test('isopod keys admin prints a key and its hash, or leaves the key in a file of its owner', async () => {
  const shown = jsonOf(await isopod('keys', 'admin', '--json'));
  expect(readApiKey(String(shown['key']))).toMatchObject({ secretHash: shown['hash'] });
  const { out } = await isopod('keys', 'admin');
  expect(out).toMatch(/^key {3}isopod_\S+\nhash {2}[0-9a-f]{64}\n$/);
  const { keyFile } = await started();
  expect(readApiKey(readFileSync(keyFile, 'utf8').trim())).toBeDefined();
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  const again = await isopod('keys', 'admin', '--key-file', keyFile);
  expect(again).toMatchObject({ status: 64, out: '' });
});

test('isopod tenants makes, shows, changes and deletes tenants', async () => {
  const { asAdmin } = await started();
  const made = await isopod('tenants', 'create', 'acme', '--executions', '5', ...asAdmin);
  expect(jsonOf(made)).toMatchObject({
    tenant: { tenantId: 'acme', revision: 1, policy: { weight: 1, quotas: { executionsMax: 5 } } },
  });
  await isopod('tenants', 'update', 'acme', '--weight', '9', ...asAdmin);
  expect(jsonOf(await isopod('tenants', 'show', 'acme', ...asAdmin))).toMatchObject({
    tenant: { revision: 2, policy: { weight: 9, quotas: { executionsMax: 5 } } },
    usage: { executions: 0, callsAccepted: 0 },
  });
  const forPeople = asAdmin.filter((word) => word !== '--json');
  expect((await isopod('tenants', 'list', ...forPeople)).out).toBe(
    'TENANT  WEIGHT  CALLS/S  EXECUTIONS  CPU S/MIN  EGRESS  KEYS\nacme    9       any      5           any        all     0\n',
  );
  expect((await isopod('tenants', 'show', 'acme', ...forPeople)).out).toMatch(/weight +9\n/);
  await isopod('tenants', 'delete', 'acme', ...asAdmin);
  expect(jsonOf(await isopod('tenants', 'list', ...asAdmin))).toEqual({ tenants: [] });
  expect((await isopod('tenants', 'show', 'acme', ...asAdmin)).status).toBe(9);
  const wrong = await isopod('tenants', 'create', 'acme', '--weight', '0', ...asAdmin);
  expect(wrong.status).toBe(64);
  expect((await isopod('tenants', 'create', 'a b', ...asAdmin)).status).toBe(64);
});

test('isopod keys makes a key that works until it is revoked', async () => {
  const { at, asAdmin } = await started();
  await isopod('tenants', 'create', 'acme', ...asAdmin);
  const keyFile = join(temporaryFolder(), 'acme.key');
  const made = jsonOf(
    await isopod(
      'keys',
      'create',
      'acme',
      '--description',
      'a test',
      '--key-file',
      keyFile,
      ...asAdmin,
    ),
  );
  expect(made).toMatchObject({ apiKey: { tenantId: 'acme', description: 'a test' } });
  const { keyId } = made['apiKey'] as { readonly keyId: string };
  expect(JSON.stringify(made)).not.toContain(readFileSync(keyFile, 'utf8').trim());
  const asTenant = [...at, '--api-key-file', keyFile];
  expect((await isopod('functions', 'list', ...asTenant)).status).toBe(0);
  expect((await isopod('nodes', ...asTenant)).status).toBe(77);
  expect((await isopod('functions', 'list', ...at)).status).toBe(77);
  expect(jsonOf(await isopod('keys', 'list', 'acme', ...asAdmin))).toMatchObject({
    apiKeys: [{ keyId, description: 'a test' }],
  });
  expect((await isopod('keys', 'revoke', keyId, ...asAdmin)).status).toBe(0);
  expect((await isopod('functions', 'list', ...asTenant)).status).toBe(77);
});

test('a key file is not left behind where no key was made', async () => {
  const { asAdmin } = await started();
  const keyFile = join(temporaryFolder(), 'none.key');
  const { status } = await isopod('keys', 'create', 'nobody', '--key-file', keyFile, ...asAdmin);
  expect(status).toBe(9);
  expect(existsSync(keyFile)).toBe(false);
});

test('what is no API key is refused before anybody is asked, and not shown', async () => {
  for (const key of ['isopod_secret', 'x'.repeat(69)]) {
    const { status, err } = await isopod('nodes', '--server', '127.0.0.1:1', '--api-key', key);
    expect(status).toBe(64);
    expect(err).toContain('Could not use the API key: it is none');
    expect(err).not.toContain(key);
  }
});
