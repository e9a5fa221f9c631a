/**
 * What the parts of the web APIs know of one another's objects when they are cloned. It is with
 * the runtime, so that there is one of it.
 */
export interface CloneOperations {
  /** Makes another object that is worth the same. Absent where there can be none. */
  readonly clone?: (object: never) => object;
}

const operations = new WeakMap<object, CloneOperations>();

/** Instances of the interface with this prototype are cloned so; without `clone`, they are not. */
export function addPlatformPrototype(prototype: object, clone: CloneOperations = {}): void {
  if (!operations.has(prototype)) operations.set(prototype, clone);
}

/** Undefined for what is no instance of a web API's interface. */
export function platformOperations(value: object): CloneOperations | undefined {
  let prototype = Object.getPrototypeOf(value) as object | null;
  for (; prototype !== null; prototype = Object.getPrototypeOf(prototype) as object | null) {
    const found = operations.get(prototype);
    if (found !== undefined) return found;
  }
  return undefined;
}
