// Made by tools/generate-guest-runtime.ts from node-agent/host/runtime/guest-runtime.ts.
(function () {
'use strict';
var __defProp = Object.defineProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};

// shared/execution/outcome.ts
var logLevels = ["DEBUG", "LOG", "INFO", "WARN", "ERROR"];

// shared/execution/limits.ts
var second = 1e6;
var kilobyte = 1024;
var megabyte = 1024 * kilobyte;
var defaultLimits = {
  wallUsMax: 10 * second,
  cpuUsMax: 5 * second,
  memoryBytesMax: 64 * megabyte,
  resultBytesMax: 4 * megabyte,
  logLinesMax: 1e3,
  logBytesMax: 256 * kilobyte,
  logLineBytesMax: 8 * kilobyte,
  timersMax: 1e3,
  hostCallsMax: 1e3,
  hostCallsInFlightMax: 32,
  hostCallWaitUsMax: 0
};
var limitCeilings = {
  wallUsMax: 15 * 60 * second,
  cpuUsMax: 5 * 60 * second,
  memoryBytesMax: 1024 * megabyte,
  resultBytesMax: 16 * megabyte,
  logLinesMax: 1e4,
  logBytesMax: 4 * megabyte,
  logLineBytesMax: 64 * kilobyte,
  timersMax: 1e4,
  hostCallsMax: 1e4,
  hostCallsInFlightMax: 32,
  hostCallWaitUsMax: 15 * 60 * second
};
var limitFloors = {
  wallUsMax: 1e3,
  cpuUsMax: 1e3,
  memoryBytesMax: 8 * megabyte,
  resultBytesMax: 1,
  logLinesMax: 1,
  logBytesMax: 1,
  logLineBytesMax: 1,
  timersMax: 1,
  hostCallsMax: 1,
  hostCallsInFlightMax: 1,
  hostCallWaitUsMax: 0
};
var payloadLimits = {
  sourceBytesMax: 1 * megabyte,
  inputBytesMax: 4 * megabyte
};
var errorTextLimits = { nameCharsMax: 256, messageCharsMax: 4096, stackCharsMax: 16384 };
var processMemoryAllowanceBytes = 256 * megabyte;

// node-agent/host/runtime/intrinsics.ts
var globalObject = globalThis;
var indirectEval = globalThis.eval;
var {
  apply,
  construct,
  defineProperty,
  deleteProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys
} = Reflect;
var parseJson = JSON.parse;
var stringifyJson = JSON.stringify;
var toText = String;
var toNumber = Number;
var dateNow = Date.now;
var { ceil: mathCeil, floor: mathFloor, imul: mathImul, max: mathMax } = Math;
var { create, freeze } = Object;
var { isArray } = Array;
var { isView } = ArrayBuffer;
var { isError } = Error;
var DateConstructor = Date;
var ErrorConstructor = Error;
var EvalErrorConstructor = EvalError;
var MapConstructor = Map;
var PromiseConstructor = Promise;
var TypeErrorConstructor = TypeError;
var RangeErrorConstructor = RangeError;
var Uint8ArrayConstructor = Uint8Array;
var WeakMapConstructor = WeakMap;
var { asyncIterator, toStringTag } = Symbol;
var objectPrototype = Object.prototype;
var promisePrototype = Promise.prototype;
var regExpPrototype = RegExp.prototype;
var {
  charCodeAt: stringCharCodeAt,
  indexOf: stringIndexOf,
  slice: stringSlice,
  startsWith: stringStartsWith,
  toWellFormed: stringToWellFormed
} = String.prototype;
var { delete: mapDeleteMethod, forEach: mapForEachMethod } = Map.prototype;
var { get: mapGetMethod, has: mapHasMethod, set: mapSetMethod } = Map.prototype;
var { forEach: setForEachMethod, has: setHasMethod } = Set.prototype;
var { get: weakMapGetMethod, set: weakMapSetMethod } = WeakMap.prototype;
var { getTime, toISOString } = Date.prototype;
var dateToString = Date.prototype.toString;
var promiseThenMethod = Promise.prototype.then;
var regExpToString = RegExp.prototype.toString;
var symbolToString = Symbol.prototype.toString;
function charCodeAt(text, index) {
  return apply(stringCharCodeAt, text, [index]);
}
function indexOf(text, part) {
  return apply(stringIndexOf, text, [part]);
}
function slice(text, start2, end2) {
  return apply(stringSlice, text, [start2, end2]);
}
function startsWith(text, part) {
  return apply(stringStartsWith, text, [part]);
}
function toWellFormed(text) {
  return apply(stringToWellFormed, text, []);
}
function mapGet(map, key) {
  return apply(mapGetMethod, map, [key]);
}
function mapSet(map, key, value) {
  apply(mapSetMethod, map, [key, value]);
}
function mapDelete(map, key) {
  apply(mapDeleteMethod, map, [key]);
}
function weakMapGet(map, key) {
  return apply(weakMapGetMethod, map, [key]);
}
function weakMapSet(map, key, value) {
  apply(weakMapSetMethod, map, [key, value]);
}
function mapForEach(map, visit) {
  apply(mapForEachMethod, map, [visit]);
}
function setForEach(set, visit) {
  apply(setForEachMethod, set, [visit]);
}
function promiseThen(promise, onFulfilled) {
  void apply(promiseThenMethod, promise, [onFulfilled]);
}
function symbolToText(symbol) {
  return apply(symbolToString, symbol, []);
}
function regExpToText(pattern) {
  return apply(regExpToString, pattern, []);
}
function dateToIso(date) {
  return apply(toISOString, date, []);
}
function timeOf(value) {
  try {
    return apply(getTime, value, []);
  } catch {
    return void 0;
  }
}
function isMap(value) {
  return isOfKind(mapHasMethod, value);
}
function isSet(value) {
  return isOfKind(setHasMethod, value);
}
function isOfKind(method, value) {
  try {
    apply(method, value, [void 0]);
    return true;
  } catch {
    return false;
  }
}

// node-agent/host/runtime/runtime-protocol.ts
var operations = {
  /** A new run begins in this context: its limits, and where its log lines go. */
  begin: 0,
  runScript: 1,
  callDefault: 2,
  /** Runs the callback of one timer that is due. */
  tick: 3,
  /** Asks for the report again: runs no guest code. */
  collect: 4,
  /** Takes the log lines that were kept because there was nowhere to send them. */
  takeLogs: 5,
  /** Once a context, before anything else: which features guests are to find, as bits. */
  offer: 6,
  /** Brings the reply to a call: its tool returned, or threw. */
  resolveCall: 7,
  rejectCall: 8,
  /** The same of a fetch: there is a response, or a reason why there is none. */
  resolveFetch: 9,
  rejectFetch: 10,
  /** Takes the result that `reports.bytes` has told of. */
  takeBytes: 11,
  /** Sets the global `input`, for a script that is evaluated from outside. */
  giveInput: 12,
  /** Brings what that script came to. */
  settle: 13,
  /** Asks the guest's error what it is: for after `reports.undescribed`. */
  describe: 14
};
var reports = {
  /** The result is `undefined`, or something that JSON leaves out. */
  nothing: "u",
  /** The rest is the result as JSON. */
  result: "r",
  /** The result is bytes, which are to be taken. */
  bytes: "b",
  /** The rest is a GuestError as JSON: the program threw. */
  threw: "e",
  /** The program threw; what it was is asked with `describe`, which may run guest code. */
  undescribed: "d",
  /** The rest is a GuestError as JSON: it wrote more than it may. */
  tooMuch: "o",
  /** Not settled, and microtasks may be left: ask again with `collect`. */
  pending: "p",
  /** The rest is a GuestError as JSON: it called more often than it may. */
  tooManyCalls: "h",
  /** Not settled; the rest is a call that it makes, `ID NAME ARGUMENT`. More may come: ask again. */
  call: "c",
  /** The same of what it fetches, `ID HEAD` (fetch-texts.ts). */
  fetch: "f",
  /** The rest is the ids of fetches that it waits for no more, each with a space after it. */
  fetchAborts: "a",
  /**
   * Not settled; the rest is the number of milliseconds until the next timer is due, or `Infinity`
   * where it waits for replies only.
   */
  waiting: "w",
  /** Not settled, and nothing is left that could settle it. */
  stuck: "n"
};
var logsWaiting = "+";
var noLogs = "-";
var runtimeFileName = "isopod:runtime";
var logOverflowLevel = -1;
var callOverflowLevel = -2;
var progressLevel = -3;

// node-agent/host/runtime/clean-stack.ts
var rawStackCharsMax = errorTextLimits.stackCharsMax + errorTextLimits.messageCharsMax + 2048;
var frameStart = "    at ";
var evalFrames = ["    at eval (", "    at async eval ("];
var boundaryFrame = "    at (<isolated-vm boundary>)";
var nativeEvalFrame = "    at eval (<anonymous>)";
function cleanStack(stack) {
  let cleaned = "";
  let rest = framesOf(stack);
  while (rest !== "") {
    const lineEnd = indexOf(rest, "\n");
    const line = lineEnd === -1 ? rest : slice(rest, 0, lineEnd);
    rest = lineEnd === -1 ? "" : slice(rest, lineEnd + 1);
    if (line === boundaryFrame) break;
    if (!startsWith(line, frameStart) || line === nativeEvalFrame) continue;
    if (indexOf(line, runtimeFileName) !== -1) continue;
    cleaned += cleaned === "" ? cleanFrame(line) : `
${cleanFrame(line)}`;
  }
  return cleaned;
}
function framesOf(stack) {
  if (startsWith(stack, frameStart)) return stack;
  const firstFrame = indexOf(stack, `
${frameStart}`);
  return firstFrame === -1 ? "" : slice(stack, firstFrame + 1);
}
function cleanFrame(line) {
  for (let index = 0; index < evalFrames.length; index++) {
    const prefix = evalFrames[index];
    if (!startsWith(line, prefix) || startsWith(line, `${prefix}eval at `)) continue;
    return frameStart + slice(line, prefix.length, -1);
  }
  return line;
}

// node-agent/host/runtime/inspect-parts.ts
var entriesMax = 100;
var charsMax = 64 * 1024;
var lineCharsMax = 72;
var Parts = class {
  count = 0;
  #oneLine = "";
  #lines = "";
  get isFull() {
    return this.count >= entriesMax || this.#lines.length > charsMax;
  }
  add(whole) {
    const part = whole.length > charsMax ? `${slice(whole, 0, charsMax)}…` : whole;
    this.#oneLine += this.count === 0 ? part : `, ${part}`;
    this.#lines += `${this.count === 0 ? "" : ",\n"}${indent(part)}`;
    this.count++;
  }
  between(open, close, total) {
    if (total > this.count) this.add(`... ${total - this.count} more`);
    if (this.count === 0) return open + close;
    if (this.#oneLine.length <= lineCharsMax && !hasNewline(this.#oneLine)) {
      return `${open} ${this.#oneLine} ${close}`;
    }
    return `${open}
${this.#lines}
${close}`;
  }
};
function indent(text) {
  let indented2 = "  ";
  for (let index = 0; index < text.length; index++) {
    const unit = text[index];
    indented2 += unit === "\n" ? "\n  " : unit;
  }
  return indented2;
}
function hasNewline(text) {
  for (let index = 0; index < text.length; index++) if (text[index] === "\n") return true;
  return false;
}

// node-agent/host/runtime/read-data.ts
var prototypesMax = 16;
function inheritedData(value, key) {
  let holder = value;
  for (let step = 0; holder !== null && step < prototypesMax; step++) {
    const property = getOwnPropertyDescriptor(holder, key);
    if (property !== void 0) return property.value;
    holder = getPrototypeOf(holder);
  }
  return void 0;
}
function ownData(value, key) {
  return getOwnPropertyDescriptor(value, key)?.value;
}
function className(value) {
  const prototype = getPrototypeOf(value);
  if (prototype === null) return "";
  if (prototype === objectPrototype) return "Object";
  const constructor = inheritedData(prototype, "constructor");
  const name = typeof constructor === "function" ? ownData(constructor, "name") : void 0;
  return typeof name === "string" && name !== "" ? name : "Object";
}

// node-agent/host/runtime/inspect-builtin.ts
function inspectBuiltin(value, show) {
  const prototype = getPrototypeOf(value);
  if (prototype === regExpPrototype) return regExpToText(value);
  if (prototype === promisePrototype) return "Promise {}";
  if (isView(value)) return inspectView(value, show);
  const time = timeOf(value);
  if (time !== void 0) return time === time ? dateToIso(value) : "Invalid Date";
  if (isMap(value)) return inspectMap(value, show);
  return isSet(value) ? inspectSet(value, show) : void 0;
}
function inspectView(value, show) {
  const view = value;
  const length = typeof view.length === "number" ? view.length : 0;
  const parts = new Parts();
  for (let index = 0; index < length && !parts.isFull; index++) {
    parts.add(show(view[index]));
  }
  return `${className(value)}(${length}) ${parts.between("[", "]", length)}`;
}
function inspectMap(map, show) {
  const parts = new Parts();
  let size = 0;
  mapForEach(map, (value, key) => {
    size++;
    if (!parts.isFull) parts.add(`${show(key)} => ${show(value)}`);
  });
  return `Map(${size}) ${parts.between("{", "}", size)}`;
}
function inspectSet(set, show) {
  const parts = new Parts();
  let size = 0;
  setForEach(set, (member) => {
    size++;
    if (!parts.isFull) parts.add(show(member));
  });
  return `Set(${size}) ${parts.between("{", "}", size)}`;
}

// node-agent/host/runtime/named-errors.ts
var named = new WeakMapConstructor();
function nameError(error, name, message) {
  const names2 = { __proto__: null, name, message };
  weakMapSet(named, error, names2);
}
function namesOf(error) {
  return weakMapGet(named, error);
}

// node-agent/host/runtime/inspect.ts
var depthMax = 2;
function inspectTop(value) {
  return typeof value === "string" ? value : inspect(value);
}
function inspect(value, outer) {
  switch (typeof value) {
    case "string":
      return stringifyJson(value);
    case "bigint":
      return `${toText(value)}n`;
    case "symbol":
      return symbolToText(value);
    case "number":
      return value === 0 && 1 / value < 0 ? "-0" : toText(value);
    case "function":
      return inspectFunction(value);
    case "object":
      return value === null ? "null" : inspectObject(value, outer);
    default:
      return toText(value);
  }
}
function inspectFunction(value) {
  const name = ownData(value, "name");
  return typeof name === "string" && name !== "" ? `[Function: ${name}]` : "[Function (anonymous)]";
}
function inspectObject(value, outer) {
  for (let seen = outer; seen !== void 0; seen = seen.outer) {
    if (seen.value === value) return "[Circular]";
  }
  if (isError(value)) return inspectError(value);
  const depth = outer === void 0 ? 0 : outer.depth + 1;
  const name = className(value);
  if (depth > depthMax) return `[${isArray(value) ? "Array" : name || "Object"}]`;
  const inner = { value, outer, depth };
  const builtin = inspectBuiltin(value, (part) => inspect(part, inner));
  if (builtin !== void 0) return builtin;
  if (isArray(value)) return inspectArray(value, inner);
  const prefix = name === "Object" ? "" : `${name || "[Object: null prototype]"} `;
  return prefix + inspectProperties(value, inner);
}
function inspectError(error) {
  const stack = ownDataOrGetter(error, "stack");
  const known = namesOf(error);
  const name = known?.name ?? inheritedData(error, "name") ?? "Error";
  const message = known?.message ?? inheritedData(error, "message") ?? "";
  const head = message === "" ? toText(name) : `${toText(name)}: ${toText(message)}`;
  const frames = typeof stack === "string" ? cleanStack(stack) : "";
  return frames === "" ? `[${head}]` : `${head}
${frames}`;
}
function inspectArray(array, inner) {
  const length = ownData(array, "length");
  const parts = new Parts();
  for (let index = 0; index < length && !parts.isFull; index++) {
    const property = getOwnPropertyDescriptor(array, index);
    parts.add(property === void 0 ? "<empty>" : inspectProperty(property, inner));
  }
  return parts.between("[", "]", length);
}
function inspectProperties(value, inner) {
  const keys = ownKeys(value);
  const parts = new Parts();
  let shown = 0;
  for (let index = 0; index < keys.length && !parts.isFull; index++) {
    const key = keys[index];
    const property = getOwnPropertyDescriptor(value, key);
    shown++;
    if (property === void 0 || property.enumerable !== true) continue;
    parts.add(`${inspectKey(key)}: ${inspectProperty(property, inner)}`);
  }
  return parts.between("{", "}", parts.count + keys.length - shown);
}
function inspectProperty(property, inner) {
  if (property.get !== void 0) return property.set ? "[Getter/Setter]" : "[Getter]";
  return property.set === void 0 ? inspect(property.value, inner) : "[Setter]";
}
function inspectKey(key) {
  if (typeof key === "symbol") return `[${symbolToText(key)}]`;
  return isPlainKey(key) ? key : stringifyJson(key);
}
function isPlainKey(key) {
  if (key === "") return false;
  for (let index = 0; index < key.length; index++) {
    const unit = key[index];
    const isLetter = unit >= "a" && unit <= "z" || unit >= "A" && unit <= "Z";
    const isDigit = index > 0 && unit >= "0" && unit <= "9";
    if (!isLetter && !isDigit && unit !== "_" && unit !== "$") return false;
  }
  return true;
}
function ownDataOrGetter(error, key) {
  try {
    return error[key];
  } catch {
    return void 0;
  }
}

// node-agent/host/runtime/describe-thrown.ts
var notAnErrorName = "NotAnError";
function describeThrown(thrown) {
  try {
    if (!isError(thrown)) {
      return guestError(notAnErrorName, `A value that is no Error was thrown: ${inspect(thrown)}`);
    }
    return guestError(
      readText(thrown, "name") || "Error",
      readText(thrown, "message"),
      cleanStackOf(thrown)
    );
  } catch {
    return guestError(notAnErrorName, "What was thrown cannot be described: it throws when read");
  }
}
function cleanStackOf(error) {
  return cleanStack(slice(readText(error, "stack"), 0, rawStackCharsMax));
}
function guestError(name, message, stack = "") {
  return {
    // @ts-expect-error -- JSON would ask Object.prototype for a toJSON
    __proto__: null,
    name: slice(name, 0, errorTextLimits.nameCharsMax),
    message: slice(message, 0, errorTextLimits.messageCharsMax),
    stack: slice(stack, 0, errorTextLimits.stackCharsMax)
  };
}
function errorJson(error) {
  return stringifyJson(error);
}
function readText(error, key) {
  try {
    const value = error[key];
    if (typeof value === "string") return value;
    if (value === void 0 || value === null) return "";
    return typeof value === "object" || typeof value === "function" ? "" : toText(value);
  } catch {
    return "";
  }
}

// node-agent/host/runtime/format-line.ts
var percent = 37;
function formatLine(args) {
  try {
    let line = "";
    let next = 0;
    const first = args[0];
    if (typeof first === "string" && args.length > 1) {
      const filled = fillPlaces(first, args);
      line = filled.text;
      next = filled.next;
    }
    for (; next < args.length; next++) {
      line += next === 0 ? inspectTop(args[0]) : ` ${inspectTop(args[next])}`;
    }
    return line;
  } catch {
    return "<a value that throws when it is shown>";
  }
}
function fillPlaces(format, args) {
  let text = "";
  let next = 1;
  let copied = 0;
  for (let index = 0; index < format.length - 1; index++) {
    if (charCodeAt(format, index) !== percent) continue;
    const directive = slice(format, index + 1, index + 2);
    if (directive === "%") {
      text += slice(format, copied, index + 1);
    } else {
      const shown = next < args.length ? fillPlace(directive, args[next]) : void 0;
      if (shown === void 0) continue;
      text += slice(format, copied, index) + shown;
      next++;
    }
    copied = index + 2;
    index++;
  }
  return { text: text + slice(format, copied), next };
}
function fillPlace(directive, value) {
  switch (directive) {
    case "s":
      return typeof value === "object" && !isError(value) ? inspect(value) : inspectTop(value);
    case "d":
    case "f":
      return isPlain(value) ? toText(toNumber(value)) : "NaN";
    case "i":
      return isPlain(value) ? toText(mathFloor(toNumber(value))) : "NaN";
    case "j":
    case "o":
    case "O":
      return inspect(value);
    case "c":
      return "";
    default:
      return void 0;
  }
}
function isPlain(value) {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

// node-agent/host/runtime/run-state.ts
var runState = {
  // @ts-expect-error -- so that nothing the guest does to Object.prototype is seen through it
  __proto__: null,
  runNumber: 0,
  resultCharsMax: 0,
  logLinesMax: 0,
  logBytesMax: 0,
  logLineBytesMax: 0,
  timersMax: 0,
  emit: void 0,
  logLines: 0,
  logBytes: 0,
  keptLogs: "",
  ending: "",
  thrown: void 0,
  resultBuffer: void 0,
  enteredMs: 0,
  enteredAtDateMs: 0,
  virtualMs: void 0,
  startEpochMs: 0
};
function enterAt(runMs) {
  runState.enteredMs = runMs;
  runState.enteredAtDateMs = dateNow();
}
function runMsNow() {
  return runState.virtualMs ?? realMsNow();
}
function realMsNow() {
  return runState.enteredMs + mathMax(0, dateNow() - runState.enteredAtDateMs);
}
function guestMsNow() {
  return mathFloor(runMsNow());
}
function epochMsNow() {
  return runState.virtualMs === void 0 ? dateNow() : runState.startEpochMs + runState.virtualMs;
}
function runNumberNow() {
  return runState.runNumber;
}
function isOnMainThread() {
  return runState.emit === void 0;
}
function keepLog(level, text, sinceStartUs) {
  const entry = `[${level},${stringifyJson(text)},${sinceStartUs}]`;
  runState.keptLogs += runState.keptLogs === "" ? entry : `,${entry}`;
}
function end(report2, body = "") {
  if (runState.ending === "") runState.ending = report2 + body;
}
function hasEnded() {
  return runState.ending !== "";
}
function isOver(report2) {
  return hasEnded() && runState.ending[0] === report2;
}

// node-agent/host/runtime/console.ts
var cutMark = "…";
var cutMarkBytes = 3;
var indent2 = { __proto__: null, text: "" };
function setLogIndent(text) {
  indent2.text = text;
}
function consoleMethod(level) {
  return (...args) => writeLine(level, formatLine(args));
}
function writeLog(level, line) {
  writeLine(levelNumber(level), line);
}
function levelNumber(level) {
  for (let index = 0; index < logLevels.length; index++) {
    if (logLevels[index] === level) return index;
  }
  return 0;
}
function takeKeptLogs() {
  const kept = `[${runState.keptLogs}]`;
  runState.keptLogs = "";
  return kept;
}
function writeLine(level, plainLine) {
  const line = indent2.text === "" ? plainLine : indented(plainLine);
  if (isOver(reports.tooMuch)) throw overflow();
  const text = cutToBytes(toWellFormed(line), runState.logLineBytesMax);
  runState.logLines++;
  runState.logBytes += utf8Bytes(text, 0, text.length);
  if (runState.logLines > runState.logLinesMax || runState.logBytes > runState.logBytesMax) {
    throw overflow();
  }
  const sinceStartUs = runMsNow() * 1e3;
  if (runState.emit !== void 0) runState.emit(level, text, sinceStartUs);
  else keepLog(level, text, sinceStartUs);
}
function indented(text) {
  const charsMax2 = runState.logLineBytesMax;
  const whole = text.length > charsMax2 ? slice(text, 0, charsMax2) + text[charsMax2] : text;
  let result = indent2.text;
  for (let index = 0; index < whole.length; index++) {
    const unit = whole[index];
    result += unit === "\n" ? `
${indent2.text}` : unit;
  }
  return result;
}
function overflow() {
  const { logLinesMax, logBytesMax } = runState;
  const why = `The logs are longer than ${logLinesMax} lines or ${logBytesMax} bytes`;
  const isFirst = !isOver(reports.tooMuch);
  end(reports.tooMuch, errorJson(guestError("OutputExceeded", why)));
  if (isFirst && runState.emit !== void 0) runState.emit(logOverflowLevel, why, 0);
  return new RangeErrorConstructor(why);
}
function cutToBytes(text, bytesMax) {
  if (text.length * 3 <= bytesMax) return text;
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const next = bytes + utf8Bytes(text, index, index + 1);
    if (next > bytesMax) return cut(text, index, bytes, bytesMax);
    bytes = next;
  }
  return text;
}
function cut(text, atLength, bytesThere, bytesMax) {
  let length = atLength;
  let bytes = bytesThere;
  while (length > 0 && bytes + cutMarkBytes > bytesMax) {
    length--;
    bytes -= utf8Bytes(text, length, length + 1);
  }
  if (length > 0 && isFirstOfPair(charCodeAt(text, length - 1))) length--;
  return length === 0 ? "" : slice(text, 0, length) + cutMark;
}
function isFirstOfPair(unit) {
  return unit >= 55296 && unit < 56320;
}
function utf8Bytes(text, start2, end_) {
  let bytes = 0;
  for (let index = start2; index < end_; index++) {
    const unit = charCodeAt(text, index);
    if (unit < 128) bytes += 1;
    else if (unit < 2048 || unit >= 55296 && unit < 57344) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}

// node-agent/host/runtime/define.ts
function defineEarly(holder, key, value) {
  defineProperty(holder, key, { value, writable: true, configurable: true, enumerable: false });
}
function define(holder, key, value) {
  defineProperty(holder, key, {
    // @ts-expect-error -- so that nothing the guest does to Object.prototype is seen through it
    __proto__: null,
    value,
    writable: true,
    configurable: true,
    enumerable: false
  });
}

// node-agent/host/runtime/run-random.ts
var chance = { __proto__: null, next: void 0 };
function seedRunRandom(next) {
  chance.next = next;
}
function randomNumber() {
  return chance.next?.();
}

// node-agent/host/runtime/seeded-random.ts
function seededMathRandom(seed) {
  let mix = seed >>> 0;
  const splitmix = () => {
    mix = mix + 2654435769 >>> 0;
    let z = mix;
    z = mathImul(z ^ z >>> 16, 569420461);
    z = mathImul(z ^ z >>> 15, 1935289751);
    return (z ^ z >>> 15) >>> 0;
  };
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let d = splitmix();
  const draw = () => {
    const scrambled = mathImul(rotateLeft(mathImul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return scrambled;
  };
  return function random() {
    const high = draw() >>> 5;
    const low = draw() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
}
function rotateLeft(value, bits) {
  return value << bits | value >>> 32 - bits;
}

// node-agent/host/runtime/temporal.ts
function coarsenTemporal() {
  if (!deleteProperty(globalObject, "Temporal")) return;
  defineProperty(globalObject, "Temporal", {
    get: () => {
      const temporal = makeTemporal();
      define(globalObject, "Temporal", temporal);
      return temporal;
    },
    set: (value) => define(globalObject, "Temporal", value),
    configurable: true,
    enumerable: false
  });
}
function makeTemporal() {
  const instant = new DateConstructor(0).toTemporalInstant();
  const zoned = instant.toZonedDateTimeISO("UTC");
  const date = zoned.toPlainDate();
  const temporal = {};
  define(temporal, "Now", makeNow(instant.constructor));
  const ofEachKind = [
    instant.until(instant),
    instant,
    date,
    zoned.toPlainDateTime(),
    date.toPlainMonthDay(),
    zoned.toPlainTime(),
    date.toPlainYearMonth(),
    zoned
  ];
  for (let index = 0; index < ofEachKind.length; index++) {
    const { constructor } = ofEachKind[index];
    define(temporal, constructor.name, constructor);
  }
  return tagged(temporal, "Temporal");
}
function makeNow(instantConstructor) {
  const { fromEpochMilliseconds } = instantConstructor;
  const instant = () => fromEpochMilliseconds(epochMsNow());
  const zonedDateTimeISO = (zone = "UTC") => instant().toZonedDateTimeISO(zone);
  const now = {};
  define(now, "instant", instant);
  define(now, "timeZoneId", () => "UTC");
  define(now, "zonedDateTimeISO", zonedDateTimeISO);
  define(now, "plainDateTimeISO", (zone) => zonedDateTimeISO(zone).toPlainDateTime());
  define(now, "plainDateISO", (zone) => zonedDateTimeISO(zone).toPlainDate());
  define(now, "plainTimeISO", (zone) => zonedDateTimeISO(zone).toPlainTime());
  return tagged(now, "Temporal.Now");
}
function tagged(holder, name) {
  defineProperty(holder, Symbol.toStringTag, { value: name, configurable: true });
  return holder;
}

// node-agent/host/runtime/deterministic.ts
function makeDeterministic(seed, startEpochMs) {
  runState.startEpochMs = startEpochMs;
  runState.virtualMs = 0;
  define(Math, "random", seededMathRandom(seed));
  seedRunRandom(seededMathRandom(seed ^ 1540483477));
  replaceDate();
  replaceDefaultsOfDateTimeFormat();
  coarsenTemporal();
  replaceWeakRef();
}
function replaceDate() {
  const { parse, UTC } = DateConstructor;
  const replacement = function Date2(...args) {
    if (new.target === void 0) {
      return apply(dateToString, new DateConstructor(epochMsNow()), []);
    }
    const given = args.length === 0 ? [epochMsNow()] : args;
    return construct(DateConstructor, given, new.target);
  };
  takeThePlaceOf(DateConstructor, replacement, "Date", 7);
  define(replacement, "now", function now() {
    return epochMsNow();
  });
  define(replacement, "parse", parse);
  define(replacement, "UTC", UTC);
}
function replaceDefaultsOfDateTimeFormat() {
  const { prototype } = Intl.DateTimeFormat;
  const nativeFormatOf = getOwnPropertyDescriptor(prototype, "format")?.get;
  const nativeToParts = prototype.formatToParts;
  const formats = new WeakMapConstructor();
  defineProperty(prototype, "format", {
    get: function format() {
      const native = apply(nativeFormatOf, this, []);
      const known = weakMapGet(formats, native);
      if (known !== void 0) return known;
      const made = (date) => apply(native, void 0, [dateOrNow(date)]);
      weakMapSet(formats, native, made);
      return made;
    }
  });
  define(prototype, "formatToParts", function formatToParts(date) {
    return apply(nativeToParts, this, [dateOrNow(date)]);
  });
}
function dateOrNow(date) {
  return date === void 0 ? epochMsNow() : date;
}
function replaceWeakRef() {
  const WeakRefConstructor = WeakRef;
  const targets = new MapConstructor();
  const replacement = function WeakRef2(target) {
    if (new.target === void 0) throw new TypeErrorConstructor("WeakRef is called without new");
    const reference = construct(
      WeakRefConstructor,
      [target],
      new.target
    );
    mapSet(targets, target, true);
    return reference;
  };
  takeThePlaceOf(WeakRefConstructor, replacement, "WeakRef", 1);
}
function takeThePlaceOf(native, replacement, name, length) {
  const { prototype } = native;
  defineProperty(replacement, "prototype", { value: prototype, writable: false });
  defineProperty(replacement, "name", { value: name });
  defineProperty(replacement, "length", { value: length });
  define(prototype, "constructor", replacement);
  define(globalObject, name, replacement);
}

// node-agent/frames/guest-features.ts
var guestFeatures = [
  "webassembly",
  /** `eval`, direct and indirect. */
  "eval",
  /** `Function` and its three kin, called or constructed. */
  "function-constructor",
  /** SharedArrayBuffer, by that name or through WebAssembly, and Atomics.wait. */
  "shared-memory",
  /** Temporal.Now to the nanosecond; without it, to the millisecond, as Date is. */
  "fine-clock"
];
function guestFeatureBits(features) {
  return features.reduce((bits, feature) => bits | 1 << guestFeatures.indexOf(feature), 0);
}

// node-agent/host/runtime/features.ts
function offerFeatures(bits) {
  const has = (feature) => (bits & guestFeatureBits([feature])) !== 0;
  if (!has("eval")) deleteProperty(globalObject, "eval");
  if (!has("function-constructor")) removeFunctionConstructors();
  if (!has("webassembly")) deleteProperty(globalObject, "WebAssembly");
  if (!has("shared-memory")) removeSharedMemory(has("webassembly"));
  if (!has("fine-clock")) coarsenTemporal();
}
function removeFunctionConstructors() {
  const kinds = [
    () => {
    },
    async () => {
    },
    function* generate() {
    },
    async function* generateLater() {
    }
  ];
  for (let index = 0; index < kinds.length; index++) {
    const prototype = getPrototypeOf(kinds[index]);
    const refusing = function Function() {
      throw new EvalErrorConstructor("Code cannot be made from text here");
    };
    defineProperty(refusing, "prototype", { value: prototype, writable: false });
    defineProperty(prototype, "constructor", { value: refusing });
    if (index === 0) defineProperty(globalObject, "Function", { value: refusing });
  }
}
function removeSharedMemory(hasWebAssembly) {
  deleteProperty(globalObject, "SharedArrayBuffer");
  deleteProperty(Atomics, "wait");
  if (!hasWebAssembly) return;
  const { WebAssembly } = globalObject;
  const memoryPrototype = WebAssembly.Memory.prototype;
  const { toFixedLengthBuffer: makeFixed, toResizableBuffer: makeResizable } = memoryPrototype;
  const bufferOf = getterOf(memoryPrototype, "buffer");
  defineProperty(memoryPrototype, "buffer", {
    get: function buffer() {
      return unshared(apply(bufferOf, this, []));
    }
  });
  define(memoryPrototype, "toFixedLengthBuffer", function toFixedLengthBuffer() {
    return unshared(apply(makeFixed, this, []));
  });
  define(memoryPrototype, "toResizableBuffer", function toResizableBuffer() {
    return unshared(apply(makeResizable, this, []));
  });
}
var unsharedByteLengthOf = getterOf(ArrayBuffer.prototype, "byteLength");
function unshared(buffer) {
  try {
    apply(unsharedByteLengthOf, buffer, []);
  } catch {
    throw new TypeErrorConstructor("Memory cannot be shared here");
  }
  return buffer;
}
function getterOf(holder, key) {
  return getOwnPropertyDescriptor(holder, key)?.get;
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

// node-agent/host/runtime/call-error.ts
function errorHere() {
  return new ErrorConstructor();
}
function becomeThrown(error, json) {
  const thrown = parseJson(json);
  const code = ownData(thrown, "code");
  const dataJson = ownData(thrown, "dataJson");
  become(error, ownData(thrown, "name"), ownData(thrown, "message"));
  if (code !== void 0) addProperty(error, "code", code);
  if (typeof dataJson === "string") {
    try {
      addProperty(error, "data", parseJson(dataJson));
    } catch {
    }
  }
  return error;
}
function become(error, name, message) {
  const frames = framesOf2(error);
  define(error, "name", name);
  define(error, "message", message);
  define(error, "stack", frames === "" ? `${name}: ${message}` : `${name}: ${message}
${frames}`);
  return error;
}
function framesOf2(error) {
  try {
    const stack = error.stack;
    return typeof stack === "string" ? cleanStack(slice(stack, 0, rawStackCharsMax)) : "";
  } catch {
    return "";
  }
}
function addProperty(error, key, value) {
  defineProperty(error, key, {
    // @ts-expect-error -- so that nothing the guest does to Object.prototype is seen through it
    __proto__: null,
    value,
    writable: true,
    configurable: true,
    enumerable: true
  });
}

// shared/execution/host-call.ts
var hostCallBytesMax = 1024 * 1024;

// shared/execution/stdin.ts
var stdinCallName = "<stdin>";
var stdinAheadBytesMax = 256 * 1024;
var stdinAheadOnStreamBytesMax = 32 * 1024 * 1024;

// node-agent/host/runtime/host-calls.ts
var calls = {
  __proto__: null,
  callsMax: 0,
  openMax: 0,
  /** Of this run; the last one's number is its id. */
  made: 0,
  taken: 0,
  first: void 0,
  last: void 0,
  open: new MapConstructor(),
  openCount: 0,
  /** Of stdin, which waits for no other call. */
  read: void 0,
  isReading: false,
  /** The open ones that nobody waits for any more, each id with a space after it. */
  aborts: ""
};
function beginCalls(callsMax, openMax) {
  calls.callsMax = callsMax;
  calls.openMax = openMax;
  calls.made = 0;
  calls.taken = 0;
  calls.first = void 0;
  calls.last = void 0;
  if (hasOpenCalls()) calls.open = new MapConstructor();
  calls.openCount = 0;
  calls.read = void 0;
  calls.isReading = false;
  calls.aborts = "";
}
function callTool(toolName, argument) {
  const error = errorHere();
  return new PromiseConstructor((resolve, reject) => {
    const argumentJson = jsonOf(argument);
    if (argumentJson === void 0) {
      throw become(
        error,
        "HostCallTooLarge",
        `The argument is longer than ${hostCallBytesMax} bytes`
      );
    }
    queueCall(reports.call, `${toolName} ${argumentJson}`, error, resolve, reject);
  });
}
function queueCall(kind, text, error, resolve, reject) {
  if (hasEnded() || calls.made >= calls.callsMax) throw tooMany(error);
  calls.made++;
  const call = newCall(kind, text, error, resolve, reject, false);
  if (calls.last === void 0) calls.first = call;
  else calls.last.after = call;
  calls.last = call;
  return call;
}
function readMore() {
  const error = errorHere();
  return new PromiseConstructor((resolve, reject) => {
    if (hasEnded()) return;
    calls.read = newCall(reports.call, `${stdinCallName} `, error, resolve, reject, true);
  });
}
function newCall(kind, text, error, resolve, reject, isUncounted) {
  return {
    // @ts-expect-error -- so that nothing the guest does to Object.prototype is seen through it
    __proto__: null,
    kind,
    text,
    error,
    resolve,
    reject,
    isUncounted,
    after: void 0,
    callId: 0,
    isAborted: false
  };
}
function abortCall(call) {
  call.isAborted = true;
  if (mapGet(calls.open, call.callId) !== call) return;
  closeCall(call.callId);
  calls.aborts += `${call.callId} `;
}
function takeAborts() {
  const { aborts } = calls;
  calls.aborts = "";
  return aborts;
}
function takeCall() {
  const { read } = calls;
  if (read !== void 0) {
    calls.read = void 0;
    return opened(read);
  }
  while (calls.first?.isAborted === true) takeFirst();
  const call = calls.first;
  if (call === void 0 || calls.openCount >= calls.openMax) return void 0;
  takeFirst();
  return opened(call);
}
function opened(call) {
  call.callId = ++calls.taken;
  mapSet(calls.open, call.callId, call);
  if (call.isUncounted) calls.isReading = true;
  else calls.openCount++;
  return `${call.kind}${call.callId} ${call.text}`;
}
function takeFirst() {
  calls.first = calls.first?.after;
  if (calls.first === void 0) calls.last = void 0;
}
function hasOpenCalls() {
  return calls.openCount > 0 || calls.isReading;
}
function resolveCall(callId, resultJson) {
  const call = closeCall(callId);
  if (call === void 0) return;
  let result;
  try {
    result = resultJson === void 0 ? void 0 : parseJson(resultJson);
  } catch {
    call.reject(become(call.error, "HostCallNotJson", "The reply is no JSON"));
    return;
  }
  call.resolve(result);
}
function rejectCall(callId, json) {
  const call = closeCall(callId);
  if (call !== void 0) call.reject(becomeThrown(call.error, json));
}
function closeCall(callId) {
  const call = mapGet(calls.open, callId);
  if (call === void 0) return void 0;
  mapDelete(calls.open, callId);
  if (call.isUncounted) calls.isReading = false;
  else calls.openCount--;
  return call;
}
function jsonOf(argument) {
  if (typeof argument === "string" && argument.length > hostCallBytesMax) return void 0;
  const json = stringifyJson(argument);
  if (typeof json !== "string") return "";
  return json.length > hostCallBytesMax ? void 0 : json;
}
function tooMany(error) {
  const why = `The program may make ${calls.callsMax} calls, and no more`;
  const isFirst = !hasEnded();
  end(reports.tooManyCalls, errorJson(guestError("HostCallLimit", why)));
  if (isFirst && runState.emit !== void 0) runState.emit(callOverflowLevel, why, 0);
  return become(error, "HostCallLimit", why);
}

// node-agent/host/runtime/fetch-calls.ts
var { headerCharsMax, headersMax, requestBytesMax, urlCharsMax } = fetchBounds;
var headCharsMax = headerCharsMax + urlCharsMax + 2 * headersMax + 256;
var bodyCharsMax = mathCeil(requestBytesMax / 3) * 4;
function callFetch(head, bodyBase64, resolve, reject) {
  if (runState.virtualMs !== void 0) {
    reject(refusal("DETERMINISTIC", "A deterministic run fetches nothing"));
    return () => {
    };
  }
  if (hasEnded()) return () => {
  };
  if (typeof head !== "string" || typeof bodyBase64 !== "string") return () => {
  };
  if (head.length > headCharsMax || bodyBase64.length > bodyCharsMax) {
    reject(refusal("REQUEST_TOO_LARGE", "The request is larger than one may be"));
    return () => {
    };
  }
  const text = `${head}

${bodyBase64}`;
  const call = queueCall(
    reports.fetch,
    text,
    errorHere(),
    resolve,
    reject
  );
  return () => abortCall(call);
}
function resolveFetch(callId, reply) {
  const head = ownData(reply, "head");
  const body = ownData(reply, "body");
  closeCall(callId)?.resolve({ __proto__: null, head, body });
}
function rejectFetch(callId, why) {
  const space = indexOf(why, " ");
  closeCall(callId)?.reject(refusal(slice(why, 0, space), slice(why, space + 1)));
}
function refusal(code, message) {
  return { __proto__: null, code, message };
}

// shared/execution/progress.ts
var progressBytesMax = 64 * 1024;
var progressEveryMs = 50;
var progressBurstMax = 10;

// node-agent/host/runtime/progress.ts
var state = {
  __proto__: null,
  /** As JSON; empty for none. */
  untold: "",
  /** How many may be told now; it grows with the run's own time. */
  turns: 0,
  countedAtMs: 0
};
function beginProgress() {
  state.untold = "";
  state.turns = progressBurstMax;
  state.countedAtMs = 0;
}
function progress(value) {
  const text = stringifyJson(value);
  const json = typeof text === "string" ? text : "null";
  const bytes = json.length * 3 <= progressBytesMax ? 0 : utf8Bytes(json, 0, json.length);
  if (bytes > progressBytesMax) {
    throw new RangeErrorConstructor(
      `The progress could not be told: it is longer than ${progressBytesMax} bytes: ${bytes}`
    );
  }
  if (hasEnded()) return;
  state.untold = json;
  if (runState.emit === void 0 || !takeTurn()) return;
  state.untold = "";
  runState.emit(progressLevel, json, 0);
}
function keepProgress(isLast) {
  const json = state.untold;
  if (json === "" || !(takeTurn() || isLast)) return;
  state.untold = "";
  keepLog(progressLevel, json, 0);
}
function progressDueInMs() {
  if (state.untold === "") return void 0;
  countTurns();
  return mathMax(1, (1 - state.turns) * progressEveryMs);
}
function takeTurn() {
  countTurns();
  if (state.turns < 1) return false;
  state.turns--;
  return true;
}
function countTurns() {
  const nowMs = realMsNow();
  const turns = state.turns + mathMax(0, nowMs - state.countedAtMs) / progressEveryMs;
  state.turns = turns > progressBurstMax ? progressBurstMax : turns;
  state.countedAtMs = nowMs;
}

// node-agent/host/runtime/stdin.ts
var state2 = {
  __proto__: null,
  isEnded: true,
  /** Has come and was not read. */
  rest: "",
  /** Of the reader before: it comes first. */
  turn: void 0
};
function beginStdin(isThere) {
  state2.isEnded = !isThere;
  state2.rest = "";
  state2.turn = void 0;
}
var stdin = freeze({
  __proto__: null,
  /** The next line, without its line break; null at the end. */
  readLine: () => inTurn(nextLine),
  /** All that is left. */
  text: () => inTurn(allText),
  [asyncIterator]: lines
});
function lines() {
  return freeze({
    __proto__: null,
    next: async () => {
      const line = await inTurn(nextLine);
      return line === null ? { value: void 0, done: true } : { value: line, done: false };
    },
    return: async () => ({ value: void 0, done: true }),
    [asyncIterator]() {
      return this;
    }
  });
}
function inTurn(read) {
  const mine = after(state2.turn, read);
  state2.turn = mine;
  return mine;
}
async function after(before, read) {
  try {
    await before;
  } catch {
  }
  return read();
}
async function nextLine() {
  let line = "";
  for (; ; ) {
    const { rest } = state2;
    const end2 = indexOf(rest, "\n");
    if (end2 !== -1) {
      state2.rest = slice(rest, end2 + 1);
      return withoutReturn(line + slice(rest, 0, end2));
    }
    line += rest;
    state2.rest = "";
    if (!await fill()) return line === "" ? null : line;
  }
}
async function allText() {
  let text = "";
  do {
    text += state2.rest;
    state2.rest = "";
  } while (await fill());
  return text;
}
async function fill() {
  if (state2.isEnded) return false;
  const more = await readMore();
  if (typeof more === "string") state2.rest = more;
  else state2.isEnded = true;
  return !state2.isEnded;
}
var carriageReturn = 13;
function withoutReturn(line) {
  const last = line.length - 1;
  return last >= 0 && charCodeAt(line, last) === carriageReturn ? slice(line, 0, last) : line;
}

// node-agent/host/runtime/bytes.ts
var arrayPrototype = Array.prototype;
var typedArray = getPrototypeOf(Uint8Array.prototype);
var bufferLength = getterOf2(ArrayBuffer.prototype, "byteLength");
var isDetached = getterOf2(ArrayBuffer.prototype, "detached");
var sharedLength = getterOf2(SharedArrayBuffer.prototype, "byteLength");
var arrayBuffer = getterOf2(typedArray, "buffer");
var arrayOffset = getterOf2(typedArray, "byteOffset");
var arrayLength = getterOf2(typedArray, "byteLength");
var arrayTag = getterOf2(typedArray, Symbol.toStringTag);
var viewBuffer = getterOf2(DataView.prototype, "buffer");
var viewOffset = getterOf2(DataView.prototype, "byteOffset");
var viewLength = getterOf2(DataView.prototype, "byteLength");
function extentOf(value) {
  if (value === null || typeof value !== "object") return void 0;
  if (!isView(value)) {
    const length2 = lengthOfBuffer(value);
    if (length2 === void 0) return void 0;
    refuseDetached(value);
    return { buffer: value, offset: 0, length: length2 };
  }
  const isArray2 = apply(arrayTag, value, []) !== void 0;
  const buffer = apply(isArray2 ? arrayBuffer : viewBuffer, value, []);
  refuseDetached(buffer);
  const offset = apply(isArray2 ? arrayOffset : viewOffset, value, []);
  const length = apply(isArray2 ? arrayLength : viewLength, value, []);
  return { buffer, offset, length };
}
function copyOf({ buffer, offset, length }) {
  const source = new Uint8ArrayConstructor(buffer, offset, length);
  return apply(arrayBuffer, new Uint8ArrayConstructor(source), []);
}
function lengthOfBuffer(value) {
  if (isPlain2(value)) return void 0;
  return numberFrom(bufferLength, value) ?? numberFrom(sharedLength, value);
}
function isPlain2(value) {
  try {
    const prototype = getPrototypeOf(value);
    return prototype === objectPrototype || prototype === arrayPrototype || prototype === null;
  } catch {
    return true;
  }
}
function refuseDetached(buffer) {
  let detached = false;
  try {
    detached = apply(isDetached, buffer, []);
  } catch {
  }
  if (detached === true) throw new TypeErrorConstructor("its buffer is detached");
}
function numberFrom(getter, value) {
  try {
    return apply(getter, value, []);
  } catch {
    return void 0;
  }
}
function getterOf2(prototype, key) {
  return getOwnPropertyDescriptor(prototype, key)?.get;
}

// node-agent/host/runtime/settle.ts
function settle(value) {
  try {
    if (!isThenable(value)) finish(value);
    else void settleLater(value);
  } catch (error) {
    fail(error);
  }
}
function fail(thrown) {
  if (hasEnded()) return;
  end(reports.threw);
  runState.thrown = thrown;
}
function isUndescribed() {
  return runState.ending === reports.threw;
}
function describeEnding() {
  if (!isUndescribed()) return;
  const { thrown } = runState;
  runState.thrown = void 0;
  runState.ending += errorJson(describeThrown(thrown));
}
async function settleLater(value) {
  const { runNumber } = runState;
  try {
    const settled2 = await value;
    if (runState.runNumber === runNumber) finish(settled2);
  } catch (error) {
    if (runState.runNumber === runNumber) fail(error);
  }
}
function isThenable(value) {
  if (value === null || typeof value !== "object" && typeof value !== "function") return false;
  return typeof value.then === "function";
}
function finish(value) {
  if (finishAsBytes(value)) return;
  if (typeof value === "string" && value.length > runState.resultCharsMax) {
    return tooLong(value.length);
  }
  let text;
  try {
    text = stringifyJson(value);
  } catch (error) {
    const { name, message, stack } = describeThrown(error);
    const why = `The result could not be written as JSON: ${message}`;
    end(reports.threw, errorJson(guestError(name, why, stack)));
    return;
  }
  if (typeof text !== "string") end(reports.nothing);
  else if (text.length > runState.resultCharsMax) tooLong(text.length);
  else end(reports.result, text);
}
function finishAsBytes(value) {
  try {
    const extent = extentOf(value);
    if (extent === void 0) return false;
    if (extent.length > runState.resultCharsMax) tooLong(extent.length);
    else {
      const buffer = copyOf(extent);
      end(reports.bytes);
      if (isOver(reports.bytes)) runState.resultBuffer = buffer;
    }
  } catch (error) {
    const { name, message, stack } = describeThrown(error);
    const why = `The result could not be read as bytes: ${message}`;
    end(reports.threw, errorJson(guestError(name, why, stack)));
  }
  return true;
}
function tooLong(length) {
  const why = `The result is longer than ${runState.resultCharsMax} bytes: ${length}`;
  end(reports.tooMuch, errorJson(guestError("OutputExceeded", why)));
}

// node-agent/host/runtime/timers.ts
var delayMsMax = 2 ** 31 - 1;
var list = {
  __proto__: null,
  first: void 0,
  last: void 0,
  count: 0,
  ids: 0,
  byId: new MapConstructor()
};
function forgetTimers() {
  if (list.count === 0) return;
  list.first = void 0;
  list.last = void 0;
  list.count = 0;
  list.byId = new MapConstructor();
}
function nextTimerInMs() {
  if (list.first !== void 0 && runState.virtualMs !== void 0) return 0;
  return list.first && mathMax(0, list.first.dueMs - runMsNow());
}
function runDueTimer() {
  const timer = list.first;
  if (timer === void 0) return;
  if (runState.virtualMs !== void 0) {
    runState.virtualMs = mathMax(runState.virtualMs, timer.dueMs);
  }
  if (timer.dueMs > runMsNow()) return;
  remove(timer);
  try {
    apply(timer.callback, void 0, timer.args);
  } catch (error) {
    fail(error);
    return;
  }
  if (timer.everyMs === void 0 || mapGet(list.byId, timer.id) !== timer) {
    mapDelete(list.byId, timer.id);
    return;
  }
  timer.dueMs = runMsNow() + timer.everyMs;
  insert(timer);
}
function setTimeout(callback, delay, ...args) {
  return start(callback, delay, false, args);
}
function setInterval(callback, delay, ...args) {
  return start(callback, delay, true, args);
}
function clearTimer(id) {
  const timer = mapGet(list.byId, id);
  if (timer === void 0) return;
  mapDelete(list.byId, id);
  if (timer.before !== void 0 || timer.after !== void 0 || list.first === timer) {
    remove(timer);
  }
}
function start(callback, delay, isRepeated, args) {
  if (typeof callback !== "function") {
    const kind = isArray(callback) ? "array" : typeof callback;
    throw new TypeErrorConstructor(`The timer could not be set: its callback is of type ${kind}`);
  }
  const wantedMs = mathFloor(toNumber(delay));
  const delayMs = wantedMs >= 1 && wantedMs <= delayMsMax ? wantedMs : 1;
  if (list.count >= runState.timersMax) {
    throw new RangeErrorConstructor(
      `The timer could not be set: ${list.count} are waiting, which is the limit`
    );
  }
  const timer = {
    // @ts-expect-error -- so that nothing the guest does to Object.prototype is seen through it
    __proto__: null,
    id: ++list.ids,
    callback,
    args,
    everyMs: isRepeated ? delayMs : void 0,
    dueMs: runMsNow() + delayMs,
    before: void 0,
    after: void 0
  };
  mapSet(list.byId, timer.id, timer);
  insert(timer);
  return timer.id;
}
function insert(timer) {
  let before = list.last;
  while (before !== void 0 && before.dueMs > timer.dueMs) before = before.before;
  const after2 = before === void 0 ? list.first : before.after;
  timer.before = before;
  timer.after = after2;
  if (before === void 0) list.first = timer;
  else before.after = timer;
  if (after2 === void 0) list.last = timer;
  else after2.before = timer;
  list.count++;
}
function remove(timer) {
  if (timer.before === void 0) list.first = timer.after;
  else timer.before.after = timer.after;
  if (timer.after === void 0) list.last = timer.before;
  else timer.after.before = timer.before;
  timer.before = void 0;
  timer.after = void 0;
  list.count--;
}

// node-agent/host/runtime/tools.ts
var none = freeze({ __proto__: null });
var offered = {
  __proto__: null,
  /** As the host said them. */
  names: "",
  /** Among them is that of stdin, which is no tool of a guest's. */
  hasStdin: false,
  byName: new MapConstructor(),
  /** What a module's function gets as its second argument. */
  context: freeze({ tools: none, progress, stdin })
};
function callContext() {
  return offered.context;
}
function offersStdin() {
  return offered.hasStdin;
}
function installTools() {
  define(globalObject, "tools", none);
}
function offerTools(names2) {
  if (names2 === offered.names) return;
  offered.names = names2;
  offered.hasStdin = false;
  offered.byName = new MapConstructor();
  const tools = { __proto__: null };
  for (let rest = names2; rest !== ""; ) {
    const space = indexOf(rest, " ");
    const name = space === -1 ? rest : slice(rest, 0, space);
    rest = space === -1 ? "" : slice(rest, space + 1);
    if (name === stdinCallName) {
      offered.hasStdin = true;
      continue;
    }
    mapSet(offered.byName, name, true);
    defineProperty(tools, name, {
      // @ts-expect-error -- so that nothing the guest does to Object.prototype is seen through it
      __proto__: null,
      value: toolOf(name),
      enumerable: true
    });
  }
  freeze(tools);
  offered.context = freeze({ tools, progress, stdin });
  define(globalObject, "tools", tools);
}
function toolOf(name) {
  const tool = (argument) => {
    if (mapGet(offered.byName, name) === true) return callTool(name, argument);
    return new PromiseConstructor((_resolve, reject) => {
      reject(new TypeErrorConstructor(`This run has no such tool: ${name}`));
    });
  };
  defineProperty(tool, "name", { value: name });
  return freeze(tool);
}

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
var webParts = [
  "events",
  "encoding",
  "encoding-tables",
  "url",
  "structured-clone",
  "streams",
  "blob",
  "fetch",
  "compression",
  "url-pattern",
  "surroundings",
  "console",
  "crypto"
];

// node-agent/host/runtime/web/host-port.ts
var port = { __proto__: null, call: void 0 };
var BytesConstructor = Uint8Array;
var viewPrototype = getPrototypeOf(Uint8Array.prototype);
var kindOfView = getterOf3(viewPrototype, Symbol.toStringTag);
var lengthOfView = getterOf3(viewPrototype, "length");
var setView = viewPrototype.set;
var { wait } = Atomics;
var WordsConstructor = Int32Array;
var SharedBufferConstructor = SharedArrayBuffer;
function waitMs(pauseMs) {
  wait(new WordsConstructor(new SharedBufferConstructor(4)), 0, 0, pauseMs);
}
function connectHost(call) {
  port.call = call;
}
function askHost(service, ...args) {
  const given = [];
  let total = 0;
  for (let index = 0; index < args.length; index++) {
    const value = portable(args[index]);
    if (typeof value === "string") total += value.length;
    else if (typeof value === "object") total += apply(lengthOfView, value, []);
    defineProperty(given, index, { value, writable: true, enumerable: true, configurable: true });
  }
  if (total > serviceBytesMax) {
    throw new RangeErrorConstructor(
      `That is more than can be worked on at once, ${serviceBytesMax} bytes: ${total}`
    );
  }
  const call = port.call;
  return call(service, given[0], given[1], given[2], given[3], given[4], given[5]);
}
function portable(value) {
  if (value === void 0 || typeof value === "string" || typeof value === "number") return value;
  if (typeof value !== "object" || value === null) throw new TypeErrorConstructor("Not portable");
  if (apply(kindOfView, value, []) !== "Uint8Array") throw new TypeErrorConstructor("Not portable");
  const length = apply(lengthOfView, value, []);
  if (length > serviceBytesMax) {
    throw new RangeErrorConstructor(
      `That is more than can be worked on at once, ${serviceBytesMax} bytes: ${length}`
    );
  }
  const copy = new BytesConstructor(length);
  apply(setView, copy, [value]);
  return copy;
}
function getterOf3(holder, key) {
  return getOwnPropertyDescriptor(holder, key)?.get;
}

// node-agent/host/runtime/web/kit.ts
var kit_exports = {};
__export(kit_exports, {
  addPlatformPrototype: () => addPlatformPrototype,
  askHost: () => askHost,
  callFetch: () => callFetch,
  cleanStackOf: () => cleanStackOf,
  epochMsNow: () => epochMsNow,
  fail: () => fail,
  formatLine: () => formatLine,
  guestGlobal: () => globalObject,
  guestMsNow: () => guestMsNow,
  inspectTop: () => inspectTop,
  isOnMainThread: () => isOnMainThread,
  loadPart: () => loadPart,
  nameError: () => nameError,
  namesOf: () => namesOf,
  platformOperations: () => platformOperations,
  randomNumber: () => randomNumber,
  runNumberNow: () => runNumberNow,
  setLogIndent: () => setLogIndent,
  setTimeout: () => setTimeout,
  waitMs: () => waitMs,
  writeLog: () => writeLog
});

// node-agent/host/runtime/web/part-loader.ts
var loader = { __proto__: null, load: void 0 };
function setPartLoader(load) {
  loader.load = load;
}
function loadPart(part) {
  return loader.load(part);
}

// node-agent/host/runtime/web/platform-objects.ts
var operations2 = /* @__PURE__ */ new WeakMap();
function addPlatformPrototype(prototype, clone = {}) {
  if (!operations2.has(prototype)) operations2.set(prototype, clone);
}
function platformOperations(value) {
  let prototype = Object.getPrototypeOf(value);
  for (; prototype !== null; prototype = Object.getPrototypeOf(prototype)) {
    const found = operations2.get(prototype);
    if (found !== void 0) return found;
  }
  return void 0;
}

// node-agent/host/runtime/web/use-part.ts
setPartLoader(usePart);
var loaded = new MapConstructor();
function usePart(part) {
  const known = mapGet(loaded, part);
  if (known !== void 0) return known.exports;
  const program = indirectEval(askHost(hostServices.partSource, part));
  const module = { __proto__: null, exports: {} };
  mapSet(loaded, part, module);
  program(requireByPath, module);
  return module.exports;
}
function requireByPath(path) {
  if (path === "../kit.ts" || path === "./kit.ts") return kit_exports;
  for (let index = 0; index < webParts.length; index++) {
    const part = webParts[index];
    if (path === `../${part}/part.ts`) return usePart(part);
  }
  throw new TypeErrorConstructor(`No part of the web APIs: ${path}`);
}

// node-agent/host/runtime/web/lazy-console.ts
var names = [
  "assert",
  "clear",
  "count",
  "countReset",
  "dir",
  "dirxml",
  "group",
  "groupCollapsed",
  "groupEnd",
  "table",
  "time",
  "timeEnd",
  "timeLog",
  "trace"
];
function addRareConsoleMethods(console) {
  for (let index = 0; index < names.length; index++) {
    const name = names[index];
    console[name] = (...args) => {
      usePart("console")[name](...args);
    };
  }
}

// node-agent/host/runtime/web/lazy-globals.ts
var interfaces = [
  [
    "events",
    [
      "Event",
      "EventTarget",
      "CustomEvent",
      "ErrorEvent",
      "MessageEvent",
      "AbortController",
      "AbortSignal",
      "DOMException"
    ]
  ],
  ["encoding", ["TextEncoder", "TextDecoder"]],
  ["url", ["URL", "URLSearchParams"]],
  [
    "streams",
    [
      "ReadableStream",
      "ReadableStreamDefaultReader",
      "ReadableStreamBYOBReader",
      "ReadableStreamDefaultController",
      "ReadableByteStreamController",
      "ReadableStreamBYOBRequest",
      "WritableStream",
      "WritableStreamDefaultWriter",
      "WritableStreamDefaultController",
      "TransformStream",
      "TransformStreamDefaultController",
      "ByteLengthQueuingStrategy",
      "CountQueuingStrategy",
      "TextEncoderStream",
      "TextDecoderStream"
    ]
  ],
  ["blob", ["Blob", "File", "FormData"]],
  ["fetch", ["Headers", "Request", "Response"]],
  ["compression", ["CompressionStream", "DecompressionStream"]],
  ["url-pattern", ["URLPattern"]],
  ["surroundings", ["Navigator", "Performance"]],
  ["crypto", ["Crypto", "CryptoKey", "SubtleCrypto"]]
];
var others = [
  ["encoding", ["atob", "btoa"]],
  ["structured-clone", ["structuredClone"]],
  ["fetch", ["fetch"]],
  ["crypto", ["crypto"]],
  ["surroundings", ["navigator", "performance", "reportError"]]
];
function installLazyGlobals() {
  install(interfaces, false);
  install(others, true);
  put("self", globalObject, true);
}
function install(parts, enumerable) {
  for (let index = 0; index < parts.length; index++) {
    const { 0: part, 1: names2 } = parts[index];
    for (let at = 0; at < names2.length; at++) installOne(part, names2[at], enumerable);
  }
}
function installOne(part, name, enumerable) {
  const access = (...assigned) => {
    const value = assigned.length === 0 ? usePart(part)[name] : assigned[0];
    if (value !== void 0 || assigned.length > 0) put(name, value, enumerable);
    return value;
  };
  defineProperty(globalObject, name, { get: access, set: access, configurable: true, enumerable });
}
function put(name, value, enumerable) {
  defineProperty(globalObject, name, {
    // @ts-expect-error -- so that nothing the guest does to Object.prototype is seen through it
    __proto__: null,
    value,
    writable: true,
    configurable: true,
    enumerable
  });
}

// node-agent/host/runtime/globals.ts
function installGlobals() {
  defineEarly(globalObject, "console", makeConsole());
  defineEarly(globalObject, "setTimeout", setTimeout);
  defineEarly(globalObject, "setInterval", setInterval);
  defineEarly(globalObject, "clearTimeout", (id) => clearTimer(id));
  defineEarly(globalObject, "clearInterval", (id) => clearTimer(id));
  defineEarly(globalObject, "queueMicrotask", queueMicrotask);
  defineEarly(globalObject, "progress", progress);
  defineEarly(globalObject, "stdin", stdin);
  installLazyGlobals();
  installTools();
}
function makeConsole() {
  const console = create(create(objectPrototype));
  console["debug"] = consoleMethod(levelNumber("DEBUG"));
  console["error"] = consoleMethod(levelNumber("ERROR"));
  console["info"] = consoleMethod(levelNumber("INFO"));
  console["log"] = consoleMethod(levelNumber("LOG"));
  console["warn"] = consoleMethod(levelNumber("WARN"));
  addRareConsoleMethods(console);
  defineProperty(console, toStringTag, { value: "console", configurable: true });
  return console;
}
function removeWhatOutlivesRuns() {
  deleteProperty(Atomics, "waitAsync");
  defineEarly(FinalizationRegistry.prototype, "register", function register() {
  });
}
var settled = PromiseConstructor.resolve();
function queueMicrotask(callback) {
  if (typeof callback !== "function") {
    throw new TypeErrorConstructor(
      `The microtask could not be queued: its callback is of type ${typeof callback}`
    );
  }
  promiseThen(settled, () => {
    apply(callback, void 0, []);
  });
}

// node-agent/host/runtime/guest-runtime.ts
var held = { __proto__: null, defaultExport: void 0 };
installGlobals();
removeWhatOutlivesRuns();
function dispatch(operation, runMs, a, b, resultCharsMax, logLinesMax, logBytesMax, logLineBytesMax, timersMax, emit, seed, startEpochMs, toolNames, hostCallsMax, hostCallsOpenMax) {
  enterAt(runMs);
  if (resultCharsMax !== void 0) {
    begin(emit);
    runState.resultCharsMax = resultCharsMax;
    runState.logLinesMax = logLinesMax;
    runState.logBytesMax = logBytesMax;
    runState.logLineBytesMax = logLineBytesMax;
    runState.timersMax = timersMax;
    if (seed !== void 0) makeDeterministic(seed, startEpochMs);
    offerTools(toolNames ?? "");
    beginStdin(offersStdin());
    beginCalls(hostCallsMax ?? 0, hostCallsOpenMax ?? 0);
  }
  switch (operation) {
    case operations.runScript:
      runScript(a, b);
      return report(reports.pending);
    case operations.callDefault:
      callDefault(a, b);
      return report(reports.pending);
    case operations.giveInput:
      attempt(() => giveInput(b));
      return report(reports.pending);
    case operations.settle:
      settle(a);
      return report(reports.pending);
    case operations.tick:
      runDueTimer();
      return report(reports.pending);
    case operations.collect:
      return isUndescribed() ? reports.undescribed + noLogs : report(whatIsLeft());
    case operations.describe:
      return report(reports.pending);
    case operations.takeLogs:
      return takeKeptLogs();
    case operations.takeBytes:
      return takeResultBuffer();
    case operations.offer:
      connectHost(b);
      offerFeatures(a);
      return "";
    default:
      bringReply(operation, a, b);
      return report(reports.pending);
  }
}
function bringReply(operation, callId, reply) {
  switch (operation) {
    case operations.resolveCall:
      return resolveCall(callId, reply);
    case operations.rejectCall:
      return rejectCall(callId, reply);
    case operations.resolveFetch:
      return resolveFetch(callId, reply);
    case operations.rejectFetch:
      return rejectFetch(callId, reply);
  }
}
function begin(emit) {
  runState.runNumber++;
  runState.emit = emit;
  runState.logLines = 0;
  runState.logBytes = 0;
  runState.keptLogs = "";
  runState.ending = "";
  runState.thrown = void 0;
  runState.resultBuffer = void 0;
  forgetTimers();
  beginProgress();
  setLogIndent("");
}
function report(unended) {
  describeEnding();
  keepProgress(hasEnded() || unended === reports.stuck);
  const logs = runState.keptLogs === "" ? noLogs : logsWaiting;
  if (!hasEnded()) return slice(unended, 0, 1) + logs + slice(unended, 1);
  return slice(runState.ending, 0, 1) + logs + slice(runState.ending, 1);
}
function whatIsLeft() {
  const aborts = takeAborts();
  if (aborts !== "") return reports.fetchAborts + aborts;
  const call = takeCall();
  if (call !== void 0) return call;
  const delayMs = nextTimerInMs() ?? (hasOpenCalls() ? Infinity : void 0);
  if (delayMs === void 0) return reports.stuck;
  keepProgress(false);
  const dueMs = progressDueInMs() ?? Infinity;
  return `${reports.waiting}${dueMs < delayMs ? dueMs : delayMs}`;
}
function takeResultBuffer() {
  const buffer = runState.resultBuffer;
  runState.resultBuffer = void 0;
  return buffer;
}
function runScript(source, input) {
  let value;
  try {
    giveInput(input);
    value = indirectEval(source);
  } catch (error) {
    fail(error);
    return;
  }
  settle(value);
}
function giveInput(input) {
  defineProperty(globalObject, "input", {
    value: readInput(input),
    writable: true,
    configurable: true,
    enumerable: true
  });
}
function attempt(work) {
  try {
    work();
  } catch (error) {
    fail(error);
  }
}
function callDefault(namespace, input) {
  let value;
  try {
    if (namespace !== void 0) {
      held.defaultExport = namespace.default;
    }
    value = held.defaultExport;
    if (typeof value === "function") {
      value = apply(value, void 0, [readInput(input), callContext()]);
    }
  } catch (error) {
    fail(error);
    return;
  }
  settle(value);
}
function readInput(input) {
  if (typeof input !== "string") return input;
  try {
    return parseJson(input);
  } catch (error) {
    const { message } = describeThrown(error);
    const why = `The input could not be read as JSON: ${message}`;
    end(reports.threw, errorJson(guestError("InputNotJson", why)));
    throw error;
  }
}
return dispatch;
})();
