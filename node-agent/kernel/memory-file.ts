/**
 * Files that are in no folder: memory with a descriptor, which a child process can be handed and
 * which is gone with the last process that holds it, whatever its end.
 *
 * What a seal forbids is forbidden to everybody for good: memfd_create(2), fcntl(2).
 */
import { fcntl, memfdCreate } from './libc.ts';

const closeOnExec = 0x1; // MFD_CLOEXEC
const allowSealing = 0x2; // MFD_ALLOW_SEALING
const addSeals = 1033; // F_ADD_SEALS
const sealSeal = 0x1; // F_SEAL_SEAL
const sealShrink = 0x2; // F_SEAL_SHRINK
const sealGrow = 0x4; // F_SEAL_GROW
const sealWrite = 0x8; // F_SEAL_WRITE

/** Its descriptor; `name` is for people who look into /proc. Throws LibcError. */
export function createMemoryFile(name: string): number {
  return memfdCreate(name, closeOnExec | allowSealing);
}

/** Fixes the file's size, or all of it. Throws LibcError. */
export function sealMemoryFile(descriptor: number, what: 'size' | 'content'): void {
  const size = sealSeal | sealShrink | sealGrow;
  fcntl(descriptor, addSeals, what === 'size' ? size : size | sealWrite);
}
