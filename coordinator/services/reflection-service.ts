/**
 * Reflection, by which tools that have no .proto files learn the services. What reads .proto files
 * takes 100 ms to load, so it is loaded when somebody asks; until then calls wait as bytes.
 */
import { EventEmitter } from 'node:events';
import type {
  MethodDefinition,
  Server,
  ServerDuplexStream,
  ServiceDefinition,
  UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { Logger } from '../../shared/telemetry/logger.ts';
import { explained, toServiceError } from './call-errors.ts';

type ByteStream = ServerDuplexStream<Buffer, Buffer>;
type Handle = (stream: ByteStream) => void;

const versions = ['v1', 'v1alpha'] as const;
const method = 'ServerReflectionInfo';

export function addReflection(server: Pick<Server, 'addService'>, logger: Logger): void {
  let loading: Promise<Map<string, Handle>> | undefined;
  for (const version of versions) {
    const path = `/grpc.reflection.${version}.ServerReflection/${method}`;
    const answer = async (stream: ByteStream): Promise<void> => {
      loading ??= loadHandlers();
      (await loading).get(path)?.(stream);
    };
    server.addService(
      { [method]: bytesMethod(path) },
      {
        [method]: (stream: ByteStream) => {
          stream.on('error', () => {});
          answer(stream).catch((thrown: unknown) =>
            stream.emit('error', toServiceError(explained(thrown, logger))),
          );
        },
      },
    );
  }
}

function bytesMethod(path: string): MethodDefinition<Buffer, Buffer> {
  const same = (bytes: Buffer): Buffer => bytes;
  return {
    path,
    requestStream: true,
    responseStream: true,
    requestSerialize: same,
    requestDeserialize: same,
    responseSerialize: same,
    responseDeserialize: same,
  };
}

/** By the methods' paths. */
async function loadHandlers(): Promise<Map<string, Handle>> {
  const [{ ReflectionService }, { loadForReflection }] = await Promise.all([
    import('@grpc/reflection'),
    import('../../shared/wire/load-for-reflection.ts'),
  ]);
  const handlers = new Map<string, Handle>();
  // It offers itself to a server only.
  const listener = {
    addService(definition: ServiceDefinition, implementation: UntypedServiceImplementation): void {
      const described: MethodDefinition<object, object> | undefined = definition[method];
      const handle = implementation[method];
      if (!described || typeof handle !== 'function') return;
      handlers.set(described.path, (stream) => serve(stream, described, handle as ServeMessages));
    },
  };
  new ReflectionService(loadForReflection()).addToServer(listener);
  return handlers;
}

/** Hears `data` and `end` with messages, writes messages. */
type ServeMessages = (messages: EventEmitter) => void;

function serve(
  stream: ByteStream,
  { requestDeserialize, responseSerialize }: MethodDefinition<object, object>,
  handle: ServeMessages,
): void {
  const messages = Object.assign(new EventEmitter(), {
    write: (message: object) => stream.write(responseSerialize(message)),
    end: () => stream.end(),
  });
  handle(messages);
  stream.on('data', (bytes: Buffer) => messages.emit('data', requestDeserialize(bytes)));
  stream.on('end', () => messages.emit('end'));
}
