/** The errors that a call out of the sandbox rejects with: Errors of the guest's own world. */
import { cleanStack, rawStackCharsMax } from './clean-stack.ts';
import { define } from './define.ts';
import { defineProperty, ErrorConstructor, parseJson, slice } from './intrinsics.ts';
import { ownData } from './read-data.ts';

/** Made where the tool was called, for its stack: when the reply comes nobody is on it. */
export function errorHere(): Error {
  return new ErrorConstructor();
}

/** Makes `error` what the tool has thrown; `json` is a HostCallError. */
export function becomeThrown(error: Error, json: string): Error {
  const thrown = parseJson(json) as object;
  const code = ownData(thrown, 'code');
  const dataJson = ownData(thrown, 'dataJson');
  become(error, ownData(thrown, 'name') as string, ownData(thrown, 'message') as string);
  if (code !== undefined) addProperty(error, 'code', code);
  if (typeof dataJson === 'string') {
    try {
      addProperty(error, 'data', parseJson(dataJson));
    } catch {
      // A client that sends what is no JSON has sent no data.
    }
  }
  return error;
}

export function become(error: Error, name: string, message: string): Error {
  const frames = framesOf(error);
  define(error, 'name', name);
  define(error, 'message', message);
  define(error, 'stack', frames === '' ? `${name}: ${message}` : `${name}: ${message}\n${frames}`);
  return error;
}

function framesOf(error: Error): string {
  try {
    // A guest may have said how stacks are made, and make anything of them.
    const stack: unknown = error.stack;
    return typeof stack === 'string' ? cleanStack(slice(stack, 0, rawStackCharsMax)) : '';
  } catch {
    return '';
  }
}

function addProperty(error: Error, key: string, value: unknown): void {
  defineProperty(error, key, {
    // @ts-expect-error -- so that nothing the guest does to Object.prototype is seen through it
    __proto__: null,
    value,
    writable: true,
    configurable: true,
    enumerable: true,
  });
}
