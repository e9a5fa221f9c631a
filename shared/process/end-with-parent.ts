/**
 * Lets a program end when the one that started it is gone, however that one ended: the kernel
 * closes a dead process's pipes.
 */
import { Socket } from 'node:net';

/**
 * Calls `onEnd` once when the descriptor, a pipe from the parent, reaches its end. Does not keep
 * the process alive. Does nothing where there is no descriptor.
 */
export function endWithParent(fd: number | undefined, onEnd: () => void): void {
  if (fd === undefined) return;
  const pipe = new Socket({ fd, readable: true, writable: false });
  pipe.on('error', () => pipe.destroy());
  pipe.once('close', onEnd);
  pipe.resume();
  pipe.unref();
}
