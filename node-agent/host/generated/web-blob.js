// Made by tools/generate-web-parts.ts from node-agent/host/runtime/web/blob/part.ts.
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

// node-agent/host/runtime/web/blob/part.ts
var part_exports = {};
__export(part_exports, {
  Blob: () => Blob,
  File: () => File,
  FormData: () => FormData,
  byteStreamOf: () => byteStreamOf,
  bytesOfBlobObject: () => bytesOfBlobObject,
  entriesOfForm: () => entriesOfForm,
  isBlob: () => isBlob,
  isBufferSource: () => isBufferSource,
  isFormData: () => isFormData
});
module.exports = __toCommonJS(part_exports);

// node-agent/host/runtime/web/blob/blob.ts
var import_part = require("../encoding/part.ts");
var import_kit2 = require("../kit.ts");
var import_part2 = require("../streams/part.ts");

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

// node-agent/host/runtime/web/webidl.ts
var import_kit = require("./kit.ts");
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
  (0, import_kit.addPlatformPrototype)(prototype);
  Object.defineProperty(constructor, "name", { value: name, configurable: true });
  return constructor;
}
function listMembers(holder) {
  for (const key of Object.getOwnPropertyNames(holder)) {
    if (["constructor", "prototype", "name", "length"].includes(key)) continue;
    Object.defineProperty(holder, key, { enumerable: true });
  }
}

// node-agent/host/runtime/web/blob/blob.ts
var streamChunkBytes = 65536;
var bytesOfBlob;
var isBlobObject;
var blobOf;
var BlobClass = class _BlobClass {
  #bytes;
  #type;
  static {
    bytesOfBlob = (blob) => blob.#bytes;
    isBlobObject = (value) => #bytes in value;
    blobOf = (bytes, type) => {
      const blob = new _BlobClass();
      blob.#bytes = bytes;
      blob.#type = type;
      return blob;
    };
  }
  constructor(parts = [], options = {}) {
    const given = toParts(parts);
    const { endings = "transparent", type = "" } = toDictionary(options, "The options");
    const endingsText = String(endings);
    if (endingsText !== "transparent" && endingsText !== "native") {
      throw new TypeError(`The endings are neither transparent nor native: ${endingsText}`);
    }
    this.#type = plainType(String(type));
    this.#bytes = join(given, endingsText === "native");
  }
  get size() {
    return this.#bytes.length;
  }
  get type() {
    return this.#type;
  }
  slice(start, end, contentType = "") {
    const { length } = this.#bytes;
    const from = place(start, 0, length);
    const to = place(end, length, length);
    return blobOf(this.#bytes.subarray(from, Math.max(from, to)), plainType(String(contentType)));
  }
  stream() {
    return byteStreamOf(this.#bytes);
  }
  // oxlint-disable-next-line require-await -- so that what is no Blob is rejected, not thrown
  async text() {
    return new import_part.TextDecoder("utf-8", { ignoreBOM: false }).decode(this.#bytes);
  }
  // oxlint-disable-next-line require-await -- the same
  async arrayBuffer() {
    return this.#bytes.slice().buffer;
  }
  // oxlint-disable-next-line require-await -- the same
  async bytes() {
    return this.#bytes.slice();
  }
};
function byteStreamOf(bytes) {
  let at = 0;
  return new import_part2.ReadableStream({
    type: "bytes",
    pull(controller) {
      if (at < bytes.length) {
        controller.enqueue(bytes.slice(at, at + streamChunkBytes));
        at += streamChunkBytes;
      }
      if (at < bytes.length) return;
      controller.close();
      controller.byobRequest?.respond(0);
    }
  });
}
function toParts(parts) {
  if (typeof parts !== "object" && typeof parts !== "function" || parts === null) {
    throw new TypeError("The parts of a Blob are no sequence");
  }
  if (typeof parts[Symbol.iterator] !== "function") {
    throw new TypeError("The parts of a Blob are no sequence");
  }
  const given = [];
  for (const part of parts) given.push(toPart(part));
  return given;
}
function toPart(part) {
  if (typeof part === "object" && part !== null) {
    if (isBlobObject(part)) return part;
    if (isBufferSource(part)) return (0, import_part.bytesOf)(part);
  }
  return toUsvString(part);
}
function isBufferSource(value) {
  if (ArrayBuffer.isView(value)) return true;
  return /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(value));
}
function join(parts, isNative) {
  const chunks = parts.map((part) => {
    if (typeof part === "string") {
      return utf8Bytes(isNative ? part.replaceAll(/\r\n|\r/g, "\n") : part);
    }
    return isBlobObject(part) ? bytesOfBlob(part) : part;
  });
  const joined = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
function plainType(type) {
  return /^[ -~]*$/.test(type) ? type.toLowerCase() : "";
}
function place(given, otherwise, length) {
  if (given === void 0) return otherwise;
  const number = Number(given);
  const whole = Number.isNaN(number) ? 0 : Math.round(number);
  return whole < 0 ? Math.max(0, length + whole) : Math.min(whole, length);
}
(0, import_kit2.addPlatformPrototype)(BlobClass.prototype, {
  clone: (blob) => blobOf(bytesOfBlob(blob), blob.type)
});
var Blob = asInterface(BlobClass, "Blob");
var bytesOfBlobObject = (blob) => bytesOfBlob(blob);
function isBlob(value) {
  return typeof value === "object" && value !== null && isBlobObject(value);
}
function toLongLong(value) {
  return toWrappedInteger(value, 64, true);
}

// node-agent/host/runtime/web/blob/file.ts
var import_kit3 = require("../kit.ts");
var FileClass = class extends Blob {
  #name;
  #lastModified;
  constructor(parts, name, options) {
    requireArguments(arguments.length, 2, "File");
    super(parts ?? null, options);
    this.#name = toUsvString(name);
    const { lastModified } = toDictionary(options, "The options");
    this.#lastModified = lastModified === void 0 ? (0, import_kit3.epochMsNow)() : toLongLong(lastModified);
  }
  get name() {
    return this.#name;
  }
  get lastModified() {
    return this.#lastModified;
  }
  get webkitRelativePath() {
    void this.#name;
    return "";
  }
  static isFile(value) {
    return typeof value === "object" && value !== null && #name in value;
  }
};
var isFile = FileClass.isFile;
Reflect.deleteProperty(FileClass, "isFile");
(0, import_kit3.addPlatformPrototype)(FileClass.prototype, {
  clone: (file) => {
    const { name, type, lastModified } = file;
    return new FileClass([bytesOfBlobObject(file)], name, { type, lastModified });
  }
});
var File = asInterface(FileClass, "File");

// node-agent/host/runtime/web/pair-iterable.ts
var iteratorPrototype = Object.getPrototypeOf(
  Object.getPrototypeOf([][Symbol.iterator]())
);
function makePairIterable(constructor, pairsOf) {
  const { prototype, name } = constructor;
  const places = /* @__PURE__ */ new WeakMap();
  const iterators = Object.create(iteratorPrototype);
  method(iterators, "next", function next() {
    const place2 = places.get(this);
    if (place2 === void 0) throw new TypeError(`This is no ${name} iterator`);
    const pair = pairsOf(place2.holder)[place2.index++];
    if (pair === void 0) return { value: void 0, done: true };
    const value = place2.kind === "entries" ? [...pair] : pair[place2.kind === "keys" ? 0 : 1];
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

// node-agent/host/runtime/web/blob/form-data.ts
var entriesOf;
var FormDataClass = class {
  #entries = [];
  static {
    entriesOf = (form) => form.#entries;
  }
  constructor(form) {
    if (form !== void 0) throw new TypeError("There are no forms to take data from");
  }
  append(name, value, fileName) {
    requireArguments(arguments.length, 2, "append");
    this.#entries.push(toEntry("append", arguments.length, name, value, fileName));
  }
  delete(name) {
    requireArguments(arguments.length, 1, "delete");
    const key = toUsvString(name);
    this.#entries = this.#entries.filter(([known]) => known !== key);
  }
  get(name) {
    requireArguments(arguments.length, 1, "get");
    const key = toUsvString(name);
    return this.#entries.find(([known]) => known === key)?.[1] ?? null;
  }
  getAll(name) {
    requireArguments(arguments.length, 1, "getAll");
    const key = toUsvString(name);
    return this.#entries.filter(([known]) => known === key).map(([, value]) => value);
  }
  has(name) {
    requireArguments(arguments.length, 1, "has");
    const key = toUsvString(name);
    return this.#entries.some(([known]) => known === key);
  }
  set(name, value, fileName) {
    requireArguments(arguments.length, 2, "set");
    const entry = toEntry("set", arguments.length, name, value, fileName);
    const first = this.#entries.findIndex(([known]) => known === entry[0]);
    if (first === -1) {
      this.#entries.push(entry);
      return;
    }
    this.#entries = this.#entries.filter(([known], index) => index <= first || known !== entry[0]);
    this.#entries[first] = entry;
  }
};
function toEntry(what, given, name, value, fileName) {
  const key = toUsvString(name);
  if (!isBlob(value)) {
    if (given > 2) throw new TypeError(`${what}: only a Blob has a file name`);
    return [key, toUsvString(value)];
  }
  return [
    key,
    toFile(value, given > 2 && fileName !== void 0 ? toUsvString(fileName) : void 0)
  ];
}
function toFile(blob, fileName) {
  if (isFile(blob) && fileName === void 0) return blob;
  const { type } = blob;
  const kept = isFile(blob) ? { type, lastModified: blob.lastModified } : { type };
  return new File([bytesOfBlobObject(blob)], fileName ?? "blob", kept);
}
makePairIterable(FormDataClass, (form) => entriesOf(form));
var FormData = asInterface(FormDataClass, "FormData");
var entriesOfForm = (form) => entriesOf(form);
function isFormData(value) {
  try {
    entriesOf(value);
    return true;
  } catch {
    return false;
  }
}
})
//# sourceURL=isopod:runtime
