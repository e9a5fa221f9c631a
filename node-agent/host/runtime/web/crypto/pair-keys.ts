/** Keys that come in pairs: of RSA, of elliptic curves. */
import { DOMException } from '../events/part.ts';
import { type Algorithm } from './algorithms.ts';
import { type CryptoKey, type KeyState, type KeyType, makeKey } from './crypto-key.ts';
import { computeLong, refuseWhereSeeded, splitPair } from './host-crypto.ts';
import {
  checkJwk,
  checkUsages,
  dataError,
  exportPair,
  importPair,
  type KeyData,
  type KeyDescription,
  type KeyRequest,
  refuseFormat,
} from './key-formats.ts';

interface Family {
  readonly kind: string;
  readonly kty: 'RSA' | 'EC' | 'OKP';
  readonly public: readonly string[];
  readonly private: readonly string[];
}

const signing = { public: ['verify'], private: ['sign'] };
const agreeing = { public: [], private: ['deriveKey', 'deriveBits'] };

const families: Readonly<Record<string, Family>> = {
  'RSASSA-PKCS1-v1_5': { kind: 'rsa', kty: 'RSA', ...signing },
  'RSA-PSS': { kind: 'rsa', kty: 'RSA', ...signing },
  'RSA-OAEP': {
    kind: 'rsa',
    kty: 'RSA',
    public: ['encrypt', 'wrapKey'],
    private: ['decrypt', 'unwrapKey'],
  },
  ECDSA: { kind: 'ec', kty: 'EC', ...signing },
  ECDH: { kind: 'ec', kty: 'EC', ...agreeing },
  Ed25519: { kind: 'ed25519', kty: 'OKP', ...signing },
  Ed448: { kind: 'ed448', kty: 'OKP', ...signing },
  X25519: { kind: 'x25519', kty: 'OKP', ...agreeing },
  X448: { kind: 'x448', kty: 'OKP', ...agreeing },
};
const curves = ['P-256', 'P-384', 'P-521'];

export function generatePair(request: KeyRequest): { publicKey: CryptoKey; privateKey: CryptoKey } {
  const { algorithm, extractable, usages } = request;
  const family = families[algorithm.name] as Family;
  checkUsages(usages, [...family.public, ...family.private]);
  const parameters = generationOf(algorithm, family.kind);
  const wanted = usages.filter((usage) => family.private.includes(usage));
  if (wanted.length === 0) throw new DOMException('The private key is for nothing', 'SyntaxError');
  refuseWhereSeeded('A pair of keys');
  const [publicDer, privateDer] = splitPair(computeLong('generate', parameters));
  const make = (type: KeyType, material: Uint8Array): CryptoKey =>
    makeKey({
      type,
      extractable: type === 'public' || extractable,
      algorithm: generatedAlgorithm(algorithm),
      usages: usages.filter((usage) => family[type as 'public'].includes(usage)),
      material,
    });
  return { publicKey: make('public', publicDer), privateKey: make('private', privateDer) };
}

function generationOf(algorithm: Algorithm, kind: string): object {
  if (kind === 'ec') {
    const curve = algorithm['namedCurve'] as string;
    if (!curves.includes(curve))
      throw new DOMException('The curve is not known', 'NotSupportedError');
    return { kind, curve };
  }
  if (kind !== 'rsa') return { kind };
  const exponent = algorithm['publicExponent'] as Uint8Array;
  const publicExponent = exponent.reduce((number, byte) => number * 256 + byte, 0);
  return { kind, modulusLength: algorithm['modulusLength'], publicExponent };
}

/** The members, and no more, that the key's own description has. */
function generatedAlgorithm(algorithm: Algorithm): Algorithm {
  const { name, modulusLength, publicExponent, hash, namedCurve } = algorithm;
  if (modulusLength !== undefined) return { name, modulusLength, publicExponent, hash };
  return namedCurve === undefined ? { name } : { name, namedCurve };
}

export function importPairKey(format: string, data: KeyData, request: KeyRequest): CryptoKey {
  const { algorithm, extractable, usages } = request;
  const family = families[algorithm.name] as Family;
  const curve = algorithm['namedCurve'] as string | undefined;
  const isRsa = family.kty === 'RSA';
  const known = ['spki', 'pkcs8', 'jwk', ...(isRsa ? [] : ['raw', 'raw-public'])];
  if (!known.includes(format)) throw refuseFormat(format);
  if (curve !== undefined && !curves.includes(curve)) {
    throw new DOMException('The curve is not known', 'NotSupportedError');
  }
  const isPrivate =
    format === 'pkcs8' || (!(data instanceof Uint8Array) && data['d'] !== undefined);
  checkUsages(usages, isPrivate ? family.private : family.public);
  if (!(data instanceof Uint8Array)) checkPairJwk(data, family, request);
  const { description, material } = importPair(format, data, curve ?? algorithm.name);
  if (description.kind !== family.kind || (curve !== undefined && description.curve !== curve)) {
    throw dataError('The key is of another kind');
  }
  if (isPrivate && usages.length === 0) {
    throw new DOMException('The private key is for nothing', 'SyntaxError');
  }
  const full = isRsa ? withRsaDetails(algorithm, description) : generatedAlgorithm(algorithm);
  return makeKey({ type: description.type, extractable, algorithm: full, usages, material });
}

function withRsaDetails({ name, hash }: Algorithm, description: KeyDescription): Algorithm {
  const { modulusLength, publicExponent: digits } = description;
  const publicExponent = Uint8Array.fromHex(digits.length % 2 === 0 ? digits : `0${digits}`);
  return { name, modulusLength, publicExponent, hash };
}

function checkPairJwk(
  jwk: Record<string, unknown>,
  { kty }: Family,
  { algorithm, extractable, usages }: KeyRequest,
): void {
  const isAgreeing = /^(ECDH|X|RSA-OAEP)/.test(algorithm.name);
  checkJwk(jwk, kty, isAgreeing ? 'enc' : 'sig', extractable, usages);
  const curve = algorithm['namedCurve'] ?? (kty === 'OKP' ? algorithm.name : undefined);
  if (kty !== 'RSA' && jwk['crv'] !== curve) throw dataError('The key is of another curve');
  const alg = jwkAlgorithm(algorithm);
  const given = jwk['alg'];
  const isEdwards = kty === 'OKP' && !isAgreeing;
  if (given === undefined || alg === undefined || (isEdwards && given === 'EdDSA')) return;
  if (given !== alg) throw dataError('The key is of another algorithm');
}

function jwkAlgorithm({ name, hash, namedCurve }: Algorithm): string | undefined {
  const bits = typeof hash === 'string' ? hash.slice('SHA-'.length) : '';
  switch (name) {
    case 'RSASSA-PKCS1-v1_5':
      return `RS${bits}`;
    case 'RSA-PSS':
      return `PS${bits}`;
    case 'RSA-OAEP':
      return bits === '1' ? 'RSA-OAEP' : `RSA-OAEP-${bits}`;
    case 'ECDSA':
      return { 'P-256': 'ES256', 'P-384': 'ES384', 'P-521': 'ES512' }[namedCurve as string];
    case 'Ed25519':
    case 'Ed448':
      return name;
    default:
      return undefined;
  }
}

export function exportPairKey(key: KeyState, format: string): KeyData {
  const isRsa = key.algorithm.name.startsWith('RSA');
  const plain = format === 'raw-public' && !isRsa ? 'raw' : format;
  const known = isRsa ? ['spki', 'pkcs8', 'jwk'] : ['spki', 'pkcs8', 'jwk', 'raw'];
  if (!known.includes(plain)) throw refuseFormat(format);
  const { name } = key.algorithm;
  // The standard names it for RSA and the Edwards curves alone.
  const alg = name === 'ECDSA' ? undefined : jwkAlgorithm(key.algorithm);
  return exportPair(key, plain, alg);
}
