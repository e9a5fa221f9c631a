/**
 * A connection to a name at addresses that have been looked at already: nothing is resolved again,
 * and where it has come out is looked at once more before a byte is sent.
 */
import { once } from 'node:events';
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Destination } from '../../shared/egress/egress-rule.ts';
import type { AddressRules } from './address-rules.ts';
import { FetchFailed, failureOfConnection } from './fetch-failed.ts';

/** Not every server of a name with many addresses needs to be tried. */
const addressesTriedMax = 6;
/** One after another; Node's own 250 ms is less than a way round the world and back. */
const attemptMsMax = 1_000;

/** Rejects with FetchFailed. Whoever gets the socket destroys it; an abort does so too. */
export async function connectPinned(
  destination: Destination,
  addresses: readonly string[],
  rules: AddressRules,
  signal: AbortSignal,
): Promise<Socket> {
  const { hostname, port } = destination;
  signal.throwIfAborted();
  const socket = connectTcp({
    host: withoutBrackets(hostname),
    port,
    lookup: pinnedTo(addresses),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: attemptMsMax,
    noDelay: true,
    signal,
  });
  // At any time, also between two who listen; each finds it closed.
  socket.on('error', () => {});
  try {
    await once(socket, 'connect', { signal });
    if (!rules.permits(socket.remoteAddress ?? '', port))
      throw new FetchFailed('ADDRESS_NOT_ALLOWED', addressRefusal);
    return destination.protocol === 'https:' ? await secured(socket, hostname, signal) : socket;
  } catch (error) {
    socket.destroy();
    signal.throwIfAborted();
    throw failureOfConnection(error);
  }
}

export const addressRefusal = 'The address of the server is not one that may be reached';

async function secured(socket: Socket, hostname: string, signal: AbortSignal): Promise<Socket> {
  const host = withoutBrackets(hostname);
  const tls = connectTls({
    socket,
    host,
    // A server of an address has no name to be asked for; its certificate has to have the address.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ALPNProtocols: ['http/1.1'],
  });
  tls.on('error', () => {});
  try {
    await once(tls, 'secureConnect', { signal });
    return tls;
  } catch (error) {
    tls.destroy();
    throw error;
  }
}

function pinnedTo(addresses: readonly string[]): LookupFunction {
  const pinned = addresses
    .slice(0, addressesTriedMax)
    .map((address) => ({ address, family: isIP(address) }));
  return (_hostname, _options, callback) => callback(null, pinned);
}

export function withoutBrackets(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}
