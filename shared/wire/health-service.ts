/**
 * grpc.health.v1, the health of a server by its services' names, as every gRPC tool asks for it:
 * https://github.com/grpc/grpc/blob/master/doc/health-checking.md
 * Its four messages are written here by hand: a library for them reads .proto files, which takes a
 * tenth of a second of a program's start.
 */
import type { MethodDefinition } from '@grpc/grpc-js';
import { ProtoReader } from './proto-reader.ts';
import { ProtoWriter } from './proto-writer.ts';

/** In the order of their numbers. */
const servingStatuses = ['UNKNOWN', 'SERVING', 'NOT_SERVING', 'SERVICE_UNKNOWN'] as const;
export type ServingStatus = (typeof servingStatuses)[number];

export interface HealthRequest {
  /** The service's full name; empty for the server as a whole. */
  readonly service: string;
}

export interface HealthResponse {
  readonly status: ServingStatus;
}

export interface HealthListResponse {
  /** By the services' names. */
  readonly statuses: ReadonlyMap<string, ServingStatus>;
}

/** Tags of fields: number × 8, and 2 for what has a length. */
const tags = { service: 10, status: 8, entry: 10, key: 10, value: 18 };
const lengthWidth = 1;
const writer = new ProtoWriter();

const request = codec<HealthRequest>(
  ({ service }) => writer.string(tags.service, service),
  (reader) => {
    let service = '';
    readFields(reader, { [tags.service]: () => (service = reader.string()) });
    return { service };
  },
);

const response = codec<HealthResponse>(
  ({ status }) => writer.uint32(tags.status, servingStatuses.indexOf(status)),
  (reader) => ({ status: readStatus(reader) }),
);

const listRequest = codec<object>(
  () => {},
  (reader) => {
    readFields(reader, {});
    return {};
  },
);

const listResponse = codec<HealthListResponse>(
  ({ statuses }) => {
    for (const [service, status] of statuses) {
      const entry = writer.begin(tags.entry, lengthWidth);
      writer.string(tags.key, service);
      const value = writer.begin(tags.value, lengthWidth);
      writer.uint32(tags.status, servingStatuses.indexOf(status));
      writer.end(value, lengthWidth);
      writer.end(entry, lengthWidth);
    }
  },
  (reader) => {
    const statuses = new Map<string, ServingStatus>();
    readFields(reader, { [tags.entry]: () => readEntry(reader, statuses) });
    return { statuses };
  },
);

export const healthService = {
  Check: method('Check', request, response, false),
  Watch: method('Watch', request, response, true),
  List: method('List', listRequest, listResponse, false),
};

interface Codec<Message> {
  readonly encode: (message: Message) => Buffer;
  readonly decode: (bytes: Buffer) => Message;
}

function codec<Message>(
  write: (message: Message) => void,
  read: (reader: ProtoReader) => Message,
): Codec<Message> {
  return {
    encode: (message) => {
      writer.start();
      write(message);
      return writer.finish();
    },
    decode: (bytes) => read(new ProtoReader(bytes)),
  };
}

function readEntry(reader: ProtoReader, statuses: Map<string, ServingStatus>): void {
  let service = '';
  let status: ServingStatus = 'UNKNOWN';
  const outerEnd = reader.enter();
  readFields(reader, {
    [tags.key]: () => (service = reader.string()),
    [tags.value]: () => {
      const end = reader.enter();
      status = readStatus(reader);
      reader.leave(end);
    },
  });
  reader.leave(outerEnd);
  statuses.set(service, status);
}

/** Of one that this version does not know: UNKNOWN. */
function readStatus(reader: ProtoReader): ServingStatus {
  let status: ServingStatus = 'UNKNOWN';
  readFields(reader, {
    [tags.status]: () => (status = servingStatuses[reader.uint32()] ?? 'UNKNOWN'),
  });
  return status;
}

function readFields(reader: ProtoReader, readers: Readonly<Record<number, () => void>>): void {
  while (reader.hasMore) {
    const tag = reader.uint32();
    const read = readers[tag];
    if (read) read();
    else reader.skip(tag);
  }
}

function method<Request, Response>(
  name: string,
  requests: Codec<Request>,
  responses: Codec<Response>,
  responseStream: boolean,
): MethodDefinition<Request, Response> {
  return {
    path: `/grpc.health.v1.Health/${name}`,
    requestStream: false,
    responseStream,
    requestSerialize: requests.encode,
    requestDeserialize: requests.decode,
    responseSerialize: responses.encode,
    responseDeserialize: responses.decode,
  };
}
