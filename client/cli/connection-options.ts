/** Where a command's cluster is, who asks, and how each knows the other. */
import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { IsopodClientOptions } from '../sdk/client-options.ts';
import { UsageMistake } from './usage-mistake.ts';

export interface ConnectionOptions {
  readonly tenant?: string;
  readonly tls?: boolean;
  /** Paths of PEM files. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** `usualServer` is taken where none is given. */
export function addConnectionOptions(
  command: Command,
  serverDescription: string,
  usualServer?: string,
): Command {
  const server = new Option('--server <host:port>', serverDescription)
    .env('ISOPOD_SERVER')
    .argParser(serverAddress);
  return command
    .addOption(usualServer === undefined ? server : server.default(usualServer))
    .addOption(new Option('--tenant <id>', 'whose run it is').env('ISOPOD_TENANT'))
    .addOption(new Option('--tls', 'speak TLS with the cluster; --ca implies it').env('ISOPOD_TLS'))
    .addOption(
      new Option(
        '--ca <file>',
        "a PEM file with the authorities of the cluster's certificate (default: the usual ones)",
      ).env('ISOPOD_CA'),
    )
    .addOption(
      new Option('--cert <file>', 'a PEM file with your own certificate').env('ISOPOD_CERT'),
    )
    .addOption(new Option('--key <file>', 'a PEM file with its key').env('ISOPOD_KEY'));
}

/** Throws UsageMistake where files cannot be read. */
export function clientOptionsOf(
  address: string,
  { tenant, tls, ca, cert, key }: ConnectionOptions,
): IsopodClientOptions {
  if ((cert === undefined) !== (key === undefined))
    throw new UsageMistake('Could not use a certificate: --cert and --key belong together');
  const isSecure = tls || ca !== undefined || cert !== undefined;
  return {
    address,
    ...(tenant === undefined ? {} : { tenantId: tenant }),
    ...(isSecure
      ? {
          tls: {
            ...(ca === undefined ? {} : { authorities: readPem(ca) }),
            ...(cert === undefined ? {} : { certificate: readPem(cert) }),
            ...(key === undefined ? {} : { key: readPem(key) }),
          },
        }
      : {}),
  };
}

function serverAddress(given: string): string {
  if (given !== '' && !given.includes('://')) return given;
  throw new InvalidArgumentError('It must be HOST:PORT.');
}

function readPem(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageMistake(`Could not read ${path}: ${why}`);
  }
}
