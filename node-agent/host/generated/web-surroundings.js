// Made by tools/generate-web-parts.ts from node-agent/host/runtime/web/surroundings/part.ts.
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

// node-agent/host/runtime/web/surroundings/part.ts
var part_exports = {};
__export(part_exports, {
  Navigator: () => Navigator,
  Performance: () => Performance,
  navigator: () => navigator,
  performance: () => performance,
  reportError: () => reportError
});
module.exports = __toCommonJS(part_exports);
var import_part = require("../events/part.ts");
var import_kit2 = require("../kit.ts");

// node-agent/host/runtime/web/webidl.ts
var import_kit = require("./kit.ts");
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

// node-agent/host/runtime/web/surroundings/part.ts
var key = /* @__PURE__ */ Symbol("made here");
var PerformanceClass = class extends import_part.EventTarget {
  #timeOrigin = 0;
  #timeOriginOfRun = -1;
  constructor(given) {
    if (given !== key) throw new TypeError("Illegal constructor");
    super();
  }
  /** When the run began: a module that is kept has many. */
  get timeOrigin() {
    if (this.#timeOriginOfRun !== (0, import_kit2.runNumberNow)()) {
      this.#timeOriginOfRun = (0, import_kit2.runNumberNow)();
      this.#timeOrigin = (0, import_kit2.epochMsNow)() - (0, import_kit2.guestMsNow)();
    }
    return this.#timeOrigin;
  }
  now() {
    void this.#timeOrigin;
    return (0, import_kit2.guestMsNow)();
  }
  toJSON() {
    return { timeOrigin: this.timeOrigin };
  }
};
var NavigatorClass = class {
  #userAgent = "Isopod";
  constructor(given) {
    if (given !== key) throw new TypeError("Illegal constructor");
  }
  get userAgent() {
    return this.#userAgent;
  }
};
function reportError(error) {
  requireArguments(arguments.length, 1, "reportError");
  (0, import_kit2.fail)(error);
}
var Performance = asInterface(PerformanceClass, "Performance");
var Navigator = asInterface(NavigatorClass, "Navigator");
var performance = new PerformanceClass(key);
var navigator = new NavigatorClass(key);
})
//# sourceURL=isopod:runtime
