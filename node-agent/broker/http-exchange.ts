/** One request and its response on one connection, which is gone with it. */
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { HeaderPair } from '../frames/fetch-call.ts';
import { FetchFailed, failureOfConnection } from './fetch-failed.ts';
import { GrowingBytes } from './growing-bytes.ts';

export interface OutgoingRequest {
  readonly method: string;
  readonly path: string;
  /** One after another: name, value, name, value. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array | undefined;
}

const headerBytesMax = 32 * 1024;
/** Responses that announce another one, such as 103. */
const interimMax = 8;

export class HttpExchange {
  readonly #socket: Socket;
  readonly #message: IncomingMessage;

  private constructor(socket: Socket, message: IncomingMessage) {
    this.#socket = socket;
    this.#message = message;
  }

  /** Resolves with the response's head. Rejects with FetchFailed; the socket is gone then. */
  static async begin(socket: Socket, outgoing: OutgoingRequest): Promise<HttpExchange> {
    try {
      const request = httpRequest({
        createConnection: () => socket,
        method: outgoing.method,
        path: outgoing.path,
        headers: outgoing.rawHeaders,
        maxHeaderSize: headerBytesMax,
        insecureHTTPParser: false,
      });
      const message = responseTo(request);
      request.end(outgoing.body);
      return new HttpExchange(socket, await message);
    } catch (error) {
      socket.destroy();
      throw failureOfConnection(error);
    }
  }

  get status(): number {
    return this.#message.statusCode ?? 0;
  }

  get statusText(): string {
    return this.#message.statusMessage ?? '';
  }

  get headers(): HeaderPair[] {
    const { rawHeaders } = this.#message;
    const pairs: HeaderPair[] = [];
    for (let index = 0; index < rawHeaders.length; index += 2)
      pairs.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
    return pairs;
  }

  header(lowerName: string): string | undefined {
    const value = this.#message.headers[lowerName];
    return Array.isArray(value) ? value.join(', ') : value;
  }

  /** @param take Called with each count of bytes before they are kept; throws to refuse them. */
  async readBody(take: (bytes: number) => void): Promise<Buffer> {
    const body = new GrowingBytes();
    try {
      for await (const chunk of this.#message as AsyncIterable<Buffer>) {
        take(chunk.length);
        body.push(chunk);
      }
      if (!this.#message.complete)
        throw new FetchFailed('CONNECTION_FAILED', 'The response ended before it was whole');
      return body.all();
    } catch (error) {
      throw failureOfConnection(error);
    } finally {
      this.close();
    }
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** Its listeners stay: whatever breaks later is found by whoever reads the body. */
function responseTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const refuse = (): void => {
      reject(new FetchFailed('RESPONSE_NOT_VALID', 'The server’s answer is no response'));
    };
    let interim = 0;
    request.on('information', () => {
      if (++interim > interimMax) refuse();
    });
    request.on('upgrade', refuse);
    request.on('error', reject);
    request.on('close', refuse);
    request.on('response', (message) => {
      message.on('error', () => {});
      resolve(message);
    });
  });
}
