/** Stands between a client and a server on this machine, and is as bad a network as a test wants. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Clock } from '../../shared/time/clock.ts';
import { systemClock } from '../../shared/time/system-clock.ts';

/** What becomes of what is sent, either way. */
type Weather =
  | { readonly name: 'fair' }
  | { readonly name: 'slow'; readonly delayMs: number }
  /** Nothing arrives, and nobody is told: a partition. */
  | { readonly name: 'silent' }
  /** Connections are ended, and new ones refused: the server is dead. */
  | { readonly name: 'cut' };

export class UnreliableProxy {
  readonly #server: Server;
  readonly #clock: Clock = systemClock();
  readonly #sockets = new Set<Socket>();
  #target: URL;
  #weather: Weather = { name: 'fair' };

  private constructor(server: Server, target: URL) {
    this.#server = server;
    this.#target = target;
  }

  static async start(targetUrl: string): Promise<UnreliableProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const proxy = new UnreliableProxy(server, new URL(targetUrl));
    server.on('connection', (socket) => proxy.#accept(socket));
    return proxy;
  }

  /** For a client, instead of the server's. */
  get url(): string {
    const url = new URL(this.#target);
    url.port = String((this.#server.address() as AddressInfo).port);
    return url.href;
  }

  /** A silent one does not come to: what was connected then stays dead. */
  set weather(weather: Weather) {
    const wasSilent = this.#weather.name === 'silent';
    this.#weather = weather;
    if (weather.name === 'cut' || (wasSilent && weather.name !== 'silent')) this.#endAll();
  }

  /** Another server in the place of the one that is dead. */
  retarget(targetUrl: string): void {
    this.#target = new URL(targetUrl);
    this.#endAll();
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#endAll();
    await once(this.#server, 'close');
  }

  #accept(client: Socket): void {
    if (this.#weather.name === 'cut') {
      client.destroy();
      return;
    }
    const server = connect(Number(this.#target.port), this.#target.hostname);
    this.#join(client, server);
    this.#join(server, client);
  }

  #join(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on('data', (bytes: Buffer) => this.#pass(bytes, to));
    from.on('error', () => {});
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
  }

  #pass(bytes: Buffer, to: Socket): void {
    const weather = this.#weather;
    if (weather.name === 'fair') to.write(bytes);
    else if (weather.name === 'slow') this.#clock.setTimer(weather.delayMs, () => to.write(bytes));
  }

  #endAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
