/**
 * A folder that one process at a time may write to. The lock is an abstract socket named after the
 * folder: the kernel gives it up when its process ends, however that ends, so none is left over.
 * It is seen on this machine only, and within one network namespace.
 */
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { realpath } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';

export class FolderLock {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Rejects with EADDRINUSE when another process has it. The folder is there. */
  static async take(folder: string): Promise<FolderLock> {
    const name = hash('sha256', await realpath(folder)).slice(0, 40);
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.listen(`\0isopod-folder-${name}`);
    await once(server, 'listening');
    return new FolderLock(server);
  }

  release(): void {
    this.#server.close();
  }
}
