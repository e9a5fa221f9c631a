// Made by tools/generate-web-parts.ts from node-agent/host/runtime/web/fetch/part.ts.
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
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// node-agent/host/runtime/web/fetch/part.ts
var part_exports = {};
__export(part_exports, {
  Body: () => Body,
  Headers: () => Headers,
  Request: () => Request,
  Response: () => Response,
  fetch: () => fetch,
  headersOf: () => headersOf,
  listOfHeaders: () => listOfHeaders,
  responseOf: () => responseOf,
  stateOfRequest: () => stateOfRequest
});
module.exports = __toCommonJS(part_exports);

// node-agent/host/runtime/web/fetch/body.ts
var import_part3 = require("../blob/part.ts");
var import_kit = require("../kit.ts");
var import_part4 = require("../streams/part.ts");

// node-agent/host/runtime/web/fetch/multipart.ts
var import_part = require("../blob/part.ts");
var import_part2 = require("../encoding/part.ts");

// node-agent/host/runtime/web/utf8.ts
function utf8Bytes(text2) {
  const bytes = new Uint8Array(text2.length);
  let index = 0;
  for (; index < text2.length; index++) {
    const unit = text2.charCodeAt(index);
    if (unit >= 128) break;
    bytes[index] = unit;
  }
  if (index === text2.length) return bytes;
  const roomy = new Uint8Array(index + (text2.length - index) * 3);
  roomy.set(bytes.subarray(0, index));
  const { written } = encodeInto(text2.slice(index), roomy.subarray(index));
  return roomy.slice(0, index + written);
}
function encodeInto(text2, bytes) {
  const room = bytes.length;
  let written = 0;
  let read = 0;
  while (read < text2.length) {
    const point = text2.codePointAt(read);
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

// node-agent/host/runtime/web/fetch/multipart.ts
var newline = "\r\n";
function writeMultipart(form, boundary) {
  const chunks = [];
  for (const [name, value] of (0, import_part.entriesOfForm)(form)) {
    const head = `--${boundary}${newline}Content-Disposition: form-data; name="${escapeName(name)}"`;
    if (typeof value === "string") {
      chunks.push(utf8Bytes(`${head}${newline}${newline}${withNewlines(value)}${newline}`));
      continue;
    }
    const type = value.type || "application/octet-stream";
    const fileHead = `${head}; filename="${escapeFileName(value.name)}"${newline}Content-Type: ${type}`;
    chunks.push(utf8Bytes(`${fileHead}${newline}${newline}`));
    chunks.push((0, import_part.bytesOfBlobObject)(value), utf8Bytes(newline));
  }
  chunks.push(utf8Bytes(`--${boundary}--${newline}`));
  return joinBytes(chunks);
}
function escapeFileName(name) {
  return name.replaceAll("\n", "%0A").replaceAll("\r", "%0D").replaceAll('"', "%22");
}
function escapeName(name) {
  return escapeFileName(withNewlines(name));
}
function withNewlines(text2) {
  return text2.replaceAll(/\r\n|\r|\n/g, newline);
}
function joinBytes(chunks) {
  const joined = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
function readMultipart(bytes, boundary) {
  const form = new import_part.FormData();
  const delimiter = utf8Bytes(`--${boundary}`);
  let at = indexOf(bytes, delimiter, 0);
  if (at === -1) throw malformed();
  at += delimiter.length;
  while (!startsWith(bytes, at, "--")) {
    if (!startsWith(bytes, at, newline)) throw malformed();
    const headEnd = indexOf(bytes, utf8Bytes(newline + newline), at);
    const end = headEnd === -1 ? -1 : indexOf(bytes, utf8Bytes(`${newline}--${boundary}`), headEnd + 2);
    if (end === -1) throw malformed();
    const head = decode(bytes.subarray(at, headEnd));
    addPart(form, head, bytes.subarray(Math.min(end, headEnd + 4), end));
    at = end + 2 + delimiter.length;
  }
  return form;
}
function addPart(form, head, body) {
  const disposition = /content-disposition:\s*form-data\s*(;[^\r\n]*)/i.exec(head)?.[1];
  if (disposition === void 0) throw malformed();
  const name = /;\s*name="([^"]*)"/.exec(disposition)?.[1];
  const fileName = /;\s*filename="([^"]*)"/.exec(disposition)?.[1];
  if (name === void 0) throw malformed();
  if (fileName === void 0) {
    form.append(unescapeName(name), decode(body));
    return;
  }
  const type = /content-type:\s*([^\r\n]*)/i.exec(head)?.[1] ?? "text/plain";
  form.append(unescapeName(name), new import_part.File([body], unescapeName(fileName), { type }));
}
function unescapeName(name) {
  return name.replaceAll(/%0A/gi, "\n").replaceAll(/%0D/gi, "\r").replaceAll("%22", '"');
}
function decode(bytes) {
  return new import_part2.TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
function startsWith(bytes, at, text2) {
  return utf8Bytes(text2).every((byte, index) => bytes[at + index] === byte);
}
function indexOf(bytes, wanted, from) {
  const first = wanted[0];
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < wanted.length && bytes[at + length] === wanted[length]) length++;
    if (length === wanted.length) return at;
  }
  return -1;
}
function malformed() {
  return new TypeError("The body is no multipart/form-data");
}

// node-agent/host/runtime/web/fetch/body.ts
var Body = class _Body {
  /** Undefined for a body that was a stream from the start, or was used up as bytes. */
  #bytes;
  #stream;
  constructor(source) {
    if (source instanceof Uint8Array) this.#bytes = source;
    else this.#stream = source;
  }
  get stream() {
    if (this.#stream !== void 0) return this.#stream;
    const stream = (0, import_part3.byteStreamOf)(this.#bytes ?? new Uint8Array());
    this.#stream = stream;
    if (this.#bytes === void 0) void stream.getReader().cancel();
    return stream;
  }
  get isUsed() {
    if (this.#stream !== void 0) return isDisturbed(this.#stream);
    return this.#bytes === void 0;
  }
  get isUnusable() {
    return this.isUsed || this.#stream?.locked === true;
  }
  /** What it has as bytes, where no stream was made of them. */
  get plainBytes() {
    return this.#stream === void 0 ? this.#bytes : void 0;
  }
  clone() {
    if (this.#stream === void 0 && this.#bytes !== void 0) return new _Body(this.#bytes);
    const [own, other] = this.stream.tee();
    this.#bytes = void 0;
    this.#stream = own;
    return new _Body(other.pipeThrough(new import_part4.TransformStream({ transform: cloneChunk })));
  }
  /** Hands its content on: this one is used up. */
  take() {
    const { plainBytes } = this;
    if (plainBytes === void 0) return new _Body(this.stream.pipeThrough(new import_part4.TransformStream()));
    this.#bytes = void 0;
    return new _Body(plainBytes);
  }
  async readAll() {
    const { plainBytes } = this;
    if (plainBytes !== void 0) {
      this.#bytes = void 0;
      return plainBytes;
    }
    const reader = this.stream.getReader();
    const chunks = [];
    for (; ; ) {
      const { done, value } = await reader.read();
      if (done) return joinBytes(chunks);
      if (!(value instanceof Uint8Array))
        throw new TypeError("The body has a chunk that is no bytes");
      chunks.push(value);
    }
  }
};
function cloneChunk(chunk, controller) {
  const clone = (0, import_kit.loadPart)("structured-clone")["structuredClone"];
  controller.enqueue(clone(chunk));
}
function isDisturbed(stream) {
  return stream._disturbed;
}

// node-agent/frames/fetch-call.ts
var fetchBounds = {
  urlCharsMax: 8192,
  headersMax: 128,
  /** Names and values together, before secrets are filled in and after. */
  headerCharsMax: 32 * 1024,
  requestBytesMax: 1024 * 1024,
  /** The most that an operator can allow. */
  responseBytesMax: 16 * 1024 * 1024
};

// node-agent/host/runtime/fetch-texts.ts
function writeRequestHead({ method: method2, redirect, url, headers }) {
  return [`${method2} ${redirect} ${url}`, ...headers.map(headerLine)].join("\n");
}
function readResponseHead(text2) {
  const [first = "", statusText = "", ...lines] = text2.split("\n");
  const [status = "", redirected = "", url = ""] = first.split(" ");
  return {
    status: Number(status),
    statusText,
    url,
    isRedirected: redirected === "1",
    headers: lines.map(headerOf)
  };
}
function headerLine([name, value]) {
  return `${name}:${value}`;
}
function headerOf(line) {
  const colon = line.indexOf(":");
  return [line.slice(0, colon), line.slice(colon + 1)];
}

// node-agent/host/runtime/web/fetch/fetch.ts
var import_part15 = require("../events/part.ts");
var import_kit4 = require("../kit.ts");

// node-agent/host/runtime/web/webidl.ts
var import_kit2 = require("./kit.ts");
function toDomString(value) {
  if (typeof value === "symbol") throw new TypeError("A symbol cannot be made a text");
  return String(value);
}
function toUsvString(value) {
  return toDomString(value).toWellFormed();
}
function toWrappedInteger(value, bits, isSigned) {
  const number = Number(value);
  if (!Number.isFinite(number)) return 0;
  if (Number.isSafeInteger(number) && Math.abs(number) < 2 ** (bits - 1)) {
    if (isSigned || number >= 0) return number + 0;
  }
  const range = 2 ** bits;
  const wrapped = (Math.trunc(number) % range + range) % range;
  return isSigned && wrapped >= range / 2 ? wrapped - range : wrapped + 0;
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
  for (const [key, value] of Object.entries(constants)) {
    Object.defineProperty(constructor, key, { value, enumerable: true });
    Object.defineProperty(prototype, key, { value, enumerable: true });
  }
  Object.defineProperty(prototype, Symbol.toStringTag, { value: name, configurable: true });
  (0, import_kit2.addPlatformPrototype)(prototype);
  Object.defineProperty(constructor, "name", { value: name, configurable: true });
  return constructor;
}
function listMembers(holder) {
  for (const key of Object.getOwnPropertyNames(holder)) {
    if (["constructor", "prototype", "name", "length"].includes(key)) continue;
    Object.defineProperty(holder, key, { enumerable: true });
  }
}

// node-agent/host/runtime/web/pair-iterable.ts
var iteratorPrototype = Object.getPrototypeOf(
  Object.getPrototypeOf([][Symbol.iterator]())
);
function makePairIterable(constructor, pairsOf) {
  const { prototype, name } = constructor;
  const places = /* @__PURE__ */ new WeakMap();
  const iterators = Object.create(iteratorPrototype);
  method(iterators, "next", function next() {
    const place = places.get(this);
    if (place === void 0) throw new TypeError(`This is no ${name} iterator`);
    const pair = pairsOf(place.holder)[place.index++];
    if (pair === void 0) return { value: void 0, done: true };
    const value = place.kind === "entries" ? [...pair] : pair[place.kind === "keys" ? 0 : 1];
    return { value, done: false };
  });
  Object.defineProperty(iterators, Symbol.toStringTag, {
    value: `${name} Iterator`,
    configurable: true
  });
  const start = (holder, kind) => {
    pairsOf(holder);
    const iterator = Object.create(iterators);
    places.set(iterator, { holder, kind, index: 0 });
    return iterator;
  };
  method(prototype, "entries", function entries2() {
    return start(this, "entries");
  });
  method(prototype, "keys", function keys() {
    return start(this, "keys");
  });
  method(prototype, "values", function values() {
    return start(this, "values");
  });
  method(prototype, "forEach", function forEach(visit, ...rest) {
    pairsOf(this);
    requireArguments(arguments.length, 1, "forEach");
    if (typeof visit !== "function") throw new TypeError("forEach needs a function");
    for (let index = 0; index < pairsOf(this).length; index++) {
      const [key, value] = pairsOf(this)[index];
      Reflect.apply(visit, rest[0], [value, key, this]);
    }
  });
  const { entries } = prototype;
  Object.defineProperty(prototype, Symbol.iterator, {
    value: entries,
    writable: true,
    configurable: true
  });
}
function method(holder, name, value) {
  Object.defineProperty(holder, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true
  });
}

// node-agent/host/runtime/web/fetch/headers.ts
var tokenPattern = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
var insideOf;
var HeaderList = class {
  guard = "none";
  headers = [];
  #sorted;
  has(lowerName) {
    return this.headers.some(([name]) => name.toLowerCase() === lowerName);
  }
  get(lowerName) {
    const values = this.headers.filter(([name]) => name.toLowerCase() === lowerName);
    return values.length === 0 ? null : values.map(([, value]) => value).join(", ");
  }
  append(name, value) {
    const lowerName = name.toLowerCase();
    const known = this.headers.find(([other]) => other.toLowerCase() === lowerName);
    this.headers.push([known?.[0] ?? name, value]);
    this.#sorted = void 0;
  }
  set(name, value) {
    const lowerName = name.toLowerCase();
    const first = this.headers.findIndex(([other]) => other.toLowerCase() === lowerName);
    if (first === -1) return this.append(name, value);
    const known = this.headers[first];
    this.delete(lowerName);
    this.headers.splice(first, 0, [known[0], value]);
  }
  delete(lowerName) {
    const kept = this.headers.filter(([name]) => name.toLowerCase() !== lowerName);
    this.headers.splice(0, this.headers.length, ...kept);
    this.#sorted = void 0;
  }
  /** Sorted by name, lowercase; cookies each on their own, others combined. */
  sorted() {
    if (this.#sorted !== void 0) return this.#sorted;
    const names = [...new Set(this.headers.map(([name]) => name.toLowerCase()))].toSorted();
    this.#sorted = names.flatMap(
      (name) => name === "set-cookie" ? this.cookies().map((cookie) => [name, cookie]) : [[name, this.get(name)]]
    );
    return this.#sorted;
  }
  cookies() {
    return this.headers.filter(([name]) => name.toLowerCase() === "set-cookie").map(([, value]) => value);
  }
};
var HeadersClass = class {
  #list = new HeaderList();
  static {
    insideOf = (headers) => headers.#list;
  }
  constructor(init) {
    if (init !== void 0) fillHeaders(this.#list, init);
  }
  append(name, value) {
    requireArguments(arguments.length, 2, "append");
    appendChecked(this.#list, name, value);
  }
  delete(name) {
    requireArguments(arguments.length, 1, "delete");
    const lowerName = toName(name).toLowerCase();
    refuseImmutable(this.#list);
    this.#list.delete(lowerName);
  }
  get(name) {
    requireArguments(arguments.length, 1, "get");
    return this.#list.get(toName(name).toLowerCase());
  }
  getSetCookie() {
    return this.#list.cookies();
  }
  has(name) {
    requireArguments(arguments.length, 1, "has");
    return this.#list.has(toName(name).toLowerCase());
  }
  set(name, value) {
    requireArguments(arguments.length, 2, "set");
    const nameText = toName(name);
    const valueText = toValue(value);
    refuseImmutable(this.#list);
    this.#list.set(nameText, valueText);
  }
};
function fillHeaders(list, init) {
  if (typeof init !== "object" && typeof init !== "function" || init === null) {
    throw new TypeError("Headers are made of pairs, a record, or other headers");
  }
  const iterate = init[Symbol.iterator];
  if (iterate !== void 0 && iterate !== null) {
    for (const pair of toSequence(init, "The headers")) {
      const parts = toSequence(pair, "A header");
      if (parts.length !== 2) throw new TypeError("A header is not a pair of name and value");
      appendChecked(list, parts[0], parts[1]);
    }
    return;
  }
  for (const [name, value] of recordOf(init)) appendChecked(list, name, value);
}
function recordOf(init) {
  const record = /* @__PURE__ */ new Map();
  for (const key of Reflect.ownKeys(init)) {
    const property = Reflect.getOwnPropertyDescriptor(init, key);
    if (property?.enumerable !== true) continue;
    record.set(toByteString(key), toByteString(Reflect.get(init, key)));
  }
  return [...record];
}
function appendChecked(list, name, value) {
  const nameText = toByteString(name);
  const valueText = normalize(toByteString(value));
  if (!tokenPattern.test(nameText)) throw new TypeError(`This is no header's name: ${nameText}`);
  refuseOddValue(valueText);
  refuseImmutable(list);
  list.append(nameText, valueText);
}
function refuseImmutable({ guard }) {
  if (guard === "immutable") throw new TypeError("These headers cannot be changed");
}
function toName(name) {
  const text2 = toByteString(name);
  if (!tokenPattern.test(text2)) throw new TypeError(`This is no header's name: ${text2}`);
  return text2;
}
function toValue(value) {
  const text2 = normalize(toByteString(value));
  refuseOddValue(text2);
  return text2;
}
function normalize(value) {
  return value.replaceAll(/^[\t\n\r ]+|[\t\n\r ]+$/g, "");
}
function refuseOddValue(value) {
  if (value.includes("\0") || /[\r\n]/.test(value)) {
    throw new TypeError("A header\u2019s value has a line break or a zero in it");
  }
}
function toByteString(value) {
  const text2 = toDomString(value);
  for (let index = 0; index < text2.length; index++) {
    if (text2.charCodeAt(index) > 255)
      throw new TypeError("A text has a character that is no byte");
  }
  return text2;
}
makePairIterable(HeadersClass, (headers) => insideOf(headers).sorted());
var Headers = asInterface(HeadersClass, "Headers");
var listOfHeaders = (headers) => insideOf(headers);
function headersOf(init, guard) {
  const headers = new HeadersClass(init);
  insideOf(headers).guard = guard;
  return headers;
}

// node-agent/host/runtime/web/fetch/request.ts
var import_part12 = require("../events/part.ts");
var import_part13 = require("../url/part.ts");

// node-agent/host/runtime/web/fetch/body-methods.ts
var import_part5 = require("../blob/part.ts");
var import_part6 = require("../encoding/part.ts");
var import_part7 = require("../url/part.ts");

// node-agent/host/runtime/web/fetch/mime-type.ts
var token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
var tokenWithQuotes = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/;
function parseMimeType(text2) {
  if (text2 === null) return void 0;
  const [essence = "", ...rest] = text2.split(";");
  const [type = "", subtype = "", ...more] = essence.trim().toLowerCase().split("/");
  if (more.length > 0 || !token.test(type) || !token.test(subtype)) return void 0;
  return { essence: `${type}/${subtype}`, parameters: parseParameters(rest.join(";")) };
}
function parseParameters(text2) {
  const parameters = /* @__PURE__ */ new Map();
  const pattern = /\s*([^=;]*)(?:=(?:"((?:[^"\\]|\\.)*)"?[^;]*|([^;]*)))?(?:;|$)/gy;
  while (pattern.lastIndex < text2.length) {
    const match = pattern.exec(text2);
    if (match === null) break;
    const name = (match[1] ?? "").toLowerCase();
    const quoted = match[2]?.replaceAll(/\\(.)/g, "$1");
    const value = quoted ?? (match[3] ?? "").trimEnd();
    if (!token.test(name) || parameters.has(name)) continue;
    if (quoted !== void 0 || value !== "") parameters.set(name, value);
  }
  return parameters;
}
function writeMimeType({ essence, parameters }) {
  let text2 = essence;
  for (const [name, value] of parameters) {
    const isPlain = value !== "" && tokenWithQuotes.test(value);
    text2 += `;${name}=${isPlain ? value : `"${value.replaceAll(/["\\]/g, "\\$&")}"`}`;
  }
  return text2;
}

// node-agent/host/runtime/web/fetch/body-methods.ts
function addBodyMethods(constructor, holderOf) {
  const { prototype } = constructor;
  getter(prototype, "body", (instance) => holderOf(instance).body?.stream ?? null);
  getter(prototype, "bodyUsed", (instance) => holderOf(instance).body?.isUsed ?? false);
  const reader = (name, convert) => {
    const method2 = {
      async [name]() {
        const { body, contentType } = holderOf(this);
        if (body?.isUnusable === true)
          throw new TypeError("The body was used already, or is locked");
        const bytes = await body?.readAll() ?? new Uint8Array();
        return convert(bytes, contentType);
      }
    }[name];
    Object.defineProperty(prototype, name, {
      value: method2,
      writable: true,
      enumerable: true,
      configurable: true
    });
  };
  reader("arrayBuffer", (bytes) => bytes.slice().buffer);
  reader("blob", (bytes, type) => new import_part5.Blob([bytes], { type: blobType(type) }));
  reader("bytes", (bytes) => bytes.slice());
  reader("formData", toFormData);
  reader("json", (bytes) => JSON.parse(toText(bytes)));
  reader("text", toText);
}
function getter(prototype, name, read) {
  const { get } = Object.getOwnPropertyDescriptor(
    {
      get [name]() {
        return read(this);
      }
    },
    name
  );
  Object.defineProperty(prototype, name, { get, enumerable: true, configurable: true });
}
function toText(bytes) {
  return new import_part6.TextDecoder().decode(bytes);
}
function blobType(contentType) {
  const type = parseMimeType(contentType);
  return type === void 0 ? "" : writeMimeType(type);
}
function toFormData(bytes, contentType) {
  const type = parseMimeType(contentType);
  const boundary = type?.parameters.get("boundary");
  if (type?.essence === "multipart/form-data" && boundary !== void 0) {
    return readMultipart(bytes, boundary);
  }
  if (type?.essence !== "application/x-www-form-urlencoded") {
    throw new TypeError("The body has no type that forms have");
  }
  const form = new import_part5.FormData();
  const text2 = new import_part6.TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const pairs = new import_part7.URLSearchParams(text2.startsWith("?") ? `?${text2}` : text2);
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

// node-agent/host/runtime/web/fetch/extract-body.ts
var import_part8 = require("../blob/part.ts");
var import_part9 = require("../encoding/part.ts");

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
var import_kit3 = require("./kit.ts");
var bytesAtOnceMax = 65536;
function fillRandomly(bytes) {
  if ((0, import_kit3.randomNumber)() !== void 0) {
    for (let at = 0; at < bytes.length; at++) bytes[at] = Number((0, import_kit3.randomNumber)()) * 256;
    return;
  }
  for (let at = 0; at < bytes.length; at += bytesAtOnceMax) {
    const count = Math.min(bytesAtOnceMax, bytes.length - at);
    bytes.set((0, import_kit3.askHost)(hostServices.randomBytes, count), at);
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

// node-agent/host/runtime/web/fetch/extract-body.ts
var import_part10 = require("../streams/part.ts");
var import_part11 = require("../url/part.ts");
function extractBody(init) {
  if (typeof init !== "object" || init === null) return text(toUsvString(init), "text/plain");
  if (init instanceof import_part10.ReadableStream) {
    if (init.locked || isRead(init)) throw new TypeError("The stream is locked, or was read from");
    return { body: new Body(init), type: null };
  }
  if ((0, import_part8.isBlob)(init)) {
    return { body: new Body((0, import_part8.bytesOfBlobObject)(init)), type: init.type === "" ? null : init.type };
  }
  if ((0, import_part8.isBufferSource)(init)) return { body: new Body((0, import_part9.bytesOf)(init).slice()), type: null };
  if ((0, import_part8.isFormData)(init)) {
    const boundary = `----formdata-${randomUuid()}`;
    const type = `multipart/form-data; boundary=${boundary}`;
    return { body: new Body(writeMultipart(init, boundary)), type };
  }
  if (init instanceof import_part11.URLSearchParams) {
    return text(String(init), "application/x-www-form-urlencoded");
  }
  return text(toUsvString(init), "text/plain");
}
function text(content, essence) {
  return { body: new Body(utf8Bytes(content)), type: `${essence};charset=UTF-8` };
}
function isRead(stream) {
  return stream._disturbed === true;
}

// node-agent/host/runtime/web/fetch/request.ts
var words = {
  redirect: ["follow", "error", "manual"],
  credentials: ["same-origin", "omit", "include"],
  cache: ["default", "no-store", "reload", "no-cache", "force-cache", "only-if-cached"],
  mode: ["cors", "no-cors", "same-origin", "navigate"],
  referrerPolicy: [
    "",
    "no-referrer",
    "no-referrer-when-downgrade",
    "same-origin",
    "origin",
    "strict-origin",
    "origin-when-cross-origin",
    "strict-origin-when-cross-origin",
    "unsafe-url"
  ]
};
var tokenPattern2 = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
var normalMethods = ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"];
var forbiddenMethods = ["CONNECT", "TRACE", "TRACK"];
var stateOf;
var withState;
var RequestClass = class _RequestClass {
  #state;
  static {
    stateOf = (request) => request.#state;
    withState = (state) => {
      const request = new _RequestClass(state.url);
      request.#state = state;
      return request;
    };
  }
  constructor(input, init) {
    requireArguments(arguments.length, 1, "Request");
    const options = toDictionary(init, "The options");
    const isRequest = typeof input === "object" && input !== null && #state in input;
    this.#state = initialize(isRequest ? input.#state : toUsvString(input), options);
  }
  get method() {
    return this.#state.method;
  }
  get url() {
    return this.#state.url;
  }
  get headers() {
    return this.#state.headers;
  }
  get destination() {
    void this.#state;
    return "";
  }
  get referrer() {
    return this.#state.referrer;
  }
  get referrerPolicy() {
    return this.#state.referrerPolicy;
  }
  get mode() {
    return this.#state.mode;
  }
  get credentials() {
    return this.#state.credentials;
  }
  get cache() {
    return this.#state.cache;
  }
  get redirect() {
    return this.#state.redirect;
  }
  get integrity() {
    return this.#state.integrity;
  }
  get keepalive() {
    return this.#state.keepalive;
  }
  get signal() {
    return this.#state.signal;
  }
  get duplex() {
    return this.#state.duplex;
  }
  clone() {
    const state = this.#state;
    if (state.body?.isUnusable === true)
      throw new TypeError("The body was used already, or is locked");
    const headers = headersOf([...listOfHeaders(state.headers).headers], "request");
    const signal = import_part12.AbortSignal.any([state.signal]);
    return withState({ ...state, headers, signal, body: state.body?.clone() ?? null });
  }
};
function initialize(input, options) {
  const from = typeof input === "string" ? void 0 : input;
  const method2 = options["method"] === void 0 ? from?.method ?? "GET" : toMethod(options["method"]);
  const headers = headersOf(
    options["headers"] ?? (from ? [...listOfHeaders(from.headers).headers] : void 0),
    "request"
  );
  const state = {
    method: method2,
    url: typeof input === "string" ? toPlainUrl(input) : input.url,
    headers,
    signal: toSignal(options["signal"], from),
    redirect: word(options, from, "redirect"),
    credentials: word(options, from, "credentials"),
    cache: word(options, from, "cache"),
    mode: word(options, from, "mode"),
    referrerPolicy: word(options, from, "referrerPolicy"),
    referrer: referrerOf(options["referrer"], from),
    integrity: options["integrity"] === void 0 ? from?.integrity ?? "" : toDomString(options["integrity"]),
    keepalive: options["keepalive"] === void 0 ? from?.keepalive ?? false : Boolean(options["keepalive"]),
    duplex: "half"
  };
  refuseOddities(state, options);
  return { ...state, body: bodyOf(method2, headers, options, from) };
}
function refuseOddities(state, options) {
  if (options["window"] !== void 0 && options["window"] !== null) {
    throw new TypeError("A request has no window");
  }
  if (options["mode"] === "navigate") throw new TypeError("A program does not navigate");
  if (state.cache === "only-if-cached" && state.mode !== "same-origin") {
    throw new TypeError("only-if-cached is for mode same-origin");
  }
}
function bodyOf(method2, headers, options, from) {
  const given = options["body"];
  const inherited = from?.body ?? null;
  if (given !== void 0 && given !== null || inherited !== null) {
    if (method2 === "GET" || method2 === "HEAD") throw new TypeError(`A ${method2} has no body`);
  }
  if (given === void 0 || given === null) {
    if (inherited === null) return null;
    if (inherited.isUnusable) throw new TypeError("The body was used already, or is locked");
    return inherited.take();
  }
  const { body, type } = extractBody(given);
  if (body.plainBytes === void 0 && options["duplex"] === void 0) {
    throw new TypeError("A request with a stream for a body says duplex: half");
  }
  const list = listOfHeaders(headers);
  if (type !== null && !list.has("content-type")) list.append("Content-Type", type);
  return body;
}
function toPlainUrl(text2) {
  const url = import_part13.URL.parse(text2);
  if (url === null) throw new TypeError(`The request's URL cannot be read: ${text2.slice(0, 200)}`);
  if (url.username !== "" || url.password !== "") {
    throw new TypeError("The request\u2019s URL has a user name or a password in it");
  }
  return url.href;
}
function toMethod(value) {
  const method2 = toByteString(value);
  const upper = method2.toUpperCase();
  if (!tokenPattern2.test(method2) || forbiddenMethods.includes(upper)) {
    throw new TypeError(`A request cannot have this method: ${method2}`);
  }
  return normalMethods.includes(upper) ? upper : method2;
}
function toSignal(value, from) {
  if (value === null || value === void 0 && from === void 0)
    return new import_part12.AbortController().signal;
  const signal = value ?? from?.signal;
  if (!(0, import_part12.isSignal)(signal)) throw new TypeError("The signal is no AbortSignal");
  return import_part12.AbortSignal.any([signal]);
}
function word(options, from, key) {
  const known = words[key];
  const given = options[key];
  if (given === void 0) return from?.[key] ?? known[0];
  const text2 = toDomString(given);
  if (!known.includes(text2)) throw new TypeError(`A request knows no ${key} ${text2}`);
  return text2;
}
function referrerOf(given, from) {
  if (given === void 0) return from?.referrer ?? "about:client";
  const text2 = toUsvString(given);
  if (text2 === "") return "";
  if (!import_part13.URL.canParse(text2)) throw new TypeError(`The referrer cannot be read as a URL: ${text2}`);
  return "about:client";
}
addBodyMethods(RequestClass, (request) => {
  const { body, headers } = stateOf(request);
  return { body, contentType: listOfHeaders(headers).get("content-type") };
});
var Request = asInterface(RequestClass, "Request");
var stateOfRequest = (request) => stateOf(request);

// node-agent/host/runtime/web/fetch/response.ts
var import_part14 = require("../url/part.ts");
var nullBodyStatuses = [101, 103, 204, 205, 304];
var redirectStatuses = [301, 302, 303, 307, 308];
var stateOf2;
var withState2;
var ResponseClass = class _ResponseClass {
  #state;
  static {
    stateOf2 = (response) => response.#state;
    withState2 = (state) => {
      const response = new _ResponseClass();
      response.#state = state;
      return response;
    };
  }
  constructor(body = null, init) {
    const extracted = body === null || body === void 0 ? void 0 : extractBody(body);
    this.#state = initialize2(init, extracted);
  }
  static error() {
    return withState2({ ...initialize2({}, void 0, "immutable"), type: "error", status: 0 });
  }
  static redirect(url, status = 302) {
    requireArguments(arguments.length, 1, "Response.redirect");
    const { href } = new import_part14.URL(toUsvString(url));
    const code = toWrappedInteger(status, 16, false);
    if (!redirectStatuses.includes(code)) {
      throw new RangeError(`This is no status of a redirection: ${code}`);
    }
    const state = initialize2({ headers: { location: href } }, void 0, "immutable");
    return withState2({ ...state, status: code });
  }
  static json(data, init) {
    requireArguments(arguments.length, 1, "Response.json");
    const text2 = JSON.stringify(data);
    if (typeof text2 !== "string") throw new TypeError("The data cannot be written as JSON");
    const body = new Body(utf8Bytes(text2.toWellFormed()));
    return withState2(initialize2(init, { body, type: "application/json" }));
  }
  get type() {
    return this.#state.type;
  }
  get url() {
    return this.#state.url;
  }
  get redirected() {
    return this.#state.isRedirected;
  }
  get status() {
    return this.#state.status;
  }
  get ok() {
    return this.#state.status >= 200 && this.#state.status <= 299;
  }
  get statusText() {
    return this.#state.statusText;
  }
  get headers() {
    return this.#state.headers;
  }
  clone() {
    const state = this.#state;
    if (state.body?.isUnusable === true)
      throw new TypeError("The body was used already, or is locked");
    const list = listOfHeaders(state.headers);
    const headers = headersOf([...list.headers], list.guard);
    return withState2({ ...state, headers, body: state.body?.clone() ?? null });
  }
};
function initialize2(init, extracted, guard = "response") {
  const { status = 200, statusText = "", headers: given } = toDictionary(init, "The options");
  const code = toWrappedInteger(status, 16, false);
  const reason = toByteString(statusText);
  if (code < 200 || code > 599) throw new RangeError(`The status is outside 200 to 599: ${code}`);
  if (!/^[\t -~\x80-\xff]*$/.test(reason)) throw new TypeError("The status text is no text");
  const headers = headersOf(given, guard);
  if (extracted !== void 0) {
    if (nullBodyStatuses.includes(code)) {
      throw new TypeError(`A response of this status has no body: ${code}`);
    }
    const list = listOfHeaders(headers);
    if (extracted.type !== null && !list.has("content-type")) {
      list.append("Content-Type", extracted.type);
    }
  }
  return {
    type: "default",
    status: code,
    statusText: reason,
    url: "",
    isRedirected: false,
    headers,
    body: extracted?.body ?? null
  };
}
addBodyMethods(ResponseClass, (response) => {
  const { body, headers } = stateOf2(response);
  return { body, contentType: listOfHeaders(headers).get("content-type") };
});
var Response = asInterface(ResponseClass, "Response");
var responseOf = (state) => withState2(state);

// node-agent/host/runtime/web/fetch/fetch.ts
var failedMessage = "fetch failed";
var nullBodyStatuses2 = [101, 103, 204, 205, 304];
function fetch(input, init) {
  const error = new TypeError(failedMessage);
  return fetched(input, init, error);
}
async function fetched(input, init, error) {
  const request = stateOfRequest(new Request(input, init));
  const { signal } = request;
  if (signal.aborted) throw signal.reason;
  const body = await request.body?.readAll() ?? new Uint8Array();
  if (signal.aborted) throw signal.reason;
  if (body.length > fetchBounds.requestBytesMax) {
    throw failed(error, {
      code: "REQUEST_TOO_LARGE",
      message: `The request\u2019s body has more than ${fetchBounds.requestBytesMax} bytes`
    });
  }
  return await new Promise((resolve, reject) => {
    const abort = () => {
      giveUp?.();
      reject(signal.reason);
    };
    (0, import_part15.addAbortAlgorithm)(signal, abort);
    const giveUp = (0, import_kit4.callFetch)(
      headOf(request),
      body.toBase64(),
      (reply) => {
        (0, import_part15.removeAbortAlgorithm)(signal, abort);
        resolve(responseFrom(reply, request.method));
      },
      (refusal) => {
        (0, import_part15.removeAbortAlgorithm)(signal, abort);
        reject(failed(error, refusal));
      }
    );
  });
}
function headOf({ method: method2, redirect, url, headers }) {
  const mode = redirect === "manual" || redirect === "error" ? redirect : "follow";
  return writeRequestHead({ method: method2, redirect: mode, url, headers: listOfHeaders(headers).headers });
}
function responseFrom(reply, method2) {
  const { status, statusText, url, isRedirected, headers } = readResponseHead(reply.head);
  const hasBody = method2 !== "HEAD" && !nullBodyStatuses2.includes(status);
  return responseOf({
    type: "basic",
    status,
    statusText,
    url,
    isRedirected,
    headers: headersOf(headers, "immutable"),
    body: hasBody ? new Body(reply.body) : null
  });
}
function failed(error, { code, message }) {
  const cause = Object.assign(new Error(message), { code });
  const whole = `${failedMessage}: ${message}`;
  const { stack } = error;
  define(error, "cause", cause);
  define(error, "message", whole);
  if (typeof stack === "string")
    define(
      error,
      "stack",
      stack.replace(failedMessage, () => whole)
    );
  return error;
}
function define(error, name, value) {
  Object.defineProperty(error, name, { value, writable: true, configurable: true });
}
})
//# sourceURL=isopod:runtime
