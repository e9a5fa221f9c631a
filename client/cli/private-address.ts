/**
 * Where the cluster of one run will listen, known before it does, so that all of it can start at
 * the same time.
 *
 * All of 127.0.0.0/8 is this machine. On an address that nobody else uses, a port that is free
 * stays free: only a program that listens on every address could still take it.
 */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Random } from '../../shared/random/random.ts';

export interface PrivateAddress {
  readonly host: string;
  readonly port: number;
}

export async function findPrivateAddress(random: Random): Promise<PrivateAddress> {
  const byte = (): number => 1 + Math.floor(random.next() * 254);
  const host = `127.${byte()}.${byte()}.${byte()}`;
  const server = createServer();
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return { host, port };
}
