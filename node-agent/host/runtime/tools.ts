/**
 * `tools`: a function for each thing that the run's client does for it, by name, and nothing
 * else; what it does not do is `undefined`. A module that lives on may keep the functions: each
 * asks, when it is called, whether the run of that moment has it.
 */
import { stdinCallName } from '../../../shared/execution/stdin.ts';
import { define } from './define.ts';
import { callTool } from './host-calls.ts';
import {
  defineProperty,
  freeze,
  globalObject,
  indexOf,
  MapConstructor,
  mapGet,
  mapSet,
  PromiseConstructor,
  slice,
  TypeErrorConstructor,
} from './intrinsics.ts';
import { progress } from './progress.ts';
import { stdin } from './stdin.ts';

export interface CallContext {
  readonly tools: object;
  readonly progress: typeof progress;
  readonly stdin: typeof stdin;
}

const none = freeze({ __proto__: null });

const offered = {
  __proto__: null,
  /** As the host said them. */
  names: '',
  /** Among them is that of stdin, which is no tool of a guest's. */
  hasStdin: false,
  byName: new MapConstructor<string, true>(),
  /** What a module's function gets as its second argument. */
  context: freeze({ tools: none, progress, stdin }) as CallContext,
};

export function callContext(): CallContext {
  return offered.context;
}

/** Of what was offered last. */
export function offersStdin(): boolean {
  return offered.hasStdin;
}

export function installTools(): void {
  define(globalObject, 'tools', none);
}

/** `names` are apart by spaces, and empty for none. */
export function offerTools(names: string): void {
  if (names === offered.names) return;
  offered.names = names;
  offered.hasStdin = false;
  offered.byName = new MapConstructor<string, true>();
  const tools = { __proto__: null };
  for (let rest = names; rest !== ''; ) {
    const space = indexOf(rest, ' ');
    const name = space === -1 ? rest : slice(rest, 0, space);
    rest = space === -1 ? '' : slice(rest, space + 1);
    if (name === stdinCallName) {
      offered.hasStdin = true;
      continue;
    }
    mapSet(offered.byName, name, true);
    defineProperty(tools, name, {
      // @ts-expect-error -- so that nothing the guest does to Object.prototype is seen through it
      __proto__: null,
      value: toolOf(name),
      enumerable: true,
    });
  }
  freeze(tools);
  offered.context = freeze({ tools, progress, stdin });
  define(globalObject, 'tools', tools);
}

function toolOf(name: string): object {
  const tool = (argument?: unknown): Promise<unknown> => {
    if (mapGet(offered.byName, name) === true) return callTool(name, argument);
    return new PromiseConstructor((_resolve, reject) => {
      reject(new TypeErrorConstructor(`This run has no such tool: ${name}`));
    });
  };
  defineProperty(tool, 'name', { value: name });
  return freeze(tool);
}
