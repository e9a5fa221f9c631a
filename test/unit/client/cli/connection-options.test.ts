import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { clientOptionsOf } from '../../../../client/cli/connection-options.ts';
import { newToken } from '../../../../shared/random/system-random.ts';
import { newApiKey } from '../../../../shared/tenants/api-key.ts';

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'isopod-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'file.pem'), text);
  return join(folder, 'file.pem');
}

test('a command speaks in the clear unless it is told of TLS', () => {
  expect(clientOptionsOf('a:1', {})).toEqual({ address: 'a:1' });
  expect(clientOptionsOf('a:1', { tenant: 't' })).toEqual({ address: 'a:1', tenantId: 't' });
});

test('a command that is told of TLS, or of a certificate, speaks TLS', () => {
  const [ca, cert, key] = [fileWith('ca'), fileWith('cert'), fileWith('key')];
  expect(clientOptionsOf('a:1', { tls: true })).toEqual({ address: 'a:1', tls: {} });
  expect(clientOptionsOf('a:1', { ca })).toEqual({
    address: 'a:1',
    tls: { authorities: Buffer.from('ca') },
  });
  expect(clientOptionsOf('a:1', { cert, key })).toEqual({
    address: 'a:1',
    tls: { certificate: Buffer.from('cert'), key: Buffer.from('key') },
  });
});

test('a command says what is wrong with certificates', () => {
  expect(() => clientOptionsOf('a:1', { cert: fileWith('') })).toThrow(
    'Could not use a certificate: --cert and --key belong together',
  );
  expect(() => clientOptionsOf('a:1', { ca: '/no/such/file' })).toThrow(
    'Could not read /no/such/file: ENOENT',
  );
});

test('a command takes an API key as it is given, or of a file', () => {
  const { text: apiKey } = newApiKey(newToken());
  expect(clientOptionsOf('a:1', { apiKey })).toEqual({ address: 'a:1', apiKey });
  expect(clientOptionsOf('a:1', { apiKeyFile: fileWith(`${apiKey}\n`) })).toEqual({
    address: 'a:1',
    apiKey,
  });
  expect(() => clientOptionsOf('a:1', { apiKey, apiKeyFile: fileWith(apiKey) })).toThrow(
    'Could not use an API key: it is given, and a file that holds one, too',
  );
  expect(() => clientOptionsOf('a:1', { apiKey: apiKey.slice(0, -1) })).toThrow(
    'Could not use the API key: it is none; was it copied whole?',
  );
});
