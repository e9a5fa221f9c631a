// Made by tools/generate-web-parts.ts from node-agent/host/runtime/web/structured-clone/part.ts.
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

// node-agent/host/runtime/web/structured-clone/part.ts
var part_exports = {};
__export(part_exports, {
  structuredClone: () => structuredClone
});
module.exports = __toCommonJS(part_exports);
var import_part2 = require("../events/part.ts");

// node-agent/host/runtime/web/webidl.ts
var import_kit = require("./kit.ts");
function toDomString(value) {
  if (typeof value === "symbol") throw new TypeError("A symbol cannot be made a text");
  return String(value);
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

// node-agent/host/runtime/web/structured-clone/binary-data.ts
var byteLengthOf = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "byteLength")?.get;
function serializeBinary(value, serialize, deserializer) {
  if (ArrayBuffer.isView(value)) return serializeView(value, serialize, deserializer);
  if (isShared(value)) return { make: () => value };
  return isBuffer(value) ? serializeBuffer(value) : void 0;
}
function isBuffer(value) {
  try {
    Reflect.apply(byteLengthOf, value, []);
    return true;
  } catch {
    return false;
  }
}
function isShared(value) {
  return Object.prototype.toString.call(value) === "[object SharedArrayBuffer]";
}
function serializeBuffer(buffer) {
  if (buffer.detached) throw new DataCloneRefusal("An ArrayBuffer is detached");
  const { byteLength, maxByteLength, resizable } = buffer;
  const options = resizable ? { maxByteLength } : void 0;
  const copy = new ArrayBuffer(byteLength, options);
  new Uint8Array(copy).set(new Uint8Array(buffer));
  return { make: () => copy };
}
var DataCloneRefusal = class extends Error {
};
function serializeView(view, serialize, deserializer) {
  if (isOutOfBounds(view)) throw new DataCloneRefusal("A view is out of its buffer\u2019s bounds");
  const Constructor = constructorOf(view);
  const buffer = serialize(view.buffer);
  const { byteOffset, byteLength } = view;
  const elementBytes = view.BYTES_PER_ELEMENT ?? 1;
  const length = tracksLength(view) ? void 0 : byteLength / elementBytes;
  return {
    make: () => new Constructor(deserializer.object(buffer), byteOffset, length)
  };
}
function tracksLength(view) {
  const buffer = view.buffer;
  if (!buffer.resizable || view.byteOffset + view.byteLength !== buffer.byteLength) {
    return false;
  }
  const { byteLength } = buffer;
  if (byteLength === buffer.maxByteLength) return false;
  const before = view.byteLength;
  buffer.resize(Math.min(buffer.maxByteLength, byteLength + 8));
  const follows = view.byteLength !== before;
  buffer.resize(byteLength);
  return follows;
}
function isOutOfBounds(view) {
  try {
    if (view instanceof DataView) void view.byteLength;
    else Reflect.apply(Uint8Array.prototype.keys, view, []);
    return false;
  } catch {
    return true;
  }
}
function constructorOf(view) {
  const tag = Object.prototype.toString.call(view).slice(8, -1);
  if (tag === "DataView") return DataView;
  return Reflect.get(viewConstructors, tag);
}
var viewConstructors = Object.fromEntries(
  [
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float16Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array
  ].map((constructor) => [constructor.name, constructor])
);

// node-agent/host/runtime/web/structured-clone/serializer.ts
var import_part = require("../events/part.ts");
var import_kit2 = require("../kit.ts");

// node-agent/host/runtime/web/structured-clone/error-objects.ts
var kinds = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
function isErrorObject(value) {
  return Error.isError(value);
}
function serializeError(error, serializer) {
  const name = toDomString(error.name);
  const own = (key) => Object.getOwnPropertyDescriptor(error, key);
  const messageProperty = own("message");
  const message = messageProperty && "value" in messageProperty ? String(messageProperty.value) : void 0;
  const stack = error.stack;
  const causeProperty = own("cause");
  const record = {
    make: () => {
      const Constructor = Object.hasOwn(kinds, name) ? kinds[name] : Error;
      const made = new Constructor(message);
      if (typeof stack === "string") hide(made, "stack", stack);
      return made;
    }
  };
  if (causeProperty && "value" in causeProperty) {
    let cause = serializer.value(causeProperty.value);
    record.fill = (target) => {
      if (cause) hide(target, "cause", serializer.deserializer.value(cause));
      cause = void 0;
    };
  }
  return record;
}
function hide(target, key, value) {
  Object.defineProperty(target, key, { value, writable: true, configurable: true });
}

// node-agent/host/runtime/web/structured-clone/serialized.ts
var Deserializer = class {
  #made = /* @__PURE__ */ new Map();
  value(serialized) {
    return serialized.name === "primitive" ? serialized.value : this.object(serialized.record);
  }
  object(record) {
    const known = this.#made.get(record);
    if (known !== void 0) return known;
    const made = record.make();
    this.#made.set(record, made);
    record.fill?.(made);
    return made;
  }
};

// node-agent/host/runtime/web/structured-clone/serializer.ts
var tagOf = (value) => Object.prototype.toString.call(value).slice(8, -1);
var uncloneable = ["Promise", "WeakMap", "WeakSet", "WeakRef", "Generator", "AsyncGenerator"];
var Serializer = class {
  deserializer = new Deserializer();
  #seen = /* @__PURE__ */ new Map();
  /** `transferred` are buffers that are to be given away, and how each is found again. */
  constructor(transferred) {
    for (const [value, record] of transferred) this.#seen.set(value, record);
  }
  value(value) {
    if (typeof value === "symbol" || typeof value === "function") throw refusal(value);
    if (typeof value !== "object" || value === null) return { name: "primitive", value };
    return { name: "object", record: this.object(value) };
  }
  object(value) {
    const known = this.#seen.get(value);
    if (known !== void 0) return known;
    const record = this.#leaf(value) ?? this.#holder(value);
    this.#seen.set(value, record);
    if (record instanceof Holder) record.take();
    return record;
  }
  #leaf(value) {
    const platform = (0, import_kit2.platformOperations)(value);
    if (platform !== void 0) {
      const { clone: clone2 } = platform;
      if (clone2 === void 0) throw refusal(value);
      return { make: () => clone2(value) };
    }
    if (isErrorObject(value)) return serializeError(value, this);
    return serializeBinary(value, (buffer) => this.object(buffer), this.deserializer) ?? serializePlainLeaf(value);
  }
  #holder(value) {
    const tag = tagOf(value);
    if (Array.isArray(value))
      return new Holder(
        () => Object.defineProperty([], "length", { value: value.length }),
        () => this.#own(value)
      );
    if (tag === "Map" && value instanceof Map) {
      return new Holder(
        () => /* @__PURE__ */ new Map(),
        () => this.#map(value)
      );
    }
    if (tag === "Set" && value instanceof Set) {
      return new Holder(
        () => /* @__PURE__ */ new Set(),
        () => this.#set(value)
      );
    }
    if (uncloneable.includes(tag)) throw refusal(value);
    return new Holder(
      () => ({}),
      () => this.#own(value)
    );
  }
  #own(value) {
    const entries = [];
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(value, key)) continue;
      entries.push([key, this.value(value[key])]);
    }
    return (target) => {
      for (const [key, part] of entries) {
        const made = this.deserializer.value(part);
        const property = { value: made, writable: true, enumerable: true, configurable: true };
        Object.defineProperty(target, key, property);
      }
    };
  }
  #map(map) {
    const entries = [...map].map(([key, value]) => [this.value(key), this.value(value)]);
    return (target) => {
      for (const [key, value] of entries) {
        target.set(this.deserializer.value(key), this.deserializer.value(value));
      }
    };
  }
  #set(set) {
    const members = [...set].map((member) => this.value(member));
    return (target) => {
      for (const member of members) target.add(this.deserializer.value(member));
    };
  }
};
var Holder = class {
  make;
  #take;
  fill;
  constructor(make, take) {
    this.make = make;
    this.#take = take;
  }
  take() {
    this.fill = this.#take();
  }
};
function serializePlainLeaf(value) {
  switch (tagOf(value)) {
    case "Date":
      if (!(value instanceof Date)) return void 0;
      return constant(value.getTime(), (time) => new Date(time));
    case "RegExp":
      if (!(value instanceof RegExp)) return void 0;
      return constant(
        [value.source, value.flags],
        ([source, flags]) => new RegExp(source, flags)
      );
    case "Boolean":
    case "Number":
    case "String":
    case "BigInt":
      if (!isBox(value)) return void 0;
      return constant(value.valueOf(), (primitive) => Object(primitive));
    case "Symbol":
      throw refusal(value);
    default:
      return void 0;
  }
}
function isBox(value) {
  return [Boolean, Number, String, BigInt].some((box) => value instanceof box);
}
function constant(value, make) {
  return { make: () => make(value) };
}
function refusal(value) {
  const shown = typeof value === "symbol" || typeof value === "function" ? String(value) : `#<${tagOf(value)}>`;
  return new import_part.DOMException(`${shown} could not be cloned.`, "DataCloneError");
}

// node-agent/host/runtime/web/structured-clone/part.ts
function structuredClone(value, options) {
  requireArguments(arguments.length, 1, "structuredClone");
  const { transfer } = toDictionary(options, "The options");
  const buffers = transfer === void 0 ? [] : toSequence(transfer, "The transfer list");
  try {
    return clone(value, buffers);
  } catch (error) {
    if (!(error instanceof DataCloneRefusal)) throw error;
    throw new import_part2.DOMException(error.message, "DataCloneError");
  }
}
function clone(value, buffers) {
  const transferred = /* @__PURE__ */ new Map();
  for (const buffer of buffers) {
    if (typeof buffer !== "object" || buffer === null || !isBuffer(buffer)) throw refusal(buffer);
    if (transferred.has(buffer)) throw new DataCloneRefusal("An ArrayBuffer is transferred twice");
    transferred.set(buffer, { make: () => buffer.transfer() });
  }
  const serializer = new Serializer(transferred);
  const serialized = serializer.value(value);
  for (const [buffer, record] of transferred) {
    if (buffer.detached) throw new DataCloneRefusal("An ArrayBuffer is detached");
    serializer.deserializer.object(record);
  }
  return serializer.deserializer.value(serialized);
}
})
//# sourceURL=isopod:runtime
