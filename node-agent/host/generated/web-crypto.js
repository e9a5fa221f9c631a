// Made by tools/generate-web-parts.ts from node-agent/host/runtime/web/crypto/part.ts.
(function (require, module) {
'use strict';
"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key4 of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key4) && key4 !== except)
        __defProp(to, key4, { get: () => from[key4], enumerable: !(desc = __getOwnPropDesc(from, key4)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// node-agent/host/runtime/web/crypto/part.ts
var part_exports = {};
__export(part_exports, {
  Crypto: () => Crypto,
  CryptoKey: () => CryptoKey,
  SubtleCrypto: () => SubtleCrypto,
  crypto: () => crypto
});
module.exports = __toCommonJS(part_exports);
var import_part13 = require("../events/part.ts");

// node-agent/host/runtime/web/host-service-protocol.ts
var hostServices = {
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
  cryptoResult: 5
};
var serviceBytesMax = 32 * 1024 * 1024;

// node-agent/host/runtime/web/random-bytes.ts
var import_kit = require("./kit.ts");
var bytesAtOnceMax = 65536;
function fillRandomly(bytes) {
  if ((0, import_kit.randomNumber)() !== void 0) {
    for (let at = 0; at < bytes.length; at++) bytes[at] = Number((0, import_kit.randomNumber)()) * 256;
    return;
  }
  for (let at = 0; at < bytes.length; at += bytesAtOnceMax) {
    const count = Math.min(bytesAtOnceMax, bytes.length - at);
    bytes.set((0, import_kit.askHost)(hostServices.randomBytes, count), at);
  }
}
function randomUuid() {
  const bytes = new Uint8Array(16);
  fillRandomly(bytes);
  bytes[6] = bytes[6] & 15 | 64;
  bytes[8] = bytes[8] & 63 | 128;
  const hex = bytes.toHex();
  return [0, 8, 12, 16, 20].map((from, index, starts) => hex.slice(from, starts[index + 1])).join("-");
}

// node-agent/host/runtime/web/webidl.ts
var import_kit2 = require("./kit.ts");
function toDomString(value) {
  if (typeof value === "symbol") throw new TypeError("A symbol cannot be made a text");
  return String(value);
}
function toFiniteNumber(value, what) {
  const number = Number(value);
  if (!Number.isFinite(number)) throw new TypeError(`${what} is no finite number`);
  return number;
}
function toEnforcedInteger(value, max, what) {
  const number = toFiniteNumber(value, what);
  const integer = Math.trunc(number);
  if (integer < 0 || integer > max) throw new TypeError(`${what} is outside 0 to ${max}`);
  return integer + 0;
}
function toDictionary(value, what) {
  if (value === void 0 || value === null) return {};
  if (typeof value !== "object" && typeof value !== "function") {
    throw new TypeError(`${what} is no object`);
  }
  return value;
}
function toSequence(value, what) {
  if (typeof value !== "object" && typeof value !== "function" || value === null) {
    throw new TypeError(`${what} is no sequence`);
  }
  const iterate = value[Symbol.iterator];
  if (typeof iterate !== "function") throw new TypeError(`${what} is no sequence`);
  return [...value];
}
function requireArguments(given, needed, what) {
  if (given < needed) {
    throw new TypeError(`${what} needs ${needed} arguments, and got ${given}`);
  }
}
function asInterface(constructor, name, constants = {}) {
  const { prototype } = constructor;
  listMembers(prototype);
  listMembers(constructor);
  for (const [key4, value] of Object.entries(constants)) {
    Object.defineProperty(constructor, key4, { value, enumerable: true });
    Object.defineProperty(prototype, key4, { value, enumerable: true });
  }
  Object.defineProperty(prototype, Symbol.toStringTag, { value: name, configurable: true });
  (0, import_kit2.addPlatformPrototype)(prototype);
  Object.defineProperty(constructor, "name", { value: name, configurable: true });
  return constructor;
}
function listMembers(holder) {
  for (const key4 of Object.getOwnPropertyNames(holder)) {
    if (["constructor", "prototype", "name", "length"].includes(key4)) continue;
    Object.defineProperty(holder, key4, { enumerable: true });
  }
}

// node-agent/host/runtime/web/crypto/subtle-crypto.ts
var import_part11 = require("../encoding/part.ts");
var import_part12 = require("../events/part.ts");

// node-agent/host/runtime/web/crypto/algorithms.ts
var import_part = require("../encoding/part.ts");
var import_part2 = require("../events/part.ts");

// node-agent/host/runtime/web/crypto/crypto-key.ts
var import_kit3 = require("../kit.ts");
var key = /* @__PURE__ */ Symbol("made here");
var stateOf;
var isCryptoKeyObject;
var CryptoKeyClass = class {
  #state;
  #algorithm;
  #usages;
  static {
    stateOf = (holder) => holder.#state;
    isCryptoKeyObject = (value) => #state in value;
  }
  constructor(given, state) {
    if (given !== key || state === void 0) throw new TypeError("Illegal constructor");
    this.#state = state;
    const { hash, ...rest } = state.algorithm;
    this.#algorithm = hash === void 0 ? rest : { ...rest, hash: { name: hash } };
    this.#usages = [...state.usages];
  }
  get type() {
    return this.#state.type;
  }
  get extractable() {
    return this.#state.extractable;
  }
  get algorithm() {
    return this.#algorithm;
  }
  get usages() {
    return this.#usages;
  }
};
(0, import_kit3.addPlatformPrototype)(CryptoKeyClass.prototype, {
  clone: (holder) => new CryptoKeyClass(key, stateOf(holder))
});
var CryptoKey = asInterface(CryptoKeyClass, "CryptoKey");
var allUsages = [
  "encrypt",
  "decrypt",
  "sign",
  "verify",
  "deriveKey",
  "deriveBits",
  "wrapKey",
  "unwrapKey"
];
function makeKey(state) {
  const usages = allUsages.filter((usage) => state.usages.includes(usage));
  return new CryptoKeyClass(key, { ...state, usages });
}
function toUsages(given) {
  return given.map((usage) => {
    const known = allUsages.find((one) => one === String(usage));
    if (known === void 0) throw new TypeError(`This is no usage of a key: ${String(usage)}`);
    return known;
  });
}
function isCryptoKey(value) {
  return typeof value === "object" && value !== null && isCryptoKeyObject(value);
}
function keyState(value) {
  if (!isCryptoKey(value)) throw new TypeError("The key is no CryptoKey");
  return stateOf(value);
}

// node-agent/host/runtime/web/crypto/algorithms.ts
var aes = {
  generateKey: ["length:short"],
  importKey: [],
  getKeyLength: ["length:short"]
};
var rsaKeys = {
  generateKey: ["modulusLength", "publicExponent", "hash"],
  importKey: ["hash"]
};
var ecKeys = { generateKey: ["namedCurve"], importKey: ["namedCurve"] };
var edwards = { generateKey: [], importKey: [], sign: [] };
var montgomery = { generateKey: [], importKey: [], deriveBits: ["public"] };
var algorithms = {
  "SHA-1": { digest: [] },
  "SHA-256": { digest: [] },
  "SHA-384": { digest: [] },
  "SHA-512": { digest: [] },
  "AES-CBC": { ...aes, encrypt: ["iv"] },
  "AES-CTR": { ...aes, encrypt: ["counter", "length:octet"] },
  "AES-GCM": { ...aes, encrypt: ["additionalData?", "iv", "tagLength?"] },
  "AES-KW": { ...aes, wrapKey: [] },
  HMAC: {
    generateKey: ["hash", "length?"],
    importKey: ["hash", "length?"],
    getKeyLength: ["hash", "length?"],
    sign: []
  },
  "RSASSA-PKCS1-v1_5": { ...rsaKeys, sign: [] },
  "RSA-PSS": { ...rsaKeys, sign: ["saltLength"] },
  "RSA-OAEP": { ...rsaKeys, encrypt: ["label?"] },
  ECDSA: { ...ecKeys, sign: ["hash"] },
  ECDH: { ...ecKeys, deriveBits: ["public"] },
  Ed25519: edwards,
  Ed448: { ...edwards, sign: ["context?"] },
  X25519: montgomery,
  X448: montgomery,
  HKDF: { importKey: [], getKeyLength: [], deriveBits: ["hash", "info", "salt"] },
  PBKDF2: { importKey: [], getKeyLength: [], deriveBits: ["hash", "iterations", "salt"] }
};
function normalize(operation, given) {
  const isObject = (typeof given === "object" || typeof given === "function") && given !== null;
  const dictionary = isObject ? toDictionary(given, "The algorithm") : { name: given };
  if (isObject && dictionary["name"] === void 0)
    throw new TypeError("The algorithm has no name");
  const wanted = toDomString(dictionary["name"]).toUpperCase();
  const name = Object.keys(algorithms).find((known) => known.toUpperCase() === wanted);
  const members = name === void 0 ? void 0 : algorithms[name]?.[operation];
  if (name === void 0 || members === void 0) {
    throw new import_part2.DOMException("The algorithm is not known for this", "NotSupportedError");
  }
  const algorithm = { name };
  for (const member of members) {
    const key4 = member.split(/[?:]/)[0];
    const value = dictionary[key4];
    if (value !== void 0) algorithm[key4] = convert(member, value);
    else if (!member.endsWith("?")) throw new TypeError(`The algorithm lacks ${key4}`);
  }
  return algorithm;
}
function convert(member, value) {
  switch (member) {
    case "hash":
      return normalize("digest", value).name;
    case "length:octet":
    case "tagLength?":
      return toEnforcedInteger(value, 255, "The length");
    case "length:short":
      return toEnforcedInteger(value, 65535, "The length");
    case "length?":
    case "modulusLength":
    case "saltLength":
    case "iterations":
      return toEnforcedInteger(value, 4294967295, "The number");
    case "namedCurve":
      return toDomString(value);
    case "publicExponent":
      if (!(value instanceof Uint8Array)) throw new TypeError("The exponent is no Uint8Array");
      return value.slice();
    case "public":
      if (!isCryptoKey(value)) throw new TypeError("The public key is no CryptoKey");
      return value;
    default:
      return (0, import_part.bytesOf)(value).slice();
  }
}

// node-agent/host/runtime/web/crypto/ciphers.ts
var import_part4 = require("../events/part.ts");

// node-agent/host/runtime/web/crypto/host-crypto.ts
var import_part3 = require("../events/part.ts");
var import_kit4 = require("../kit.ts");

// node-agent/host/runtime/web/utf8.ts
function utf8Bytes(text) {
  const bytes = new Uint8Array(text.length);
  let index = 0;
  for (; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 128) break;
    bytes[index] = unit;
  }
  if (index === text.length) return bytes;
  const roomy = new Uint8Array(index + (text.length - index) * 3);
  roomy.set(bytes.subarray(0, index));
  const { written } = encodeInto(text.slice(index), roomy.subarray(index));
  return roomy.slice(0, index + written);
}
function encodeInto(text, bytes) {
  const room = bytes.length;
  let written = 0;
  let read = 0;
  while (read < text.length) {
    const point = text.codePointAt(read);
    const length = point < 128 ? 1 : point < 2048 ? 2 : point < 65536 ? 3 : 4;
    if (written + length > room) break;
    if (length === 1) bytes[written] = point;
    else {
      const shift = 6 * (length - 1);
      bytes[written] = 3840 >> length | point >> shift;
      for (let at = 1; at < length; at++) {
        bytes[written + at] = 128 | point >> shift - 6 * at & 63;
      }
    }
    written += length;
    read += length === 4 ? 2 : 1;
  }
  return { read, written };
}

// node-agent/host/runtime/web/crypto/host-crypto.ts
var pollMsMax = 10;
function compute(operation, parameters, ...data) {
  return checked(
    () => (0, import_kit4.askHost)(hostServices.crypto, operation, JSON.stringify(parameters), ...data)
  );
}
function computeLong(operation, parameters, ...data) {
  if ((0, import_kit4.isOnMainThread)()) return compute(operation, parameters, ...data);
  const json = JSON.stringify(parameters);
  return checked(() => {
    const ticket = (0, import_kit4.askHost)(hostServices.cryptoBegin, operation, json, ...data);
    if (typeof ticket !== "number") return ticket;
    for (let pauseMs = 1; ; pauseMs = Math.min(pollMsMax, pauseMs * 2)) {
      const result = (0, import_kit4.askHost)(hostServices.cryptoResult, ticket);
      if (result !== void 0) return result;
      (0, import_kit4.waitMs)(pauseMs);
    }
  });
}
function checked(ask) {
  let answer;
  try {
    answer = ask();
  } catch (error) {
    throw new import_part3.DOMException(error.message, "OperationError");
  }
  if (answer instanceof Uint8Array) return answer;
  const [name = "", message = ""] = typeof answer === "string" ? answer.split(/: (.*)/s) : [];
  throw new import_part3.DOMException(message, name || "OperationError");
}
function refuseWhereSeeded(what) {
  if ((0, import_kit4.randomNumber)() === void 0) return;
  throw new import_part3.DOMException(`${what} is not to be had in a deterministic run`, "NotSupportedError");
}
function splitPair(bytes) {
  const length = new DataView(bytes.buffer).getUint32(0);
  return [bytes.slice(4, 4 + length), bytes.slice(4 + length)];
}
function jsonBytes(value) {
  return utf8Bytes(JSON.stringify(value));
}

// node-agent/host/runtime/web/crypto/ciphers.ts
var none = new Uint8Array();
var tagBits = [32, 64, 96, 104, 112, 120, 128];
function runCipher(direction, algorithm, key4, data) {
  const { material } = key4;
  switch (algorithm.name) {
    case "AES-CBC": {
      const iv = blockOf(algorithm["iv"]);
      return compute("aes-cbc", { direction }, material, data, iv);
    }
    case "AES-CTR": {
      const counterBits = algorithm["length"];
      if (counterBits < 1 || counterBits > 128) throw failed("The counter has 1 to 128 bits");
      return compute("aes-ctr", { counterBits }, material, data, blockOf(algorithm["counter"]));
    }
    case "AES-GCM":
      return runGcm(direction, algorithm, material, data);
    case "AES-KW":
      if (data.length % 8 !== 0 || data.length < 16) throw failed("It is not wrapped so");
      return compute("aes-kw", { direction }, material, data);
    default: {
      const expected = direction === "encrypt" ? "public" : "private";
      if (key4.type !== expected) {
        throw new import_part4.DOMException(`This takes a ${expected} key`, "InvalidAccessError");
      }
      if (direction === "encrypt") refuseWhereSeeded("RSA-OAEP");
      const label = algorithm["label"] ?? none;
      const parameters = { direction, hash: key4.algorithm["hash"], type: key4.type };
      return compute("rsa-oaep", parameters, material, data, label);
    }
  }
}
function runGcm(direction, algorithm, key4, data) {
  const bits = algorithm["tagLength"] ?? 128;
  if (!tagBits.includes(bits)) throw failed(`There are no tags of ${bits} bits`);
  if (direction === "decrypt" && data.length < bits / 8) throw failed("The data is too short");
  const extra = algorithm["additionalData"] ?? none;
  const both = new Uint8Array(data.length + extra.length);
  both.set(data);
  both.set(extra, data.length);
  const parameters = { direction, dataBytes: data.length, tagBytes: bits / 8 };
  return compute("aes-gcm", parameters, key4, both, algorithm["iv"]);
}
function blockOf(bytes) {
  if (bytes.length !== 16) throw failed("It has 16 bytes");
  return bytes;
}
function failed(message) {
  return new import_part4.DOMException(message, "OperationError");
}

// node-agent/host/runtime/web/crypto/derivation.ts
var import_part5 = require("../events/part.ts");
function deriveBitsOf(algorithm, key4, bitCount) {
  return algorithm.name === "HKDF" || algorithm.name === "PBKDF2" ? deriveFromSecret(algorithm, key4, bitCount) : deriveByAgreement(algorithm, key4, bitCount);
}
function deriveFromSecret(algorithm, { material }, bitCount) {
  if (bitCount === null || bitCount % 8 !== 0) throw failed2("The length is not in whole bytes");
  const { hash, salt, info, iterations } = algorithm;
  if (iterations === 0) throw failed2("It takes one iteration at least");
  if (bitCount === 0) return new Uint8Array();
  const byteCount = bitCount / 8;
  return algorithm.name === "HKDF" ? compute("hkdf", { hash, byteCount }, material, salt, info) : computeLong("pbkdf2", { hash, iterations, byteCount }, material, salt);
}
function deriveByAgreement(algorithm, key4, bitCount) {
  const other = keyState(algorithm["public"]);
  const isSame = other.algorithm.name === algorithm.name && other.algorithm["namedCurve"] === key4.algorithm["namedCurve"];
  if (key4.type !== "private") throw refused("This takes a private key");
  if (other.type !== "public" || !isSame) throw refused("The other key is none of this kind");
  const secret = compute("agree", {}, key4.material, other.material);
  if (algorithm.name.startsWith("X") && secret.every((byte) => byte === 0)) {
    throw failed2("The other key is of small order");
  }
  if (bitCount === null) return secret;
  if (secret.length * 8 < bitCount) throw failed2("There are not as many bits");
  const bits = secret.slice(0, Math.ceil(bitCount / 8));
  const extraBits = bits.length * 8 - bitCount;
  if (extraBits > 0) bits[bits.length - 1] = bits.at(-1) >> extraBits << extraBits;
  return bits;
}
function failed2(message) {
  return new import_part5.DOMException(message, "OperationError");
}
function refused(message) {
  return new import_part5.DOMException(message, "InvalidAccessError");
}

// node-agent/host/runtime/web/crypto/key-formats.ts
var import_part6 = require("../encoding/part.ts");
var import_part7 = require("../events/part.ts");
function dataError(message) {
  return new import_part7.DOMException(message, "DataError");
}
function checkJwk(jwk, kty, use, extractable, usages) {
  if (jwk["kty"] !== kty) throw dataError("The key is of another type");
  if (usages.length > 0 && jwk["use"] !== void 0 && jwk["use"] !== use) {
    throw dataError("The key is for another use");
  }
  const operations = jwk["key_ops"];
  if (operations !== void 0) {
    if (!Array.isArray(operations)) throw dataError("The key\u2019s operations are no list");
    const known = operations;
    if (new Set(known).size !== known.length || !usages.every((usage) => known.includes(usage))) {
      throw dataError("The key is for other operations");
    }
  }
  if (jwk["ext"] === false && extractable) throw dataError("The key is not to be extractable");
}
var texts = ["kty", "crv", "x", "y", "d", "n", "e", "p", "q", "dp", "dq", "qi"];
function importPair(format, data, curve = "") {
  const bytes = data instanceof Uint8Array ? data : utf8Bytes(JSON.stringify(Object.fromEntries(texts.map((name) => [name, data[name]]))));
  const [json, material] = splitPair(compute("import", { format, curve }, bytes));
  const description = JSON.parse(new import_part6.TextDecoder().decode(json));
  return { description, material };
}
function exportPair(key4, format, alg) {
  const { type, material } = key4;
  const expected = { spki: "public", raw: "public", pkcs8: "private" }[format];
  if (expected !== void 0 && expected !== type) {
    throw new import_part7.DOMException(`A ${type} key has no format ${format}`, "InvalidAccessError");
  }
  if (format === "spki" || format === "pkcs8") return material.slice();
  const exported = compute("export", { type, format }, material);
  if (format === "raw") return exported;
  const jwk = JSON.parse(new import_part6.TextDecoder().decode(exported));
  return withAttributes(jwk, key4, alg);
}
function withAttributes(jwk, { usages, extractable }, alg) {
  return { ...jwk, ...alg !== void 0 && { alg }, key_ops: [...usages], ext: extractable };
}
function toBase64Url(bytes) {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}
function fromBase64Url(text) {
  if (typeof text !== "string") throw dataError("The key has no content");
  try {
    return Uint8Array.fromBase64(text, { alphabet: "base64url" });
  } catch {
    throw dataError("The key\u2019s content is not Base64");
  }
}
function checkUsages(usages, allowed) {
  if (usages.every((usage) => allowed.includes(usage))) return;
  throw new import_part7.DOMException(
    `A key of this kind is for ${allowed.join(", ") || "nothing"}`,
    "SyntaxError"
  );
}
function refuseFormat(format) {
  return new import_part7.DOMException(`Keys of this kind have no format ${format}`, "NotSupportedError");
}

// node-agent/host/runtime/web/crypto/pair-keys.ts
var import_part8 = require("../events/part.ts");
var signing = { public: ["verify"], private: ["sign"] };
var agreeing = { public: [], private: ["deriveKey", "deriveBits"] };
var families = {
  "RSASSA-PKCS1-v1_5": { kind: "rsa", kty: "RSA", ...signing },
  "RSA-PSS": { kind: "rsa", kty: "RSA", ...signing },
  "RSA-OAEP": {
    kind: "rsa",
    kty: "RSA",
    public: ["encrypt", "wrapKey"],
    private: ["decrypt", "unwrapKey"]
  },
  ECDSA: { kind: "ec", kty: "EC", ...signing },
  ECDH: { kind: "ec", kty: "EC", ...agreeing },
  Ed25519: { kind: "ed25519", kty: "OKP", ...signing },
  Ed448: { kind: "ed448", kty: "OKP", ...signing },
  X25519: { kind: "x25519", kty: "OKP", ...agreeing },
  X448: { kind: "x448", kty: "OKP", ...agreeing }
};
var curves = ["P-256", "P-384", "P-521"];
function generatePair(request) {
  const { algorithm, extractable, usages } = request;
  const family = families[algorithm.name];
  checkUsages(usages, [...family.public, ...family.private]);
  const parameters = generationOf(algorithm, family.kind);
  const wanted = usages.filter((usage) => family.private.includes(usage));
  if (wanted.length === 0) throw new import_part8.DOMException("The private key is for nothing", "SyntaxError");
  refuseWhereSeeded("A pair of keys");
  const [publicDer, privateDer] = splitPair(computeLong("generate", parameters));
  const make2 = (type, material) => makeKey({
    type,
    extractable: type === "public" || extractable,
    algorithm: generatedAlgorithm(algorithm),
    usages: usages.filter((usage) => family[type].includes(usage)),
    material
  });
  return { publicKey: make2("public", publicDer), privateKey: make2("private", privateDer) };
}
function generationOf(algorithm, kind) {
  if (kind === "ec") {
    const curve = algorithm["namedCurve"];
    if (!curves.includes(curve))
      throw new import_part8.DOMException("The curve is not known", "NotSupportedError");
    return { kind, curve };
  }
  if (kind !== "rsa") return { kind };
  const exponent = algorithm["publicExponent"];
  const publicExponent = exponent.reduce((number, byte) => number * 256 + byte, 0);
  return { kind, modulusLength: algorithm["modulusLength"], publicExponent };
}
function generatedAlgorithm(algorithm) {
  const { name, modulusLength, publicExponent, hash, namedCurve } = algorithm;
  if (modulusLength !== void 0) return { name, modulusLength, publicExponent, hash };
  return namedCurve === void 0 ? { name } : { name, namedCurve };
}
function importPairKey(format, data, request) {
  const { algorithm, extractable, usages } = request;
  const family = families[algorithm.name];
  const curve = algorithm["namedCurve"];
  const isRsa = family.kty === "RSA";
  const known = ["spki", "pkcs8", "jwk", ...isRsa ? [] : ["raw", "raw-public"]];
  if (!known.includes(format)) throw refuseFormat(format);
  if (curve !== void 0 && !curves.includes(curve)) {
    throw new import_part8.DOMException("The curve is not known", "NotSupportedError");
  }
  const isPrivate = format === "pkcs8" || !(data instanceof Uint8Array) && data["d"] !== void 0;
  checkUsages(usages, isPrivate ? family.private : family.public);
  if (!(data instanceof Uint8Array)) checkPairJwk(data, family, request);
  const { description, material } = importPair(format, data, curve ?? algorithm.name);
  if (description.kind !== family.kind || curve !== void 0 && description.curve !== curve) {
    throw dataError("The key is of another kind");
  }
  if (isPrivate && usages.length === 0) {
    throw new import_part8.DOMException("The private key is for nothing", "SyntaxError");
  }
  const full = isRsa ? withRsaDetails(algorithm, description) : generatedAlgorithm(algorithm);
  return makeKey({ type: description.type, extractable, algorithm: full, usages, material });
}
function withRsaDetails({ name, hash }, description) {
  const { modulusLength, publicExponent: digits } = description;
  const publicExponent = Uint8Array.fromHex(digits.length % 2 === 0 ? digits : `0${digits}`);
  return { name, modulusLength, publicExponent, hash };
}
function checkPairJwk(jwk, { kty }, { algorithm, extractable, usages }) {
  const isAgreeing = /^(ECDH|X|RSA-OAEP)/.test(algorithm.name);
  checkJwk(jwk, kty, isAgreeing ? "enc" : "sig", extractable, usages);
  const curve = algorithm["namedCurve"] ?? (kty === "OKP" ? algorithm.name : void 0);
  if (kty !== "RSA" && jwk["crv"] !== curve) throw dataError("The key is of another curve");
  const alg = jwkAlgorithm(algorithm);
  const given = jwk["alg"];
  const isEdwards = kty === "OKP" && !isAgreeing;
  if (given === void 0 || alg === void 0 || isEdwards && given === "EdDSA") return;
  if (given !== alg) throw dataError("The key is of another algorithm");
}
function jwkAlgorithm({ name, hash, namedCurve }) {
  const bits = typeof hash === "string" ? hash.slice("SHA-".length) : "";
  switch (name) {
    case "RSASSA-PKCS1-v1_5":
      return `RS${bits}`;
    case "RSA-PSS":
      return `PS${bits}`;
    case "RSA-OAEP":
      return bits === "1" ? "RSA-OAEP" : `RSA-OAEP-${bits}`;
    case "ECDSA":
      return { "P-256": "ES256", "P-384": "ES384", "P-521": "ES512" }[namedCurve];
    case "Ed25519":
    case "Ed448":
      return name;
    default:
      return void 0;
  }
}
function exportPairKey(key4, format) {
  const isRsa = key4.algorithm.name.startsWith("RSA");
  const plain = format === "raw-public" && !isRsa ? "raw" : format;
  const known = isRsa ? ["spki", "pkcs8", "jwk"] : ["spki", "pkcs8", "jwk", "raw"];
  if (!known.includes(plain)) throw refuseFormat(format);
  const { name } = key4.algorithm;
  const alg = name === "ECDSA" ? void 0 : jwkAlgorithm(key4.algorithm);
  return exportPair(key4, plain, alg);
}

// node-agent/host/runtime/web/crypto/secret-keys.ts
var import_part9 = require("../events/part.ts");
var usagesOf = {
  "AES-CBC": ["encrypt", "decrypt", "wrapKey", "unwrapKey"],
  "AES-CTR": ["encrypt", "decrypt", "wrapKey", "unwrapKey"],
  "AES-GCM": ["encrypt", "decrypt", "wrapKey", "unwrapKey"],
  "AES-KW": ["wrapKey", "unwrapKey"],
  HMAC: ["sign", "verify"],
  HKDF: ["deriveKey", "deriveBits"],
  PBKDF2: ["deriveKey", "deriveBits"]
};
var aesBits = [128, 192, 256];
var blockBits = { "SHA-1": 512, "SHA-256": 512 };
function isSecretAlgorithm(name) {
  return Object.hasOwn(usagesOf, name);
}
function generateSecret({ algorithm, extractable, usages }) {
  checkUsages(usages, usagesOf[algorithm.name] ?? []);
  const bits = secretBits(algorithm) ?? 0;
  const material = new Uint8Array(Math.ceil(bits / 8));
  fillRandomly(material);
  if (usages.length === 0) throw new import_part9.DOMException("The key is for nothing", "SyntaxError");
  return make(algorithm, bits, material, extractable, usages);
}
function secretBits(algorithm) {
  const length = algorithm["length"];
  if (algorithm.name.startsWith("AES")) {
    if (length !== void 0 && aesBits.includes(length)) return length;
    throw new import_part9.DOMException(`AES has no keys of ${length} bits`, "OperationError");
  }
  if (algorithm.name !== "HMAC") return null;
  if (length === void 0) return blockBits[algorithm["hash"]] ?? 1024;
  if (length > 0) return length;
  throw new import_part9.DOMException("A key of HMAC has a length", "OperationError");
}
function importSecret(format, data, request) {
  const { algorithm, extractable, usages } = request;
  const { name } = algorithm;
  const isDerivation = name === "HKDF" || name === "PBKDF2";
  const known = isDerivation ? ["raw", "raw-secret"] : ["raw", "raw-secret", "jwk"];
  if (!known.includes(format)) throw refuseFormat(format);
  checkUsages(usages, usagesOf[name] ?? []);
  if (isDerivation && extractable)
    throw new import_part9.DOMException("It cannot be extractable", "SyntaxError");
  let material;
  if (data instanceof Uint8Array) material = data.slice();
  else {
    checkJwk(data, "oct", name === "HMAC" ? "sig" : "enc", extractable, usages);
    material = fromBase64Url(data["k"]);
    const alg = jwkAlgorithm2(algorithm, material.length * 8);
    if (data["alg"] !== void 0 && data["alg"] !== alg)
      throw dataError("The key is of another algorithm");
  }
  const bits = importedBits(algorithm, material);
  if (usages.length === 0) throw new import_part9.DOMException("The key is for nothing", "SyntaxError");
  return make(algorithm, bits, material, extractable, usages);
}
function importedBits(algorithm, material) {
  const bits = material.length * 8;
  if (algorithm.name.startsWith("AES") && !aesBits.includes(bits)) {
    throw dataError(`AES has no keys of ${bits} bits`);
  }
  if (algorithm.name !== "HMAC") return bits;
  if (bits === 0) throw dataError("A key of HMAC has a length");
  const wanted = algorithm["length"];
  if (wanted === void 0) return bits;
  if (wanted > bits || wanted <= bits - 8) throw dataError("The key is of another length");
  return wanted;
}
function make({ name, hash }, length, material, extractable, usages) {
  const isSized = name !== "HKDF" && name !== "PBKDF2";
  const algorithm = { name, ...isSized && { length }, ...hash !== void 0 && { hash } };
  return makeKey({ type: "secret", extractable, algorithm, usages, material });
}
function exportSecret(key4, format) {
  const { algorithm, material } = key4;
  if (format === "raw" || format === "raw-secret") return material.slice();
  if (format !== "jwk") throw refuseFormat(format);
  const jwk = { kty: "oct", k: toBase64Url(material) };
  return withAttributes(jwk, key4, jwkAlgorithm2(algorithm, material.length * 8));
}
function jwkAlgorithm2({ name, hash }, bits) {
  if (name === "HMAC") return hash.replace("SHA-", "HS");
  return `A${bits}${name.slice("AES-".length)}`;
}

// node-agent/host/runtime/web/crypto/signatures.ts
var import_part10 = require("../events/part.ts");
function signData(algorithm, key4, data) {
  const { material } = key4;
  if (algorithm.name === "HMAC")
    return compute("hmac", { hash: key4.algorithm["hash"] }, material, data);
  expectType(key4, "private");
  const isRandom = algorithm.name === "ECDSA" || Number(algorithm["saltLength"] ?? 0) > 0;
  if (isRandom) refuseWhereSeeded(algorithm.name);
  return compute("sign", schemeOf(algorithm, key4), material, data);
}
function verifyData(algorithm, key4, signature, data) {
  const { material } = key4;
  if (algorithm.name === "HMAC") {
    const right = compute("hmac", { hash: key4.algorithm["hash"] }, material, data);
    return compute("equal", {}, right, signature)[0] === 1;
  }
  expectType(key4, "public");
  return compute("verify", schemeOf(algorithm, key4), material, data, signature)[0] === 1;
}
function schemeOf(algorithm, { algorithm: ofKey, type }) {
  const context = algorithm["context"];
  if (context !== void 0 && context.length > 0) {
    throw new import_part10.DOMException("A context is not supported", "OperationError");
  }
  switch (algorithm.name) {
    case "RSASSA-PKCS1-v1_5":
      return { scheme: "pkcs1", hash: ofKey["hash"], type };
    case "RSA-PSS":
      return { scheme: "pss", hash: ofKey["hash"], saltBytes: algorithm["saltLength"], type };
    case "ECDSA":
      return { scheme: "ecdsa", hash: algorithm["hash"], type };
    default:
      return { scheme: "eddsa", type };
  }
}
function expectType({ type }, expected) {
  if (type === expected) return;
  throw new import_part10.DOMException(`This takes a ${expected} key`, "InvalidAccessError");
}

// node-agent/host/runtime/web/crypto/subtle-crypto.ts
var key2 = /* @__PURE__ */ Symbol("made here");
var SubtleCryptoClass = class {
  constructor(given) {
    if (given !== key2) throw new TypeError("Illegal constructor");
  }
  async encrypt(algorithm, cryptoKey, data) {
    requireArguments(arguments.length, 3, "encrypt");
    return this.#cipher("encrypt", algorithm, cryptoKey, data);
  }
  async decrypt(algorithm, cryptoKey, data) {
    requireArguments(arguments.length, 3, "decrypt");
    return this.#cipher("decrypt", algorithm, cryptoKey, data);
  }
  #cipher(direction, algorithm, cryptoKey, data) {
    const bytes = (0, import_part11.bytesOf)(data).slice();
    const known = normalize("encrypt", algorithm);
    const state = usable(cryptoKey, known, direction);
    return bufferOf(runCipher(direction, known, state, bytes));
  }
  async sign(algorithm, cryptoKey, data) {
    requireArguments(arguments.length, 3, "sign");
    const bytes = (0, import_part11.bytesOf)(data).slice();
    const known = normalize("sign", algorithm);
    return bufferOf(signData(known, usable(cryptoKey, known, "sign"), bytes));
  }
  async verify(algorithm, cryptoKey, signature, data) {
    requireArguments(arguments.length, 4, "verify");
    const signatureBytes = (0, import_part11.bytesOf)(signature).slice();
    const bytes = (0, import_part11.bytesOf)(data).slice();
    const known = normalize("sign", algorithm);
    return verifyData(known, usable(cryptoKey, known, "verify"), signatureBytes, bytes);
  }
  async digest(algorithm, data) {
    requireArguments(arguments.length, 2, "digest");
    const bytes = (0, import_part11.bytesOf)(data).slice();
    const { name } = normalize("digest", algorithm);
    return bufferOf(compute("digest", { hash: name }, bytes));
  }
  async generateKey(algorithm, extractable, usages) {
    requireArguments(arguments.length, 3, "generateKey");
    const given = toUsages(toSequence(usages, "The usages"));
    const known = normalize("generateKey", algorithm);
    const request = { algorithm: known, extractable: Boolean(extractable), usages: given };
    return isSecretAlgorithm(known.name) ? generateSecret(request) : generatePair(request);
  }
  async importKey(format, keyData, algorithm, extractable, usages) {
    requireArguments(arguments.length, 5, "importKey");
    const given = toUsages(toSequence(usages, "The usages"));
    const formatText = toFormat(format);
    const data = toKeyData(formatText, keyData);
    const known = normalize("importKey", algorithm);
    return importKeyOf(formatText, data, known, Boolean(extractable), given);
  }
  async exportKey(format, cryptoKey) {
    requireArguments(arguments.length, 2, "exportKey");
    const exported = exportKeyOf(toFormat(format), keyState(cryptoKey));
    return exported instanceof Uint8Array ? bufferOf(exported) : exported;
  }
  async deriveBits(algorithm, baseKey, length = null) {
    requireArguments(arguments.length, 2, "deriveBits");
    const known = normalize("deriveBits", algorithm);
    const bitCount = length === null ? null : toEnforcedInteger(length, 4294967295, "The length");
    return bufferOf(deriveBitsOf(known, usable(baseKey, known, "deriveBits"), bitCount));
  }
  async deriveKey(algorithm, baseKey, derivedKeyType, extractable, usages) {
    requireArguments(arguments.length, 5, "deriveKey");
    const given = toUsages(toSequence(usages, "The usages"));
    const known = normalize("deriveBits", algorithm);
    const imported = normalize("importKey", derivedKeyType);
    const sized = normalize("getKeyLength", derivedKeyType);
    const state = usable(baseKey, known, "deriveKey");
    const bits = deriveBitsOf(known, state, secretBits(sized));
    return importKeyOf("raw", bits, imported, Boolean(extractable), given);
  }
  async wrapKey(format, cryptoKey, wrappingKey, algorithm) {
    requireArguments(arguments.length, 4, "wrapKey");
    const formatText = toFormat(format);
    const known = normalizeWrapping(algorithm);
    const state = keyState(cryptoKey);
    const wrapping = usable(wrappingKey, known, "wrapKey");
    const exported = exportKeyOf(formatText, state);
    const bytes = exported instanceof Uint8Array ? exported : jsonBytes(exported);
    return bufferOf(runCipher("encrypt", known, wrapping, bytes));
  }
  async unwrapKey(format, wrappedKey, unwrappingKey, unwrapAlgorithm, unwrappedKeyAlgorithm, extractable, usages) {
    requireArguments(arguments.length, 7, "unwrapKey");
    const given = toUsages(toSequence(usages, "The usages"));
    const formatText = toFormat(format);
    const wrapped = (0, import_part11.bytesOf)(wrappedKey).slice();
    const known = normalizeWrapping(unwrapAlgorithm);
    const imported = normalize("importKey", unwrappedKeyAlgorithm);
    const state = usable(unwrappingKey, known, "unwrapKey");
    const bytes = runCipher("decrypt", known, state, wrapped);
    const data = formatText === "jwk" ? parseJwk(bytes) : bytes;
    return importKeyOf(formatText, data, imported, Boolean(extractable), given);
  }
};
function normalizeWrapping(given) {
  const operations = ["wrapKey", "encrypt"];
  try {
    return normalize(operations[0], given);
  } catch {
    return normalize(operations[1], given);
  }
}
function importKeyOf(format, data, algorithm, extractable, usages) {
  const request = { algorithm, extractable, usages };
  return isSecretAlgorithm(algorithm.name) ? importSecret(format, data, request) : importPairKey(format, data, request);
}
function exportKeyOf(format, state) {
  const { name } = state.algorithm;
  if (name === "HKDF" || name === "PBKDF2") {
    throw new import_part12.DOMException(`A key of ${name} is not given out`, "NotSupportedError");
  }
  if (!state.extractable) {
    throw new import_part12.DOMException("The key is not extractable", "InvalidAccessError");
  }
  return isSecretAlgorithm(name) ? exportSecret(state, format) : exportPairKey(state, format);
}
function usable(cryptoKey, { name }, usage) {
  const state = keyState(cryptoKey);
  if (state.algorithm.name !== name) {
    throw new import_part12.DOMException(`The key is one of ${state.algorithm.name}`, "InvalidAccessError");
  }
  if (!state.usages.includes(usage)) {
    throw new import_part12.DOMException(`The key is not for ${usage}`, "InvalidAccessError");
  }
  return state;
}
var formats = ["raw", "raw-public", "raw-secret", "spki", "pkcs8", "jwk"];
function toFormat(format) {
  const text = String(format);
  if (!formats.includes(text)) throw new TypeError(`Keys have no format ${text}`);
  return text;
}
function toKeyData(format, data) {
  const isBuffer = ArrayBuffer.isView(data) || data instanceof ArrayBuffer;
  if (format !== "jwk") return (0, import_part11.bytesOf)(data).slice();
  if (isBuffer || typeof data !== "object" || data === null) {
    throw new TypeError("A key of format jwk is an object");
  }
  return { ...data };
}
function parseJwk(bytes) {
  try {
    const jwk = JSON.parse(new import_part11.TextDecoder().decode(bytes));
    if (typeof jwk === "object" && jwk !== null) return jwk;
  } catch {
  }
  throw dataError("What was wrapped is no JWK");
}
function bufferOf(bytes) {
  return bytes.buffer;
}
var SubtleCrypto = asInterface(SubtleCryptoClass, "SubtleCrypto");
var subtle = new SubtleCryptoClass(key2);

// node-agent/host/runtime/web/crypto/part.ts
var key3 = /* @__PURE__ */ Symbol("made here");
var randomBytesMax = 65536;
var integerKinds = /^\[object (Int8|Uint8|Uint8Clamped|Int16|Uint16|Int32|Uint32|BigInt64|BigUint64)Array\]$/;
var CryptoClass = class {
  #subtle = subtle;
  constructor(given) {
    if (given !== key3) throw new TypeError("Illegal constructor");
  }
  get subtle() {
    return this.#subtle;
  }
  getRandomValues(array) {
    void this.#subtle;
    requireArguments(arguments.length, 1, "getRandomValues");
    if (!ArrayBuffer.isView(array)) throw new TypeError("Random values are put into a view");
    if (!integerKinds.test(Object.prototype.toString.call(array))) {
      throw new import_part13.DOMException("The view is none of integers", "TypeMismatchError");
    }
    const { buffer, byteOffset, byteLength } = array;
    if (byteLength > randomBytesMax) {
      throw new import_part13.DOMException(
        `More than ${randomBytesMax} bytes: ${byteLength}`,
        "QuotaExceededError"
      );
    }
    fillRandomly(new Uint8Array(buffer, byteOffset, byteLength));
    return array;
  }
  randomUUID() {
    void this.#subtle;
    return randomUuid();
  }
};
var Crypto = asInterface(CryptoClass, "Crypto");
var crypto = new CryptoClass(key3);
})
//# sourceURL=isopod:runtime
