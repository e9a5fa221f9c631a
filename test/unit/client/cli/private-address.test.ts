import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findPrivateAddress } from '../../../../client/cli/private-address.ts';
import { seededRandom } from '../../../../shared/random/random.ts';

test('findPrivateAddress finds where one can listen, and nobody but this machine can come', async () => {
  const { host, port } = await findPrivateAddress(seededRandom(1));
  expect(host).toMatch(/^127(\.\d{1,3}){3}$/);
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  server.close();
});

test('findPrivateAddress gives each run an address of its own', async () => {
  const random = seededRandom(1);
  const addresses = [await findPrivateAddress(random), await findPrivateAddress(random)];
  expect(addresses[0]?.host).not.toBe(addresses[1]?.host);
});
