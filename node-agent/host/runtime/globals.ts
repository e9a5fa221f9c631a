/**
 * What a guest finds in its global scope beyond the language, and what of the language it does
 * not find: whatever runs later than the run it belongs to, or blocks a thread.
 */
import { consoleMethod, levelNumber } from './console.ts';
import { define } from './define.ts';
import {
  apply,
  deleteProperty,
  globalObject,
  PromiseConstructor,
  promiseThen,
  TypeErrorConstructor,
} from './intrinsics.ts';
import { clearTimer, setInterval, setTimeout } from './timers.ts';
import { installTools } from './tools.ts';
import { installLazyGlobals } from './web/lazy-globals.ts';

export function installGlobals(): void {
  const log = consoleMethod(levelNumber('LOG'));
  define(globalObject, 'console', {
    debug: consoleMethod(levelNumber('DEBUG')),
    error: consoleMethod(levelNumber('ERROR')),
    info: consoleMethod(levelNumber('INFO')),
    log,
    warn: consoleMethod(levelNumber('WARN')),
  });
  define(globalObject, 'setTimeout', setTimeout);
  define(globalObject, 'setInterval', setInterval);
  define(globalObject, 'clearTimeout', (id?: unknown) => clearTimer(id));
  define(globalObject, 'clearInterval', (id?: unknown) => clearTimer(id));
  define(globalObject, 'queueMicrotask', queueMicrotask);
  installLazyGlobals();
  installTools();
}

/** Before guest code comes: the runtime's own reading of the language is done. */
export function removeWhatOutlivesRuns(): void {
  deleteProperty(Atomics, 'waitAsync');
  // The specification lets a collector never call back; one that does would run a dead run's code.
  define(FinalizationRegistry.prototype, 'register', function register() {});
}

const settled = PromiseConstructor.resolve();

function queueMicrotask(callback: unknown): void {
  if (typeof callback !== 'function') {
    throw new TypeErrorConstructor(
      `The microtask could not be queued: its callback is of type ${typeof callback}`,
    );
  }
  // Unbound from its own `then`, so that what it throws is an unhandled rejection.
  promiseThen(settled, () => {
    apply(callback as () => unknown, undefined, []);
  });
}
