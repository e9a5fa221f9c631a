import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { serverCheckOf } from '../../../../shared/tls/server-name.ts';
import { TestAuthority } from '../../../support/test-authority.ts';

test.each(['isopod.test:50051', 'isopod.test', 'dns:///isopod.test:50051', 'localhost:1'])(
  'a server dialled as %s is checked by its name, as gRPC does',
  (address) => {
    expect(serverCheckOf(address)).toEqual({ verifyOptions: {}, channelOptions: {} });
  },
);

test('a server may be checked by another name than it is dialled by', () => {
  expect(serverCheckOf('10.0.0.1:50051', 'isopod.test').channelOptions).toEqual({
    'grpc.ssl_target_name_override': 'isopod.test',
  });
});

test.each([
  '127.0.0.1:50051',
  '127.0.0.1',
  'ipv4:127.0.0.1:50051',
  'dns:///127.0.0.1:1',
  '[::1]:50051',
  '::1',
  'ipv6:[::1]:1',
])('a server dialled as %s is checked by its address, and not asked for by it', (address) => {
  const { verifyOptions, channelOptions } = serverCheckOf(address);
  expect(channelOptions).toEqual({ 'grpc.ssl_target_name_override': 'address.invalid' });
  const check = (names: readonly string[]): Error | undefined => {
    const { certificate } = new TestAuthority().issue(names);
    const legacy = new X509Certificate(readFileSync(certificate)).toLegacyObject();
    return verifyOptions.checkServerIdentity?.('address.invalid', legacy);
  };
  expect(check(['IP:127.0.0.1', 'IP:::1'])).toBeUndefined();
  expect(check(['IP:127.0.0.2', 'DNS:address.invalid'])).toBeInstanceOf(Error);
});
