/** A server for what programs fetch, which remembers what it was asked and who hung up. */
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type Answer = (request: ReceivedRequest, response: ServerResponse) => void;

export class EgressServer {
  readonly received: ReceivedRequest[] = [];
  readonly sockets = new Set<Socket>();
  readonly port: number;
  connections = 0;

  private constructor(server: Server, port: number) {
    this.port = port;
    server.on('connection', (socket) => {
      this.connections++;
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => {});
    });
  }

  /** Until the test is over. */
  static async start(
    answer: Answer,
    tls?: { readonly key: string; readonly cert: string },
    host = '127.0.0.1',
  ): Promise<EgressServer> {
    const listener = (request: IncomingMessage, response: ServerResponse): void => {
      void text(request).then(
        (body) => {
          const { method = '', url: path = '', headers } = request;
          const received = { method, path, headers, body };
          it.received.push(received);
          answer(received, response);
        },
        () => {},
      );
    };
    const server = tls ? createTlsServer(tls, listener) : createServer(listener);
    server.listen(0, host);
    await once(server, 'listening');
    const it = new EgressServer(server, (server.address() as AddressInfo).port);
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return it;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }
}
