/**
 * What a guest finds in its global scope beyond the language, and what of the language it does
 * not find: whatever runs later than the run it belongs to, or blocks a thread.
 */
import { consoleMethod, levelNumber } from './console.ts';
import { defineEarly } from './define.ts';
import {
  apply,
  create,
  defineProperty,
  deleteProperty,
  globalObject,
  objectPrototype,
  PromiseConstructor,
  promiseThen,
  TypeErrorConstructor,
  toStringTag,
} from './intrinsics.ts';
import { progress } from './progress.ts';
import { stdin } from './stdin.ts';
import { clearTimer, setInterval, setTimeout } from './timers.ts';
import { installTools } from './tools.ts';
import { addRareConsoleMethods } from './web/lazy-console.ts';
import { installLazyGlobals } from './web/lazy-globals.ts';

export function installGlobals(): void {
  defineEarly(globalObject, 'console', makeConsole());
  defineEarly(globalObject, 'setTimeout', setTimeout);
  defineEarly(globalObject, 'setInterval', setInterval);
  defineEarly(globalObject, 'clearTimeout', (id?: unknown) => clearTimer(id));
  defineEarly(globalObject, 'clearInterval', (id?: unknown) => clearTimer(id));
  defineEarly(globalObject, 'queueMicrotask', queueMicrotask);
  defineEarly(globalObject, 'progress', progress);
  defineEarly(globalObject, 'stdin', stdin);
  installLazyGlobals();
  installTools();
}

/** A namespace, whose rarer methods are brought when they are first called. */
function makeConsole(): object {
  const console = create(create(objectPrototype) as object) as Record<string, unknown>;
  console['debug'] = consoleMethod(levelNumber('DEBUG'));
  console['error'] = consoleMethod(levelNumber('ERROR'));
  console['info'] = consoleMethod(levelNumber('INFO'));
  console['log'] = consoleMethod(levelNumber('LOG'));
  console['warn'] = consoleMethod(levelNumber('WARN'));
  addRareConsoleMethods(console);
  defineProperty(console, toStringTag, { value: 'console', configurable: true });
  return console;
}

/** Before guest code comes: the runtime's own reading of the language is done. */
export function removeWhatOutlivesRuns(): void {
  deleteProperty(Atomics, 'waitAsync');
  // The specification lets a collector never call back; one that does would run a dead run's code.
  defineEarly(FinalizationRegistry.prototype, 'register', function register() {});
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
