/**
 * Errors whose name and message the runtime knows without asking them: a DOMException has both
 * behind getters, which a guest may have replaced.
 */
import { WeakMapConstructor, weakMapGet, weakMapSet } from './intrinsics.ts';

export interface ErrorNames {
  readonly name: string;
  readonly message: string;
}

const named = new WeakMapConstructor<object, ErrorNames>();

export function nameError(error: object, name: string, message: string): void {
  const names = { __proto__: null, name, message } as ErrorNames;
  weakMapSet(named, error, names);
}

export function namesOf(error: object): ErrorNames | undefined {
  return weakMapGet(named, error);
}
