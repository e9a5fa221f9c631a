/**
 * The global scope as packages see it that are bundled into the web APIs, where they look at it
 * when they are loaded: nothing of what they are there to bring, or they would ask for themselves.
 */
import { guestGlobal } from './kit.ts';

class NoSharedArrayBuffer {
  get byteLength(): number {
    throw new TypeError('There is no shared memory here');
  }

  get growable(): boolean {
    throw new TypeError('There is no shared memory here');
  }
}

const shared: unknown = Reflect.get(guestGlobal, 'SharedArrayBuffer') ?? NoSharedArrayBuffer;

export const packageWorld = { SharedArrayBuffer: shared, decodeURIComponent };
export { shared as SharedArrayBuffer };
