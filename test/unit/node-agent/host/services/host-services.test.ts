import { expect, test } from 'vitest';
import {
  hostServices,
  type ServiceValue,
} from '../../../../../node-agent/host/runtime/web/host-service-protocol.ts';
import { hostServicesOf } from '../../../../../node-agent/host/services/host-services.ts';

const { call } = hostServicesOf(new Map([['url', 'the text']]))();

test('the services give the text of a part, and of nothing else', () => {
  expect(call(hostServices.partSource, 'url')).toBe('the text');
  expect(call(hostServices.partSource, '../../../etc/passwd')).toBeUndefined();
  expect(call(hostServices.partSource, undefined)).toBeUndefined();
});

test('the services refuse what is not to be had, and never throw', () => {
  const odd: ServiceValue[] = [undefined, -1, 65_537, NaN, 'text', new Uint8Array(3)];
  for (const value of odd) expect(call(hostServices.randomBytes, value)).toBeUndefined();
  for (const service of [-1, 99, NaN]) expect(call(service, 'x')).toBeUndefined();
  expect(call(hostServices.domainToAscii, 'a'.repeat(100_000))).toBe('');
  expect(call(hostServices.domainToAscii, { toString: 1 } as never)).toBe('');
});

test('bytes that the services give have a buffer of their own', () => {
  const bytes = call(hostServices.randomBytes, 16) as Uint8Array;
  expect(bytes.buffer.byteLength).toBe(16);
});
