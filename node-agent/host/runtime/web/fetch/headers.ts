/** Headers: https://fetch.spec.whatwg.org/#headers-class */
import { makePairIterable } from '../pair-iterable.ts';
import { asInterface, requireArguments, toDomString, toSequence } from '../webidl.ts';

/** What may not be changed, and how: those of what came from elsewhere not at all. */
export type HeadersGuard = 'none' | 'request' | 'response' | 'immutable';

type Header = readonly [name: string, value: string];

const tokenPattern = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

let insideOf: (headers: HeadersClass) => HeaderList;

/** A header list: names as they were given first, and compared without regard to case. */
export class HeaderList {
  guard: HeadersGuard = 'none';
  readonly headers: Header[] = [];
  #sorted: Header[] | undefined;

  has(lowerName: string): boolean {
    return this.headers.some(([name]) => name.toLowerCase() === lowerName);
  }

  get(lowerName: string): string | null {
    const values = this.headers.filter(([name]) => name.toLowerCase() === lowerName);
    return values.length === 0 ? null : values.map(([, value]) => value).join(', ');
  }

  append(name: string, value: string): void {
    const lowerName = name.toLowerCase();
    const known = this.headers.find(([other]) => other.toLowerCase() === lowerName);
    this.headers.push([known?.[0] ?? name, value]);
    this.#sorted = undefined;
  }

  set(name: string, value: string): void {
    const lowerName = name.toLowerCase();
    const first = this.headers.findIndex(([other]) => other.toLowerCase() === lowerName);
    if (first === -1) return this.append(name, value);
    const known = this.headers[first] as Header;
    this.delete(lowerName);
    this.headers.splice(first, 0, [known[0], value]);
  }

  delete(lowerName: string): void {
    const kept = this.headers.filter(([name]) => name.toLowerCase() !== lowerName);
    this.headers.splice(0, this.headers.length, ...kept);
    this.#sorted = undefined;
  }

  /** Sorted by name, lowercase; cookies each on their own, others combined. */
  sorted(): readonly Header[] {
    if (this.#sorted !== undefined) return this.#sorted;
    const names = [...new Set(this.headers.map(([name]) => name.toLowerCase()))].toSorted();
    this.#sorted = names.flatMap((name): Header[] =>
      name === 'set-cookie'
        ? this.cookies().map((cookie) => [name, cookie])
        : [[name, this.get(name) as string]],
    );
    return this.#sorted;
  }

  cookies(): string[] {
    return this.headers
      .filter(([name]) => name.toLowerCase() === 'set-cookie')
      .map(([, value]) => value);
  }
}

class HeadersClass {
  readonly #list = new HeaderList();

  static {
    insideOf = (headers) => headers.#list;
  }

  constructor(init?: unknown) {
    if (init !== undefined) fillHeaders(this.#list, init);
  }

  append(name: string, value: string): void {
    requireArguments(arguments.length, 2, 'append');
    appendChecked(this.#list, name, value);
  }

  delete(name: string): void {
    requireArguments(arguments.length, 1, 'delete');
    const lowerName = toName(name).toLowerCase();
    refuseImmutable(this.#list);
    this.#list.delete(lowerName);
  }

  get(name: string): string | null {
    requireArguments(arguments.length, 1, 'get');
    return this.#list.get(toName(name).toLowerCase());
  }

  getSetCookie(): string[] {
    return this.#list.cookies();
  }

  has(name: string): boolean {
    requireArguments(arguments.length, 1, 'has');
    return this.#list.has(toName(name).toLowerCase());
  }

  set(name: string, value: string): void {
    requireArguments(arguments.length, 2, 'set');
    const nameText = toName(name);
    const valueText = toValue(value);
    refuseImmutable(this.#list);
    this.#list.set(nameText, valueText);
  }
}

/** From a sequence of pairs, a record, or other headers. */
export function fillHeaders(list: HeaderList, init: unknown): void {
  if ((typeof init !== 'object' && typeof init !== 'function') || init === null) {
    throw new TypeError('Headers are made of pairs, a record, or other headers');
  }
  const iterate = (init as Partial<Iterable<unknown>>)[Symbol.iterator];
  if (iterate !== undefined && iterate !== null) {
    for (const pair of toSequence(init, 'The headers')) {
      const parts = toSequence(pair, 'A header');
      if (parts.length !== 2) throw new TypeError('A header is not a pair of name and value');
      appendChecked(list, parts[0], parts[1]);
    }
    return;
  }
  for (const [name, value] of recordOf(init)) appendChecked(list, name, value);
}

/** record<ByteString, ByteString>: all of it is read before any of it is used. */
function recordOf(init: object): Header[] {
  const record = new Map<string, string>();
  for (const key of Reflect.ownKeys(init)) {
    const property = Reflect.getOwnPropertyDescriptor(init, key);
    if (property?.enumerable !== true) continue;
    record.set(toByteString(key), toByteString(Reflect.get(init, key)));
  }
  return [...record];
}

function appendChecked(list: HeaderList, name: unknown, value: unknown): void {
  const nameText = toByteString(name);
  const valueText = normalize(toByteString(value));
  if (!tokenPattern.test(nameText)) throw new TypeError(`This is no header's name: ${nameText}`);
  refuseOddValue(valueText);
  refuseImmutable(list);
  list.append(nameText, valueText);
}

function refuseImmutable({ guard }: HeaderList): void {
  if (guard === 'immutable') throw new TypeError('These headers cannot be changed');
}

function toName(name: unknown): string {
  const text = toByteString(name);
  if (!tokenPattern.test(text)) throw new TypeError(`This is no header's name: ${text}`);
  return text;
}

function toValue(value: unknown): string {
  const text = normalize(toByteString(value));
  refuseOddValue(text);
  return text;
}

function normalize(value: string): string {
  return value.replaceAll(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
}

function refuseOddValue(value: string): void {
  if (value.includes('\0') || /[\r\n]/.test(value)) {
    throw new TypeError('A header’s value has a line break or a zero in it');
  }
}

export function toByteString(value: unknown): string {
  const text = toDomString(value);
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) > 0xff)
      throw new TypeError('A text has a character that is no byte');
  }
  return text;
}

makePairIterable(HeadersClass, (headers) => insideOf(headers).sorted());
export const Headers = asInterface(HeadersClass, 'Headers');
export type Headers = HeadersClass;
/** Throws for what is no Headers. */
export const listOfHeaders = (headers: Headers): HeaderList => insideOf(headers);

export function headersOf(init: unknown, guard: HeadersGuard): Headers {
  const headers = new HeadersClass(init);
  insideOf(headers).guard = guard;
  return headers;
}
