/**
 * The gRPC server and the socket it listens on. It has the socket to itself, so that it can close
 * it and go on with what runs: whoever dials then finds another coordinator.
 *
 *   new ──listen──▶ listening ──turnAway──▶ draining ──close──▶ closed
 */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket, type Server as SocketServer } from 'node:net';
import {
  experimental,
  Server,
  ServerCredentials,
  type ServerInterceptor,
  type ServerOptions,
} from '@grpc/grpc-js';
import type { Clock } from '../../shared/time/clock.ts';
import type { CertificateSource } from '../../shared/tls/certificate-source.ts';
import type { ConnectionEnds } from './peer-certificates.ts';

interface GrpcServerOptions {
  readonly messageBytesMax: number;
  readonly connectionAgeMsMax: number | undefined;
  readonly connectionAgeGraceMs: number;
  readonly connectionCallsMax: number;
  readonly interceptors: readonly ServerInterceptor[];
  /** Hears of each connection when it comes, and when it is over. */
  readonly connectionChanged: (ends: ConnectionEnds) => void;
  readonly clock: Clock;
}

type Injector = ReturnType<Server['createConnectionInjector']>;

interface Listening {
  readonly socket: SocketServer;
  readonly injector: Injector;
  readonly connections: ReadonlySet<Socket>;
  /** It is closed, and so is every connection that came by it. */
  readonly isOver: Promise<void>;
}

/** A peer that vanished is found by asking: it does not close its connection. */
const keepaliveTimeMs = 30_000;
const keepaliveTimeoutMs = 20_000;
/** There is no end to a calm drain; it ends when whoever drains says so. */
const calmMs = 2 ** 31 - 1;
/** How long what is cut off may take to say goodbye to. */
const cutMs = 100;

export class GrpcServer {
  /** For services to be added to. */
  readonly services: Server;
  readonly #connectionChanged: GrpcServerOptions['connectionChanged'];
  readonly #clock: Clock;
  #listening: Listening | undefined;

  constructor(options: GrpcServerOptions) {
    this.services = new Server(serverOptions(options));
    this.#connectionChanged = options.connectionChanged;
    this.#clock = options.clock;
  }

  /** Resolves with the port. Rejects where the address cannot be had. */
  async listen(host: string, port: number, certificates?: CertificateSource): Promise<number> {
    const injector = this.services.createConnectionInjector(credentialsOf(certificates));
    const connections = new Set<Socket>();
    const socket = createServer({ noDelay: true }, (connection) => {
      const { remoteAddress, remotePort, localAddress } = connection;
      const ends = { remoteAddress, remotePort, localAddress };
      connections.add(connection);
      this.#connectionChanged(ends);
      connection.once('close', () => {
        connections.delete(connection);
        this.#connectionChanged(ends);
      });
      injector.injectConnection(connection);
    });
    socket.listen({ host, port });
    await once(socket, 'listening');
    // A connection that could not be taken is nobody's fault here: its peer tries again.
    socket.on('error', () => {});
    const isOver = new Promise<void>((resolve) => socket.once('close', resolve));
    this.#listening = { socket, injector, connections, isOver };
    return (socket.address() as AddressInfo).port;
  }

  /** Takes no connections any more, and tells the peers of those that are there to go elsewhere. */
  turnAway(): void {
    this.#listening?.socket.close();
    this.#listening?.injector.drain(calmMs);
  }

  /** What is not done after `graceMs` is cut off. Resolves when no connection is left. */
  async close(graceMs: number): Promise<void> {
    if (!this.#listening) return;
    const { socket, injector, connections, isOver } = this.#listening;
    socket.close();
    // Neither tryShutdown nor forceShutdown of grpc-js 1.14, without channelz, knows all connections.
    injector.drain(graceMs);
    // Nor does drain know who has not begun to speak, or make those go who do not answer.
    const rest = this.#clock.setTimer(graceMs + cutMs, () => {
      for (const connection of connections) connection.destroy();
    });
    await isOver;
    rest.cancel();
    injector.destroy();
  }
}

function serverOptions(options: GrpcServerOptions): ServerOptions {
  const { messageBytesMax, connectionAgeMsMax, interceptors } = options;
  return {
    'grpc.max_receive_message_length': messageBytesMax,
    'grpc.max_send_message_length': messageBytesMax,
    'grpc.max_concurrent_streams': options.connectionCallsMax,
    // channelz counts every message of every connection; nobody reads it here.
    'grpc.enable_channelz': 0,
    'grpc.keepalive_time_ms': keepaliveTimeMs,
    'grpc.keepalive_timeout_ms': keepaliveTimeoutMs,
    ...(connectionAgeMsMax === undefined
      ? {}
      : {
          'grpc.max_connection_age_ms': connectionAgeMsMax,
          'grpc.max_connection_age_grace_ms': options.connectionAgeGraceMs,
        }),
    interceptors: [...interceptors],
  };
}

/** Peers may come without certificates: who needs one is asked for it by the service he calls. */
function credentialsOf(certificates: CertificateSource | undefined): ServerCredentials {
  if (!certificates) return ServerCredentials.createInsecure();
  // grpc-js 1.14 takes the two sources in the other order than its types say; this is both.
  return experimental.createCertificateProviderServerCredentials(
    certificates,
    certificates.hasAuthorities ? certificates : null,
    false,
  );
}
