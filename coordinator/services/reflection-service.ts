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
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
import { explained, toServiceError } from './call-errors.ts';
import type { OpenWatches } from './open-watches.ts';

type ByteStream = ServerDuplexStream<Buffer, Buffer>;
type Handle = (stream: ByteStream) => void;

const versions = ['v1', 'v1alpha'] as const;
const method = 'ServerReflectionInfo';

interface ReflectionParts {
  readonly watches: OpenWatches;
  readonly logger: Logger;
}

export function addReflection(
  server: Pick<Server, 'addService'>,
  { watches, logger }: ReflectionParts,
): void {
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
          if (!watches.open(stream, () => {})) return;
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

/** Anybody may ask: one question at a time, so that a client that does not read has one answer waiting. */
function serve(
  stream: ByteStream,
  { requestDeserialize, responseSerialize }: MethodDefinition<object, object>,
  handle: ServeMessages,
): void {
  const messages = Object.assign(new EventEmitter(), {
    write: (message: object) => {
      stream.pause();
      stream.write(responseSerialize(message), () => stream.resume());
    },
    end: () => stream.end(),
  });
  handle(messages);
  stream.on('data', (bytes: Buffer) => {
    try {
      messages.emit('data', requestDeserialize(bytes));
    } catch (thrown) {
      // Nobody else would catch it: it would end the process.
      stream.emit('error', toServiceError(unreadable(thrown)));
    }
  });
  stream.on('end', () => messages.emit('end'));
}

function unreadable(cause: unknown): IsopodError {
  const message = 'Could not read the question: it is no ServerReflectionRequest';
  return new IsopodError('PROTOCOL_VIOLATION', message, { cause });
}
