// Made by tools/generate-web-parts.ts from node-agent/host/runtime/web/console/part.ts.
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

// node-agent/host/runtime/web/console/part.ts
var part_exports = {};
__export(part_exports, {
  assert: () => assert,
  clear: () => clear,
  count: () => count,
  countReset: () => countReset,
  dir: () => dir,
  dirxml: () => dirxml,
  group: () => group,
  groupCollapsed: () => groupCollapsed,
  groupEnd: () => groupEnd,
  table: () => table,
  time: () => time,
  timeEnd: () => timeEnd,
  timeLog: () => timeLog,
  trace: () => trace
});
module.exports = __toCommonJS(part_exports);
var import_kit3 = require("../kit.ts");

// node-agent/host/runtime/web/webidl.ts
var import_kit = require("./kit.ts");
function toDomString(value) {
  if (typeof value === "symbol") throw new TypeError("A symbol cannot be made a text");
  return String(value);
}

// node-agent/host/runtime/web/console/table.ts
var import_kit2 = require("../kit.ts");
var rowsMax = 1e3;
var valuesHeading = "Values";
function tableOf(data, columns) {
  const rows = entriesOf(data).slice(0, rowsMax).map(([index, value]) => rowOf(index, value, columns));
  const headings = columns ?? [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
  const ordered = headings.filter((heading) => heading !== valuesHeading);
  if (columns === void 0 && headings.includes(valuesHeading)) ordered.push(valuesHeading);
  const lines = [
    ["(index)", ...ordered],
    ...rows.map(({ index, cells }) => [index, ...ordered.map((key) => cells.get(key) ?? "")])
  ];
  return draw(lines);
}
function entriesOf(data) {
  if (data instanceof Map) return [...data].map((entry, index) => [String(index), entry]);
  if (data instanceof Set) return [...data].map((member, index) => [String(index), member]);
  return Object.entries(data);
}
function rowOf(index, value, columns) {
  if (typeof value !== "object" || value === null) {
    return { index, cells: /* @__PURE__ */ new Map([[valuesHeading, show(value)]]) };
  }
  const keys = columns ?? Object.keys(value);
  const cells = keys.filter((key) => Object.hasOwn(value, key)).map((key) => [key, show(value[key])]);
  return { index, cells: new Map(cells) };
}
function show(value) {
  return typeof value === "string" ? `'${value}'` : (0, import_kit2.inspectTop)(value).replaceAll(/\s*\n\s*/g, " ");
}
function draw(lines) {
  const widths = (lines[0] ?? []).map(
    (_, column) => lines.reduce((width, line) => Math.max(width, (line[column] ?? "").length), 0)
  );
  const rule = (left, middle, right) => left + widths.map((width) => "\u2500".repeat(width + 2)).join(middle) + right;
  const row = (cells) => `\u2502${cells.map((cell, column) => ` ${cell.padEnd(widths[column] ?? 0)} `).join("\u2502")}\u2502`;
  const [heading = [], ...rows] = lines;
  const body = rows.map(row);
  return [
    rule("\u250C", "\u252C", "\u2510"),
    row(heading),
    rule("\u251C", "\u253C", "\u2524"),
    ...body,
    rule("\u2514", "\u2534", "\u2518")
  ].join("\n");
}

// node-agent/host/runtime/web/console/part.ts
var counts = /* @__PURE__ */ new Map();
var timersSinceMs = /* @__PURE__ */ new Map();
var groupsShownMax = 50;
var groupsOfRun = 0;
var groups = 0;
var labelOf = (label) => label === void 0 ? "default" : toDomString(label);
function assert(condition, ...args) {
  if (condition) return;
  const [first, ...rest] = args;
  if (args.length === 0) (0, import_kit3.writeLog)("ERROR", "Assertion failed");
  else if (typeof first === "string") {
    (0, import_kit3.writeLog)("ERROR", (0, import_kit3.formatLine)([`Assertion failed: ${first}`, ...rest]));
  } else (0, import_kit3.writeLog)("ERROR", (0, import_kit3.formatLine)(["Assertion failed:", ...args]));
}
function clear() {
  groups = 0;
  (0, import_kit3.setLogIndent)("");
}
function count(label) {
  const name = labelOf(label);
  const counted = (counts.get(name) ?? 0) + 1;
  counts.set(name, counted);
  (0, import_kit3.writeLog)("INFO", `${name}: ${counted}`);
}
function countReset(label) {
  const name = labelOf(label);
  if (!counts.delete(name)) (0, import_kit3.writeLog)("WARN", `Count for '${name}' does not exist`);
}
function dir(value) {
  (0, import_kit3.writeLog)("LOG", (0, import_kit3.inspectTop)(value));
}
function dirxml(...args) {
  (0, import_kit3.writeLog)("LOG", (0, import_kit3.formatLine)(args));
}
function group(...args) {
  if (args.length > 0) (0, import_kit3.writeLog)("LOG", (0, import_kit3.formatLine)(args));
  if (groupsOfRun !== (0, import_kit3.runNumberNow)()) groups = 0;
  groupsOfRun = (0, import_kit3.runNumberNow)();
  groups++;
  indent();
}
function groupCollapsed(...args) {
  group(...args);
}
function groupEnd() {
  groups = Math.max(0, groups - 1);
  indent();
}
function indent() {
  (0, import_kit3.setLogIndent)("  ".repeat(Math.min(groups, groupsShownMax)));
}
function table(data, properties) {
  const keys = Array.isArray(properties) ? properties.map(String) : void 0;
  const drawn = typeof data === "object" && data !== null ? tableOf(data, keys) : void 0;
  (0, import_kit3.writeLog)("LOG", drawn ?? (0, import_kit3.formatLine)([data]));
}
function time(label) {
  const name = labelOf(label);
  if (timersSinceMs.has(name)) (0, import_kit3.writeLog)("WARN", `Timer '${name}' already exists`);
  else timersSinceMs.set(name, (0, import_kit3.guestMsNow)());
}
function timeEnd(label) {
  const name = labelOf(label);
  const elapsed = elapsedOf(name);
  if (elapsed === void 0) return;
  timersSinceMs.delete(name);
  (0, import_kit3.writeLog)("INFO", `${name}: ${elapsed}`);
}
function timeLog(label, ...args) {
  const name = labelOf(label);
  const elapsed = elapsedOf(name);
  if (elapsed !== void 0) (0, import_kit3.writeLog)("LOG", (0, import_kit3.formatLine)([`${name}: ${elapsed}`, ...args]));
}
function elapsedOf(name) {
  const sinceMs = timersSinceMs.get(name);
  if (sinceMs !== void 0) return `${(0, import_kit3.guestMsNow)() - sinceMs}ms`;
  (0, import_kit3.writeLog)("WARN", `Timer '${name}' does not exist`);
  return void 0;
}
function trace(...args) {
  const head = args.length === 0 ? "Trace" : `Trace: ${(0, import_kit3.formatLine)(args)}`;
  const frames = (0, import_kit3.cleanStackOf)(new Error("trace"));
  (0, import_kit3.writeLog)("LOG", frames === "" ? head : `${head}
${frames}`);
}
})
//# sourceURL=isopod:runtime
