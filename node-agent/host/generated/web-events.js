// Made by tools/generate-web-parts.ts from node-agent/host/runtime/web/events/part.ts.
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
    for (let key2 of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key2) && key2 !== except)
        __defProp(to, key2, { get: () => from[key2], enumerable: !(desc = __getOwnPropDesc(from, key2)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// node-agent/host/runtime/web/events/part.ts
var part_exports = {};
__export(part_exports, {
  AbortController: () => AbortController,
  AbortSignal: () => AbortSignal,
  CustomEvent: () => CustomEvent,
  DOMException: () => DOMException,
  ErrorEvent: () => ErrorEvent,
  Event: () => Event,
  EventTarget: () => EventTarget,
  MessageEvent: () => MessageEvent,
  addAbortAlgorithm: () => addAbortAlgorithm,
  isSignal: () => isSignal,
  removeAbortAlgorithm: () => removeAbortAlgorithm
});
module.exports = __toCommonJS(part_exports);

// node-agent/host/runtime/web/events/abort.ts
var import_kit5 = require("../kit.ts");

// node-agent/host/runtime/web/webidl.ts
var import_kit = require("./kit.ts");
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
  for (const [key2, value] of Object.entries(constants)) {
    Object.defineProperty(constructor, key2, { value, enumerable: true });
    Object.defineProperty(prototype, key2, { value, enumerable: true });
  }
  Object.defineProperty(prototype, Symbol.toStringTag, { value: name, configurable: true });
  (0, import_kit.addPlatformPrototype)(prototype);
  Object.defineProperty(constructor, "name", { value: name, configurable: true });
  return constructor;
}
function listMembers(holder) {
  for (const key2 of Object.getOwnPropertyNames(holder)) {
    if (["constructor", "prototype", "name", "length"].includes(key2)) continue;
    Object.defineProperty(holder, key2, { enumerable: true });
  }
}

// node-agent/host/runtime/web/events/abort-algorithms.ts
var algorithms = /* @__PURE__ */ new WeakMap();
var aborted = /* @__PURE__ */ new WeakSet();
function addSignal(signal) {
  algorithms.set(signal, /* @__PURE__ */ new Set());
}
function isSignal(value) {
  return typeof value === "object" && value !== null && algorithms.has(value);
}
function isAborted(signal) {
  return aborted.has(signal);
}
function addAbortAlgorithm(signal, algorithm) {
  if (!aborted.has(signal)) algorithms.get(signal)?.add(algorithm);
}
function removeAbortAlgorithm(signal, algorithm) {
  algorithms.get(signal)?.delete(algorithm);
}
function markAborted(signal) {
  aborted.add(signal);
}
function runAbortAlgorithms(signal) {
  const due = [...algorithms.get(signal) ?? []];
  algorithms.set(signal, /* @__PURE__ */ new Set());
  for (const algorithm of due) algorithm();
}

// node-agent/host/runtime/web/events/dom-exception.ts
var import_kit2 = require("../kit.ts");
var legacyNames = [
  ["IndexSizeError", "INDEX_SIZE_ERR"],
  ["", "DOMSTRING_SIZE_ERR"],
  ["HierarchyRequestError", "HIERARCHY_REQUEST_ERR"],
  ["WrongDocumentError", "WRONG_DOCUMENT_ERR"],
  ["InvalidCharacterError", "INVALID_CHARACTER_ERR"],
  ["", "NO_DATA_ALLOWED_ERR"],
  ["NoModificationAllowedError", "NO_MODIFICATION_ALLOWED_ERR"],
  ["NotFoundError", "NOT_FOUND_ERR"],
  ["NotSupportedError", "NOT_SUPPORTED_ERR"],
  ["InUseAttributeError", "INUSE_ATTRIBUTE_ERR"],
  ["InvalidStateError", "INVALID_STATE_ERR"],
  ["SyntaxError", "SYNTAX_ERR"],
  ["InvalidModificationError", "INVALID_MODIFICATION_ERR"],
  ["NamespaceError", "NAMESPACE_ERR"],
  ["InvalidAccessError", "INVALID_ACCESS_ERR"],
  ["", "VALIDATION_ERR"],
  ["TypeMismatchError", "TYPE_MISMATCH_ERR"],
  ["SecurityError", "SECURITY_ERR"],
  ["NetworkError", "NETWORK_ERR"],
  ["AbortError", "ABORT_ERR"],
  ["URLMismatchError", "URL_MISMATCH_ERR"],
  ["QuotaExceededError", "QUOTA_EXCEEDED_ERR"],
  ["TimeoutError", "TIMEOUT_ERR"],
  ["InvalidNodeTypeError", "INVALID_NODE_TYPE_ERR"],
  ["DataCloneError", "DATA_CLONE_ERR"]
];
var codes = Object.fromEntries(legacyNames.map(([, constant], index) => [constant, index + 1]));
var DOMExceptionClass = class {
  constructor(message = "", name = "Error") {
    const messageText = toDomString(message);
    const nameText = toDomString(name);
    const error = Reflect.construct(Error, [], new.target);
    (0, import_kit2.nameError)(error, nameText, messageText);
    const { stack } = error;
    if (typeof stack === "string") {
      const frames = stack.indexOf("\n    at ");
      const value = `${nameText}: ${messageText}${frames === -1 ? "" : stack.slice(frames)}`;
      Object.defineProperty(error, "stack", { value, writable: true, configurable: true });
    }
    return error;
  }
  get name() {
    return names(this).name;
  }
  get message() {
    return names(this).message;
  }
  get code() {
    const { name } = names(this);
    return name === "" ? 0 : legacyNames.findIndex(([known]) => known === name) + 1;
  }
};
function names(error) {
  const known = (0, import_kit2.namesOf)(error);
  if (known === void 0) throw new TypeError("Illegal invocation: this is no DOMException");
  return known;
}
Object.setPrototypeOf(DOMExceptionClass.prototype, Error.prototype);
(0, import_kit2.addPlatformPrototype)(DOMExceptionClass.prototype, {
  clone: ({ message, name }) => new DOMExceptionClass(message, name)
});
var DOMException = asInterface(
  DOMExceptionClass,
  "DOMException",
  codes
);

// node-agent/host/runtime/web/events/event.ts
var import_kit3 = require("../kit.ts");
var phases = { NONE: 0, CAPTURING_PHASE: 1, AT_TARGET: 2, BUBBLING_PHASE: 3 };
var insideOf;
var EventClass = class {
  #inside;
  static {
    insideOf = (event) => event.#inside;
  }
  constructor(type, options) {
    requireArguments(arguments.length, 1, "Event");
    const { bubbles, cancelable, composed } = toDictionary(options, "The options");
    this.#inside = {
      type: toDomString(type),
      bubbles: Boolean(bubbles),
      cancelable: Boolean(cancelable),
      composed: Boolean(composed),
      target: null,
      currentTarget: null,
      isInitialized: true,
      isDispatching: false,
      isStopped: false,
      isStoppedAtOnce: false,
      isCanceled: false,
      isInPassiveListener: false,
      isTrusted: false,
      timeStamp: (0, import_kit3.guestMsNow)()
    };
    Object.defineProperty(this, "isTrusted", { get: isTrusted, enumerable: true });
  }
  get type() {
    return this.#inside.type;
  }
  get target() {
    return this.#inside.target;
  }
  get srcElement() {
    return this.#inside.target;
  }
  get currentTarget() {
    return this.#inside.currentTarget;
  }
  composedPath() {
    const { currentTarget } = this.#inside;
    return currentTarget === null ? [] : [currentTarget];
  }
  get eventPhase() {
    return this.#inside.currentTarget === null ? phases.NONE : phases.AT_TARGET;
  }
  stopPropagation() {
    this.#inside.isStopped = true;
  }
  get cancelBubble() {
    return this.#inside.isStopped;
  }
  set cancelBubble(value) {
    if (value) this.#inside.isStopped = true;
  }
  stopImmediatePropagation() {
    this.#inside.isStopped = true;
    this.#inside.isStoppedAtOnce = true;
  }
  get bubbles() {
    return this.#inside.bubbles;
  }
  get cancelable() {
    return this.#inside.cancelable;
  }
  get returnValue() {
    return !this.#inside.isCanceled;
  }
  set returnValue(value) {
    if (!value) this.preventDefault();
  }
  preventDefault() {
    const inside = this.#inside;
    if (inside.cancelable && !inside.isInPassiveListener) inside.isCanceled = true;
  }
  get defaultPrevented() {
    return this.#inside.isCanceled;
  }
  get composed() {
    return this.#inside.composed;
  }
  get timeStamp() {
    return this.#inside.timeStamp;
  }
  initEvent(type, bubbles = false, cancelable = false) {
    requireArguments(arguments.length, 1, "initEvent");
    const inside = this.#inside;
    const typeText = toDomString(type);
    if (inside.isDispatching) return;
    inside.isStopped = false;
    inside.isStoppedAtOnce = false;
    inside.isCanceled = false;
    inside.target = null;
    inside.type = typeText;
    inside.bubbles = Boolean(bubbles);
    inside.cancelable = Boolean(cancelable);
  }
};
var { get: isTrusted } = Object.getOwnPropertyDescriptor(
  {
    get isTrusted() {
      return insideOf(this).isTrusted;
    }
  },
  "isTrusted"
);
var Event = asInterface(EventClass, "Event", phases);
function eventInside(event) {
  return insideOf(event);
}

// node-agent/host/runtime/web/events/event-target.ts
var import_kit4 = require("../kit.ts");
var listenersOf;
var EventTargetClass = class {
  #listeners = [];
  static {
    listenersOf = (target) => target.#listeners;
  }
  addEventListener(type, callback, options) {
    requireArguments(arguments.length, 2, "addEventListener");
    const typeText = toDomString(type);
    const given = toCallback(callback);
    const { capture, once, passive, signal } = flatten(options);
    if (signal !== void 0 && !isSignal(signal)) {
      throw new TypeError("The listener could not be added: its signal is no AbortSignal");
    }
    const listeners = this.#listeners;
    if (given === null || signal !== void 0 && isAborted(signal)) return;
    if (find(listeners, typeText, given, capture) !== void 0) return;
    const listener = {
      type: typeText,
      callback: given,
      isCapture: capture,
      isOnce: once,
      isPassive: passive,
      isRemoved: false,
      forget: () => signal && removeAbortAlgorithm(signal, drop)
    };
    const drop = () => remove(listeners, listener);
    listeners.push(listener);
    if (signal !== void 0) addAbortAlgorithm(signal, drop);
  }
  removeEventListener(type, callback, options) {
    requireArguments(arguments.length, 2, "removeEventListener");
    const typeText = toDomString(type);
    const given = toCallback(callback);
    const isCapture = typeof options === "object" || typeof options === "function" ? Boolean(toDictionary(options, "The options")["capture"]) : Boolean(options);
    const listener = given && find(this.#listeners, typeText, given, isCapture);
    if (listener) remove(this.#listeners, listener);
  }
  dispatchEvent(event) {
    requireArguments(arguments.length, 1, "dispatchEvent");
    const inside = insideOrThrow(event);
    const listeners = this.#listeners;
    if (inside.isDispatching || !inside.isInitialized) {
      throw new DOMException("The event is being dispatched already", "InvalidStateError");
    }
    inside.isTrusted = false;
    return dispatch(this, listeners, event, inside);
  }
};
function dispatchTrusted(target, event) {
  const inside = eventInside(event);
  inside.isTrusted = true;
  dispatch(target, listenersOf(target), event, inside);
}
function dispatch(target, listeners, event, inside) {
  inside.isDispatching = true;
  inside.target = target;
  inside.currentTarget = target;
  for (const isCapture of [true, false]) {
    if (!inside.isStopped) invokeAll(target, listeners, event, inside, isCapture);
  }
  inside.currentTarget = null;
  inside.isDispatching = false;
  inside.isStopped = false;
  inside.isStoppedAtOnce = false;
  return !inside.isCanceled;
}
function invokeAll(target, listeners, event, inside, isCapture) {
  for (const listener of [...listeners]) {
    if (listener.isRemoved || listener.type !== inside.type) continue;
    if (listener.isCapture !== isCapture) continue;
    if (listener.isOnce) remove(listeners, listener);
    inside.isInPassiveListener = listener.isPassive;
    try {
      invoke(listener.callback, target, event);
    } catch (error) {
      (0, import_kit4.fail)(error);
    }
    inside.isInPassiveListener = false;
    if (inside.isStoppedAtOnce) return;
  }
}
function invoke(callback, target, event) {
  if (typeof callback === "function") {
    Reflect.apply(callback, target, [event]);
    return;
  }
  const { handleEvent } = callback;
  if (typeof handleEvent !== "function") throw new TypeError("handleEvent is no function");
  Reflect.apply(handleEvent, callback, [event]);
}
function insideOrThrow(event) {
  try {
    return eventInside(event);
  } catch {
    throw new TypeError("The event could not be dispatched: it is no Event");
  }
}
function toCallback(callback) {
  if (callback === null || callback === void 0) return null;
  if (typeof callback === "function" || typeof callback === "object") return callback;
  throw new TypeError("The listener is neither a function nor an object");
}
function flatten(options) {
  if (typeof options !== "object" && typeof options !== "function") {
    return { capture: Boolean(options), once: false, passive: false, signal: void 0 };
  }
  const { capture, once, passive, signal } = toDictionary(options, "The options");
  if (signal === null) throw new TypeError("The listener could not be added: its signal is null");
  return {
    capture: Boolean(capture),
    once: Boolean(once),
    passive: Boolean(passive),
    signal
  };
}
function find(listeners, type, callback, isCapture) {
  return listeners.find(
    (known) => known.callback === callback && known.type === type && known.isCapture === isCapture
  );
}
function remove(listeners, listener) {
  listener.isRemoved = true;
  listener.forget();
  const index = listeners.indexOf(listener);
  if (index !== -1) listeners.splice(index, 1);
}
var EventTarget = asInterface(EventTargetClass, "EventTarget");
function addHandlerAttribute(constructor, type) {
  const handlers = /* @__PURE__ */ new WeakMap();
  Object.defineProperty(constructor.prototype, `on${type}`, {
    get() {
      listenersOf(this);
      return handlers.get(this)?.handler ?? null;
    },
    set(value) {
      listenersOf(this);
      const isObject = typeof value === "function" || typeof value === "object" && value !== null;
      const handler = isObject ? value : null;
      const known = handlers.get(this);
      if (known) {
        known.handler = handler;
        return;
      }
      if (handler === null) return;
      const held = { handler };
      handlers.set(this, held);
      this.addEventListener(type, (event) => {
        if (typeof held.handler !== "function") return;
        if (Reflect.apply(held.handler, this, [event]) === false) event.preventDefault();
      });
    },
    configurable: true,
    enumerable: true
  });
}

// node-agent/host/runtime/web/events/abort.ts
var key = /* @__PURE__ */ Symbol("AbortSignal");
var signalAbort;
var AbortSignalClass = class _AbortSignalClass extends EventTarget {
  #aborted = false;
  #reason;
  /** Of one that depends on others: those that depend on none. */
  #sources = /* @__PURE__ */ new Set();
  #dependents = /* @__PURE__ */ new Set();
  #isDependent = false;
  constructor(given) {
    if (given !== key) throw new TypeError("Illegal constructor");
    super();
    addSignal(this);
  }
  static abort(reason) {
    const signal = new _AbortSignalClass(key);
    signal.#mark(reasonOr(reason));
    return signal;
  }
  static timeout(milliseconds) {
    requireArguments(arguments.length, 1, "AbortSignal.timeout");
    const delayMs = toEnforcedInteger(milliseconds, Number.MAX_SAFE_INTEGER, "The time");
    const signal = new _AbortSignalClass(key);
    (0, import_kit5.setTimeout)(() => {
      signalAbort(signal, new DOMException("The time allowed has passed", "TimeoutError"));
    }, delayMs);
    return signal;
  }
  static any(signals) {
    requireArguments(arguments.length, 1, "AbortSignal.any");
    const given = toSequence(signals, "The signals");
    for (const signal of given) {
      if (!isSignal(signal)) throw new TypeError("AbortSignal.any takes signals only");
    }
    const result = new _AbortSignalClass(key);
    result.#isDependent = true;
    const first = given.find((signal) => signal.#aborted);
    if (first) result.#mark(first.#reason);
    else for (const signal of given) result.#dependOn(signal);
    return result;
  }
  get aborted() {
    return this.#aborted;
  }
  get reason() {
    return this.#reason;
  }
  throwIfAborted() {
    if (this.#aborted) throw this.#reason;
  }
  #dependOn(signal) {
    const sources = signal.#isDependent ? signal.#sources : [signal];
    for (const source of sources) {
      this.#sources.add(source);
      source.#dependents.add(this);
    }
  }
  #mark(reason) {
    this.#aborted = true;
    this.#reason = reason;
    markAborted(this);
  }
  static {
    signalAbort = (signal, reason) => {
      if (signal.#aborted) return;
      const due = [...signal.#dependents].filter((dependent) => !dependent.#aborted);
      for (const one of [signal, ...due]) one.#mark(reason);
      for (const one of [signal, ...due]) {
        runAbortAlgorithms(one);
        dispatchTrusted(one, new Event("abort"));
      }
    };
  }
};
var AbortControllerClass = class {
  #signal = new AbortSignalClass(key);
  get signal() {
    return this.#signal;
  }
  abort(reason) {
    signalAbort(this.#signal, reasonOr(reason));
  }
};
function reasonOr(reason) {
  return reason === void 0 ? new DOMException("The operation was aborted", "AbortError") : reason;
}
addHandlerAttribute(AbortSignalClass, "abort");
var AbortSignal = asInterface(AbortSignalClass, "AbortSignal");
var AbortController = asInterface(AbortControllerClass, "AbortController");

// node-agent/host/runtime/web/events/event-kinds.ts
var CustomEventClass = class extends Event {
  #detail;
  constructor(type, options) {
    requireArguments(arguments.length, 1, "CustomEvent");
    super(type, options);
    this.#detail = options?.["detail"] ?? null;
  }
  get detail() {
    return this.#detail;
  }
  initCustomEvent(type, bubbles = false, cancelable = false, detail = null) {
    requireArguments(arguments.length, 1, "initCustomEvent");
    if (eventInside(this).isDispatching) return;
    this.initEvent(type, bubbles, cancelable);
    this.#detail = detail;
  }
};
var ErrorEventClass = class extends Event {
  #message;
  #filename;
  #lineno;
  #colno;
  #error;
  constructor(type, options) {
    requireArguments(arguments.length, 1, "ErrorEvent");
    super(type, options);
    const { message = "", filename = "", lineno = 0, colno = 0, error } = toDictionary(options, "");
    this.#message = toDomString(message);
    this.#filename = toDomString(filename);
    this.#lineno = Number(lineno) >>> 0;
    this.#colno = Number(colno) >>> 0;
    this.#error = error;
  }
  get message() {
    return this.#message;
  }
  get filename() {
    return this.#filename;
  }
  get lineno() {
    return this.#lineno;
  }
  get colno() {
    return this.#colno;
  }
  get error() {
    return this.#error;
  }
};
var MessageEventClass = class extends Event {
  #data;
  #origin;
  #lastEventId;
  constructor(type, options) {
    requireArguments(arguments.length, 1, "MessageEvent");
    super(type, options);
    const { data = null, origin = "", lastEventId = "" } = toDictionary(options, "");
    this.#data = data;
    this.#origin = toDomString(origin);
    this.#lastEventId = toDomString(lastEventId);
  }
  get data() {
    return this.#data;
  }
  get origin() {
    return this.#origin;
  }
  get lastEventId() {
    return this.#lastEventId;
  }
};
var CustomEvent = asInterface(CustomEventClass, "CustomEvent");
var ErrorEvent = asInterface(ErrorEventClass, "ErrorEvent");
var MessageEvent = asInterface(MessageEventClass, "MessageEvent");
})
//# sourceURL=isopod:runtime
