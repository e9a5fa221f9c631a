/**
 * Shows a value as text, much as Node does, for log lines and for thrown values. It reads own
 * data properties only, never a getter, and stops at a depth, a width and a length. A Proxy's
 * traps may run; they are the guest's own code, on the guest's own budget.
 */
import { cleanStack } from './clean-stack.ts';
import { inspectBuiltin } from './inspect-builtin.ts';
import { Parts } from './inspect-parts.ts';
import {
  getOwnPropertyDescriptor,
  isArray,
  isError,
  ownKeys,
  stringifyJson,
  symbolToText,
  toText,
} from './intrinsics.ts';
import { namesOf } from './named-errors.ts';
import { className, inheritedData, ownData } from './read-data.ts';

const depthMax = 2;

/** Objects that are being shown, innermost first: to find a circle. */
export interface Ancestors {
  readonly value: object;
  readonly outer: Ancestors | undefined;
  readonly depth: number;
}

/** A text stands for itself; anything else is inspected. May throw what a Proxy throws. */
export function inspectTop(value: unknown): string {
  return typeof value === 'string' ? value : inspect(value);
}

/** May throw what a Proxy throws. */
export function inspect(value: unknown, outer?: Ancestors): string {
  switch (typeof value) {
    case 'string':
      return stringifyJson(value) as string;
    case 'bigint':
      return `${toText(value)}n`;
    case 'symbol':
      return symbolToText(value);
    case 'number':
      return value === 0 && 1 / value < 0 ? '-0' : toText(value);
    case 'function':
      return inspectFunction(value);
    case 'object':
      return value === null ? 'null' : inspectObject(value, outer);
    default:
      return toText(value);
  }
}

function inspectFunction(value: object): string {
  const name = ownData(value, 'name');
  return typeof name === 'string' && name !== '' ? `[Function: ${name}]` : '[Function (anonymous)]';
}

function inspectObject(value: object, outer: Ancestors | undefined): string {
  for (let seen = outer; seen !== undefined; seen = seen.outer) {
    if (seen.value === value) return '[Circular]';
  }
  if (isError(value)) return inspectError(value);
  const depth = outer === undefined ? 0 : outer.depth + 1;
  const name = className(value);
  if (depth > depthMax) return `[${isArray(value) ? 'Array' : name || 'Object'}]`;
  const inner: Ancestors = { value, outer, depth };
  const builtin = inspectBuiltin(value, (part) => inspect(part, inner));
  if (builtin !== undefined) return builtin;
  if (isArray(value)) return inspectArray(value, inner);
  const prefix = name === 'Object' ? '' : `${name || '[Object: null prototype]'} `;
  return prefix + inspectProperties(value, inner);
}

/** Its stack, which begins with its name and message, without the frames that are ours. */
function inspectError(error: Error): string {
  const stack = ownDataOrGetter(error, 'stack');
  const known = namesOf(error);
  const name = known?.name ?? inheritedData(error, 'name') ?? 'Error';
  const message = known?.message ?? inheritedData(error, 'message') ?? '';
  const head = message === '' ? toText(name) : `${toText(name)}: ${toText(message)}`;
  const frames = typeof stack === 'string' ? cleanStack(stack) : '';
  return frames === '' ? `[${head}]` : `${head}\n${frames}`;
}

function inspectArray(array: readonly unknown[], inner: Ancestors): string {
  const length = ownData(array, 'length') as number;
  const parts = new Parts();
  for (let index = 0; index < length && !parts.isFull; index++) {
    const property = getOwnPropertyDescriptor(array, index);
    parts.add(property === undefined ? '<empty>' : inspectProperty(property, inner));
  }
  return parts.between('[', ']', length);
}

function inspectProperties(value: object, inner: Ancestors): string {
  const keys = ownKeys(value);
  const parts = new Parts();
  let shown = 0;
  for (let index = 0; index < keys.length && !parts.isFull; index++) {
    const key = keys[index] as string | symbol;
    const property = getOwnPropertyDescriptor(value, key);
    shown++;
    if (property === undefined || property.enumerable !== true) continue;
    parts.add(`${inspectKey(key)}: ${inspectProperty(property, inner)}`);
  }
  return parts.between('{', '}', parts.count + keys.length - shown);
}

function inspectProperty(property: PropertyDescriptor, inner: Ancestors): string {
  if (property.get !== undefined) return property.set ? '[Getter/Setter]' : '[Getter]';
  return property.set === undefined ? inspect(property.value, inner) : '[Setter]';
}

export function inspectKey(key: string | symbol): string {
  if (typeof key === 'symbol') return `[${symbolToText(key)}]`;
  return isPlainKey(key) ? key : (stringifyJson(key) as string);
}

function isPlainKey(key: string): boolean {
  if (key === '') return false;
  for (let index = 0; index < key.length; index++) {
    const unit = key[index] as string;
    const isLetter = (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
    const isDigit = index > 0 && unit >= '0' && unit <= '9';
    if (!isLetter && !isDigit && unit !== '_' && unit !== '$') return false;
  }
  return true;
}

/** V8 keeps `stack` behind a getter of its own; one that a guest planted is guest code too. */
function ownDataOrGetter(error: Error, key: 'stack'): unknown {
  try {
    return error[key];
  } catch {
    return undefined;
  }
}
