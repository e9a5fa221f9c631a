import { expect, test } from 'vitest';
import type { ServiceValue } from '../../../../../node-agent/host/runtime/web/host-service-protocol.ts';
import { CryptoService } from '../../../../../node-agent/host/services/crypto-service.ts';

const data = new Uint8Array([1, 2, 3]);

test('CryptoService answers bytes of their own buffer', () => {
  const service = new CryptoService();
  const digest = service.compute(['digest', '{"hash":"SHA-256"}', data]) as Uint8Array;
  expect([digest.length, digest.buffer.byteLength]).toEqual([32, 32]);
});

test('CryptoService says why not, in words of its own', () => {
  const service = new CryptoService();
  const odd: ServiceValue[][] = [
    [],
    ['digest'],
    ['digest', 'no json', data],
    ['digest', 'null', data],
    ['digest', '{"hash":"MD5"}', data],
    ['digest', '{"hash":"__proto__"}', data],
    ['constructor', '{}', data],
    ['aes-cbc', '{"direction":"encrypt"}', data, data, data],
    ['import', '{"format":"pkcs8"}', data],
    ['import', '{"format":"raw","curve":"P-256"}', data],
    ['import', '{"format":"jwk"}', Buffer.from('{"kty":"RSA","n":"AQ","e":"AQ"}')],
    ['sign', '{"scheme":"eddsa","type":"private"}', data, data],
    ['agree', '{}', data, data],
    ['generate', '{"kind":"rsa","modulusLength":1e9,"publicExponent":3}'],
    ['generate', '{"kind":"dsa"}'],
    ['pbkdf2', '{"hash":"SHA-1","byteCount":1e9,"iterations":1}', data, data],
    ['pbkdf2', `{"hash":"SHA-1","x":"${'x'.repeat(5_000)}"}`, data, data],
  ];
  for (const args of odd) {
    expect(service.compute(args)).toMatch(/^(OperationError|DataError|NotSupportedError): [\w -]+/);
  }
});

test('CryptoService makes one long thing at a time, and gives it once', async () => {
  const service = new CryptoService();
  const args = ['pbkdf2', '{"hash":"SHA-1","byteCount":8,"iterations":10}', data, data];
  const ticket = service.begin(args) as number;
  expect(service.begin(args)).toMatch(/^OperationError/);
  expect(service.result(ticket + 1)).toMatch(/^OperationError/);
  await expect.poll(() => service.result(ticket)).toBeInstanceOf(Uint8Array);
  expect(service.result(ticket)).toMatch(/^OperationError/);
});
