/**
 * What all clients together have not read. Each may leave some unread, and there may be many of them:
 * when it is much in all, each may leave less.
 */
const highBytes = 256 * 1024 * 1024;

export class UnreadTotal {
  #bytes = 0;

  /** It is much: whoever has more than a little is to have nothing more. */
  get isHigh(): boolean {
    return this.#bytes > highBytes;
  }

  /** By so many bytes more; fewer where it is negative. */
  change(bytes: number): void {
    this.#bytes += bytes;
  }
}
