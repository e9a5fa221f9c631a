import { expect, test } from 'vitest';
import { codesPerHost } from '../../../../node-agent/pool/hosting-config.ts';

const megabyte = 2 ** 20;

test.each([
  [1_280, 32],
  [1_536, 128],
  [2_304, 512],
  [65_536, 512],
])('codesPerHost gives a host of %i MB room for %i codes', (hostMegabytes, codes) => {
  expect(codesPerHost(hostMegabytes * megabyte)).toBe(codes);
});
