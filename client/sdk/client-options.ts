/** How a client is made: what its user may say, and what it comes to. */
import { type ChannelCredentials, type ChannelOptions, credentials, Metadata } from '@grpc/grpc-js';
import { type Place, placeMetadata } from '../../shared/nodes/place.ts';
import { readApiKey } from '../../shared/tenants/api-key.ts';
import { type ClientTls, type SecureChannel, secureChannel } from './client-tls.ts';

export interface IsopodClientOptions {
  /** A coordinator: `HOST:PORT`, or any name gRPC resolves. Without a port, 50051 is taken. */
  readonly address: string;
  /** Whose executions these are; tenants never share a process. @default that of the key, or 'default' */
  readonly tenantId?: string;
  /** `isopod_…`, where the cluster asks for one: a tenant's, or an administrator's. @default none */
  readonly apiKey?: string;
  /** Where this client is, for clusters that run near to it. @default not said */
  readonly place?: Partial<Place>;
  /** TLS, and the certificates for it; `{}` for what is usual. @default in the clear */
  readonly tls?: ClientTls;
  /** In the place of `tls`, whatever gRPC can do. */
  readonly credentials?: ChannelCredentials;
  /** The largest message this client sends, which is the server's limit. @default 24 MB */
  readonly messageBytesMax?: number;
  /** The most unfinished executions of one stream, which is the server's limit. @default 10000 */
  readonly streamExecutionsMax?: number;
}

export interface ClientConfig {
  readonly address: string;
  readonly metadata: Metadata;
  readonly credentials: ChannelCredentials;
  readonly channelOptions: ChannelOptions;
  readonly messageBytesMax: number;
  readonly streamExecutionsMax: number;
}

const defaultPort = 50_051;
const megabyte = 2 ** 20;
/** A result and its logs at their ceilings, with their escapes, and room for a batch beside it. */
const receivedBytesMax = 64 * megabyte;

export function clientConfig(options: IsopodClientOptions | string): ClientConfig {
  const given = typeof options === 'string' ? { address: options } : options;
  const metadata = new Metadata();
  if (given.tenantId !== undefined) metadata.set('isopod-tenant', given.tenantId);
  if (given.apiKey !== undefined) metadata.set('authorization', `Bearer ${checked(given.apiKey)}`);
  for (const [key, value] of placeToMetadata(given.place ?? {})) metadata.set(key, value);
  const address = withPort(given.address.trim());
  const channel = channelOf(address, given);
  return {
    address,
    metadata,
    credentials: channel.credentials,
    channelOptions: {
      ...channel.channelOptions,
      // channelz keeps records of every call, which costs more than the call's own work.
      'grpc.enable_channelz': 0,
      'grpc.max_receive_message_length': receivedBytesMax,
      // The default of 64 KB costs a large result a round trip for each of them.
      'grpc-node.flow_control_window': 4 * megabyte,
    },
    messageBytesMax: given.messageBytesMax ?? 24 * megabyte,
    streamExecutionsMax: given.streamExecutionsMax ?? 10_000,
  };
}

function placeToMetadata({ region, zone, coordinates }: Partial<Place>): [string, string][] {
  const said: [string, string | undefined][] = [
    [placeMetadata.region, region],
    [placeMetadata.zone, zone],
    [placeMetadata.coordinates, coordinates && `${coordinates.latitude},${coordinates.longitude}`],
  ];
  return said.filter((entry): entry is [string, string] => Boolean(entry[1]));
}

/** What is wrong is not quoted: it may be nearly right. */
function checked(apiKey: string): string {
  const text = apiKey.trim();
  if (readApiKey(text)) return text;
  throw new TypeError('Could not make a client: its API key is none; was it copied whole?');
}

function channelOf(address: string, given: IsopodClientOptions): SecureChannel {
  if (given.credentials) return { credentials: given.credentials, channelOptions: {} };
  if (given.tls) return secureChannel(address, given.tls);
  return { credentials: credentials.createInsecure(), channelOptions: {} };
}

/** A name with a scheme, such as `dns:///isopod:50051`, is gRPC's own affair. */
function withPort(address: string): string {
  if (address === '') throw new TypeError('Could not make a client: its address is empty');
  if (/:\d+$|:\/\/|^[a-z]+:/.test(address)) return address;
  return `${address}:${defaultPort}`;
}
