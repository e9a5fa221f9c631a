import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { openStores } from '../../../coordinator/open-stores.ts';
import { newToken } from '../../../shared/random/system-random.ts';
import type { Logger } from '../../../shared/telemetry/logger.ts';
import { newApiKey } from '../../../shared/tenants/api-key.ts';
import { exampleAdminKey } from '../../support/example-tenants.ts';
import { clientOf, guardedCoordinator, keyedTenant } from '../../support/guarded-coordinator.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const source = { source: '1 + 1' };
const wireSource = { text: '1 + 1' };

test('no secret of a key is in a log, an error or a file', async () => {
  const adminKey = exampleAdminKey();
  const lines: string[] = [];
  const folder = temporaryFolder();
  const keeping = { logger: writingLogger(lines), stores: await openStores(folder) };
  const { coordinator, admin } = await guardedCoordinator(keeping, adminKey);
  const acme = await keyedTenant({ coordinator, admin }, 'acme');
  const wrong = newApiKey(newToken());
  const errors: unknown[] = [];
  const attempt = (work: Promise<unknown>): Promise<unknown> =>
    work.catch((error: unknown) => errors.push(error));
  for (const apiKey of [adminKey.text, acme.key, wrong.text]) {
    const client = clientOf(coordinator, { apiKey, tenantId: 'other' });
    await attempt(client.execute(source));
    await attempt(client.openStream().execute(source));
    await attempt(client.tenants.create('acme'));
    // Where an id is asked for somebody may well put the whole.
    await attempt(admin.tenants.revokeKey(apiKey));
    await attempt(admin.tenants.get(apiKey));
  }
  for (const authorization of [`Bearer ${acme.key}x`, acme.key])
    await attempt(
      coordinator.execute({ source: wireSource }, { metadata: { authorization } }).answer,
    );
  await admin.tenants.revokeKey(acme.keyId);
  await coordinator.stop();
  expect(errors.length).toBeGreaterThan(10);
  expect(lines.length).toBeGreaterThan(3);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  expect(files.join()).toContain('acme');
  const written = inspect([errors, lines, files], { depth: 20, maxStringLength: null });
  for (const key of [adminKey.text, acme.key, wrong.text]) {
    const secret = key.split('_').slice(2).join('_');
    expect(written).not.toContain(secret);
    expect(written).not.toContain(Buffer.from(secret).toString('base64'));
  }
});

test('tenants and keys of a data folder are there when it is opened again', async () => {
  const adminKey = exampleAdminKey();
  const folder = temporaryFolder();
  const first = await guardedCoordinator({ stores: await openStores(folder) }, adminKey);
  const quotas = { callsPerSecondMax: 5 };
  const acme = await keyedTenant(first, 'acme', { weight: 7, quotas });
  await first.coordinator.stop();
  const second = await guardedCoordinator({ stores: await openStores(folder) }, adminKey);
  await second.coordinator.agent(() => ({}));
  await clientOf(second.coordinator, { apiKey: acme.key }).execute(source);
  expect((await second.admin.tenants.get('acme')).tenant).toMatchObject({
    policy: { weight: 7, quotas },
    apiKeyCount: 1,
  });
});

function writingLogger(lines: string[]): Logger {
  const write = (fields: object, message: string): void => {
    lines.push(inspect([fields, message], { depth: 20, maxStringLength: null }));
  };
  return {
    debug: write,
    info: write,
    warn: write,
    error: write,
    child: () => writingLogger(lines),
  };
}
