/** Where a command's cluster is, who asks, and how each knows the other. */
import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { readApiKey } from '../../shared/tenants/api-key.ts';
import type { IsopodClientOptions } from '../sdk/client-options.ts';
import { UsageMistake } from './usage-mistake.ts';

export interface ConnectionOptions {
  readonly tenant?: string;
  readonly tls?: boolean;
  /** Paths of PEM files. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly apiKey?: string;
  /** A file that holds it. */
  readonly apiKeyFile?: string;
}

const apiKeyHelp =
  'an API key; every user of this machine sees it here: give it as a variable or a file';

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
    .addOption(new Option('--key <file>', 'a PEM file with its key').env('ISOPOD_KEY'))
    .addOption(new Option('--api-key <key>', apiKeyHelp).env('ISOPOD_API_KEY'))
    .addOption(
      new Option('--api-key-file <file>', 'a file that holds an API key').env(
        'ISOPOD_API_KEY_FILE',
      ),
    );
}

/** Throws UsageMistake where files cannot be read. */
export function clientOptionsOf(address: string, options: ConnectionOptions): IsopodClientOptions {
  const { tenant, tls, ca, cert, key } = options;
  if ((cert === undefined) !== (key === undefined))
    throw new UsageMistake('Could not use a certificate: --cert and --key belong together');
  const apiKey = apiKeyOf(options);
  const isSecure = tls || ca !== undefined || cert !== undefined;
  return {
    address,
    ...(tenant === undefined ? {} : { tenantId: tenant }),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(isSecure
      ? {
          tls: {
            ...(ca === undefined ? {} : { authorities: readNamedFile(ca) }),
            ...(cert === undefined ? {} : { certificate: readNamedFile(cert) }),
            ...(key === undefined ? {} : { key: readNamedFile(key) }),
          },
        }
      : {}),
  };
}

function apiKeyOf({ apiKey, apiKeyFile }: ConnectionOptions): string | undefined {
  if (apiKey !== undefined && apiKeyFile !== undefined)
    throw new UsageMistake('Could not use an API key: it is given, and a file that holds one, too');
  const given = apiKeyFile === undefined ? apiKey : readNamedFile(apiKeyFile).toString('utf8');
  const text = given?.trim();
  if (text === undefined || readApiKey(text)) return text;
  // It is not quoted: it may be nearly right.
  throw new UsageMistake('Could not use the API key: it is none; was it copied whole?');
}

function serverAddress(given: string): string {
  if (given !== '' && !given.includes('://')) return given;
  throw new InvalidArgumentError('It must be HOST:PORT.');
}

function readNamedFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageMistake(`Could not read ${path}: ${why}`);
  }
}
