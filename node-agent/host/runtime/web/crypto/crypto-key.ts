/**
 * CryptoKey: https://w3c.github.io/webcrypto/#cryptokey-interface. What the key is, is a program's
 * own, in its own memory: `extractable` says what the API gives out, and protects nothing.
 */
import { addPlatformPrototype } from '../kit.ts';
import { asInterface } from '../webidl.ts';

export type KeyType = 'secret' | 'public' | 'private';

export interface KeyState {
  readonly type: KeyType;
  readonly extractable: boolean;
  readonly algorithm: { readonly name: string } & Readonly<Record<string, unknown>>;
  readonly usages: readonly string[];
  /** Of a secret key its bytes, of a public one SubjectPublicKeyInfo, of a private one PKCS #8. */
  readonly material: Uint8Array;
}

const key = Symbol('made here');
let stateOf: (key: CryptoKeyClass) => KeyState;
let isCryptoKeyObject: (value: object) => value is CryptoKeyClass;

class CryptoKeyClass {
  readonly #state: KeyState;
  readonly #algorithm: object;
  readonly #usages: readonly string[];

  static {
    stateOf = (holder) => holder.#state;
    isCryptoKeyObject = (value): value is CryptoKeyClass => #state in value;
  }

  constructor(given?: symbol, state?: KeyState) {
    if (given !== key || state === undefined) throw new TypeError('Illegal constructor');
    this.#state = state;
    const { hash, ...rest } = state.algorithm;
    this.#algorithm = hash === undefined ? rest : { ...rest, hash: { name: hash } };
    this.#usages = [...state.usages];
  }

  get type(): string {
    return this.#state.type;
  }

  get extractable(): boolean {
    return this.#state.extractable;
  }

  get algorithm(): object {
    return this.#algorithm;
  }

  get usages(): readonly string[] {
    return this.#usages;
  }
}

addPlatformPrototype(CryptoKeyClass.prototype, {
  clone: (holder: CryptoKeyClass) => new CryptoKeyClass(key, stateOf(holder)),
});
export const CryptoKey = asInterface(CryptoKeyClass, 'CryptoKey');
export type CryptoKey = CryptoKeyClass;

const allUsages = [
  'encrypt',
  'decrypt',
  'sign',
  'verify',
  'deriveKey',
  'deriveBits',
  'wrapKey',
  'unwrapKey',
] as const;

/** Usages in the standard's order, each once. */
export function makeKey(state: KeyState): CryptoKey {
  const usages = allUsages.filter((usage) => state.usages.includes(usage));
  return new CryptoKeyClass(key, { ...state, usages });
}

/** Throws a TypeError for what is no usage. */
export function toUsages(given: readonly unknown[]): string[] {
  return given.map((usage) => {
    const known = allUsages.find((one) => one === String(usage));
    if (known === undefined) throw new TypeError(`This is no usage of a key: ${String(usage)}`);
    return known;
  });
}

export function isCryptoKey(value: unknown): value is CryptoKey {
  return typeof value === 'object' && value !== null && isCryptoKeyObject(value);
}

/** Throws a TypeError for what is no CryptoKey. */
export function keyState(value: unknown): KeyState {
  if (!isCryptoKey(value)) throw new TypeError('The key is no CryptoKey');
  return stateOf(value);
}
