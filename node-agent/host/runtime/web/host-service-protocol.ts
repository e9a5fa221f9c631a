/**
 * What the web APIs inside a context ask of their host: one function, called with a number for
 * what is wanted and with texts, numbers and bytes, answering with one of those. Every call is
 * answered before it returns. Both sides look at what they are given.
 */

export const hostServices = {
  /** (name of a part) → its program's text. */
  partSource: 0,
  /** (domain) → the same as DNS has it, empty when it can have none. */
  domainToAscii: 1,
  /** (count) → as many random bytes. */
  randomBytes: 2,
  /** (name of the operation, its arguments as JSON, bytes…) → bytes, or a text that says why not. */
  crypto: 3,
  /** As `crypto`, for what takes long: a number to ask `cryptoResult` for. */
  cryptoBegin: 4,
  /** (that number) → undefined while it is being worked on. */
  cryptoResult: 5,
} as const;

export type ServiceValue = string | number | Uint8Array | undefined;
export type CallHost = (service: number, ...args: ServiceValue[]) => ServiceValue;

/** All bytes and characters of one call together. */
export const serviceBytesMax = 32 * 1024 * 1024;

/** Each a program of its own, which a context runs at the first use of what it brings. */
export const webParts = [
  'events',
  'encoding',
  'encoding-tables',
  'url',
  'structured-clone',
  'streams',
  'blob',
  'fetch',
  'compression',
  'url-pattern',
  'surroundings',
  'console',
  'crypto',
] as const;
export type WebPart = (typeof webParts)[number];
