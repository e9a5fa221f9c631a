import { expect, test } from 'vitest';
import { newToken } from '../../../../shared/random/system-random.ts';
import { newApiKey } from '../../../../shared/tenants/api-key.ts';
import { usualPolicy } from '../../../../shared/tenants/tenant-policy.ts';
import { exampleAdminKey, exampleTenancy } from '../../../support/example-tenants.ts';

const nothing = { authorization: undefined, tenantId: undefined };
const bearer = (key: string) => ({ ...nothing, authorization: `Bearer ${key}` });

/** With a tenant that has a key. */
async function withKey(adminKeyHashes: readonly string[]) {
  const { tenancy } = await exampleTenancy({ adminKeyHashes });
  await tenancy.registry.create('acme', usualPolicy);
  const { text } = await tenancy.registry.createKey('acme', '');
  return { tenancy, authenticator: tenancy.authenticator, key: text };
}

test('Authenticator believes whoever shows nothing while no administrator’s key is configured', async () => {
  const { authenticator } = await withKey([]);
  expect(authenticator.tenant(nothing).tenantId).toBe('default');
  expect(authenticator.tenant({ ...nothing, tenantId: 'other' }).tenantId).toBe('other');
  expect(() => authenticator.admin(nothing)).not.toThrow();
});

test('Authenticator knows a tenant by its key, and lets it name nobody else', async () => {
  for (const adminKeyHashes of [[], [exampleAdminKey().secretHash]]) {
    const { authenticator, key } = await withKey(adminKeyHashes);
    expect(authenticator.tenant(bearer(key)).tenantId).toBe('acme');
    expect(authenticator.tenant({ ...bearer(key), tenantId: 'acme' }).tenantId).toBe('acme');
    expect(() => authenticator.tenant({ ...bearer(key), tenantId: 'other' })).toThrow(
      expect.objectContaining({ reason: 'PERMISSION_DENIED' }),
    );
    expect(() => authenticator.admin(bearer(key))).toThrow(
      expect.objectContaining({ reason: 'PERMISSION_DENIED' }),
    );
  }
});

test('Authenticator takes the scheme in whatever case', async () => {
  const { authenticator, key } = await withKey([]);
  const shown = { ...nothing, authorization: `bEARER  ${key}` };
  expect(authenticator.tenant(shown).tenantId).toBe('acme');
});

test('Authenticator asks everybody for a key where one is configured', async () => {
  const { authenticator } = await withKey([exampleAdminKey().secretHash]);
  const asked = expect.objectContaining({ reason: 'UNAUTHENTICATED' });
  expect(() => authenticator.tenant(nothing)).toThrow(asked);
  expect(() => authenticator.tenant({ ...nothing, tenantId: 'acme' })).toThrow(asked);
  expect(() => authenticator.admin(nothing)).toThrow(asked);
});

test('Authenticator says the same of a key that never was and of one that was revoked', async () => {
  const { tenancy, authenticator, key } = await withKey([]);
  const sayingOf = (text: string): string => {
    try {
      authenticator.tenant(bearer(text));
    } catch (error) {
      return String(error);
    }
    throw new Error('the key was taken');
  };
  const unknown = sayingOf(newApiKey(newToken()).text);
  await tenancy.registry.revokeKey(key.split('_')[1] ?? '');
  expect(sayingOf(key)).toBe(unknown);
  expect(unknown).toContain('is wrong, or was revoked');
});

test('Authenticator takes each of several administrators’ keys, for what is theirs only', async () => {
  const [one, other] = [exampleAdminKey(), exampleAdminKey()];
  const { authenticator } = await withKey([one.secretHash, other.secretHash]);
  authenticator.admin(bearer(one.text));
  authenticator.admin(bearer(other.text));
  expect(() => authenticator.tenant(bearer(one.text))).toThrow(
    expect.objectContaining({ reason: 'PERMISSION_DENIED' }),
  );
  expect(() => authenticator.admin(bearer(exampleAdminKey().text))).toThrow(
    expect.objectContaining({ reason: 'UNAUTHENTICATED' }),
  );
});

test('Authenticator refuses a name that no tenant can have', async () => {
  const { authenticator } = await withKey([]);
  for (const tenantId of ['', '../acme', 'a b', 'x'.repeat(65)])
    expect(() => authenticator.tenant({ ...nothing, tenantId })).toThrow(
      expect.objectContaining({
        fieldViolations: [expect.objectContaining({ field: 'isopod-tenant' })],
      }),
    );
});
