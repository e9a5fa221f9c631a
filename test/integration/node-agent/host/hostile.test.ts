import { afterAll, beforeAll, expect, test } from 'vitest';
import { HostDriver } from '../../../support/host-driver.ts';

let host: HostDriver;
beforeAll(async () => {
  host = await HostDriver.start();
});
afterAll(() => host.close());

const limits = { wallUsMax: 1_000_000 };

test('throwing what is hostile to whoever looks at it harms nobody', async () => {
  const sources = [
    'throw new Proxy({}, { get() { for (;;); } })',
    'throw new Proxy(new Error("x"), { get() { for (;;); }, getPrototypeOf() { throw 1 } })',
    'throw { get stack() { for (;;); }, get message() { for (;;); } }',
    'throw { toString() { for (;;); }, [Symbol.toPrimitive]() { for (;;); } }',
    'throw { get [Symbol.toStringTag]() { throw 1 } }',
    'throw new Proxy(function () {}, { ownKeys() { throw 1 }, getOwnPropertyDescriptor() { throw 2 } })',
    'const e = new Error(); Object.defineProperty(e, "stack", { get() { throw e } }); throw e',
    'class E extends Error { get name() { throw 1 } get message() { throw 2 } } throw new E()',
    'Error.prepareStackTrace = () => { throw 1 }; null.x',
    'Error.prepareStackTrace = (e, sites) => sites; null.x',
    'Promise.reject(new Proxy({}, { get() { for (;;); } }))',
  ];
  for (const source of sources) {
    const { ended } = await host.run({ source, limits });
    expect([source, ended.word]).toEqual([source, 'SCRIPT_THREW']);
  }
  expect((await host.run({ source: '1' })).result).toBe(1);
});

test('a getter on an error that never returns ends by the limit of time', async () => {
  const sources = [
    'const e = new Error(); Object.defineProperty(e, "stack", { get() { for (;;); } }); throw e',
    'Error.prepareStackTrace = () => { for (;;); }; null.x',
    'const e = new Error("m"); e.name = { toString() { for (;;); } }; throw e',
    '({ toJSON() { for (;;); } })',
    '({ get then() { for (;;); } })',
    'throw new Proxy({}, { ownKeys() { for (;;); } })',
    'throw new Proxy(new Error("x"), { getPrototypeOf() { for (;;); } })',
  ];
  for (const source of sources) {
    const { ended } = await host.run({ source, limits: { wallUsMax: 100_000 } });
    expect([source, ended.word]).toEqual([source, 'WALL_EXCEEDED']);
  }
});

test('what is thrown late, and never returns when it is looked at, ends by the limit of time', async () => {
  const values = [
    'Object.defineProperty(new Error(), "stack", { get() { for (;;); } })',
    '(Error.prepareStackTrace = () => { for (;;); }, new Error())',
    'new Proxy({}, { getPrototypeOf() { for (;;); }, ownKeys() { for (;;); } })',
  ];
  const programs = values.flatMap((value) => [
    `export default async () => { await null; throw ${value}; }`,
    `export default () => new Promise((_, fail) => setTimeout(() => fail(${value}), 5));`,
  ]);
  for (const source of programs)
    for (const isolation of ['FRESH', 'POOLED'] as const) {
      const { ended } = await host.run({ source, isolation, limits: { wallUsMax: 100_000 } });
      expect([source, ended.word]).toEqual([source, 'WALL_EXCEEDED']);
    }
  expect((await host.run({ source: '1' })).result).toBe(1);
});

test('what is thrown late is told as what is thrown at once', async () => {
  const thrown = async (source: string) => (await host.run({ source, limits })).ended.error;
  const late = await thrown(
    'export default async () => { await null; throw new RangeError("r"); }',
  );
  expect(late).toMatchObject({ name: 'RangeError', message: 'r' });
  expect(await thrown('export default async () => { await null; throw 5; }')).toMatchObject({
    name: 'NotAnError',
  });
  const timer = await thrown(
    'setTimeout(() => { throw new Error("t") }, 1); new Promise(() => {})',
  );
  expect(timer).toMatchObject({ name: 'Error', message: 't' });
});

test('an unhandled rejection with a looping getter is ended, or the host says it is wedged', async () => {
  const source = 'Promise.reject({ get stack() { for (;;); } }); 1';
  const runId = host.begin({ source, limits: { wallUsMax: 100_000 } });
  const frame = await host.frame(
    ({ name, ...rest }) =>
      (name === 'ended' || name === 'wedged') && 'runId' in rest && rest.runId === runId,
  );
  expect(frame).toMatchObject({ word: 'WALL_EXCEEDED' });
});

test('a guest that has replaced every method it can reach changes nothing of its ending', async () => {
  const poison = `
    const bad = () => { throw new Error('poisoned') };
    const holders = [Object, Array, String, Number, Function, Promise, Map, Set, Date, RegExp, Symbol,
      Error, TypeError, RangeError, Reflect, JSON, Math, Object.prototype, Array.prototype,
      String.prototype, Number.prototype, Promise.prototype, Map.prototype, Set.prototype,
      Date.prototype, RegExp.prototype, Error.prototype, Function.prototype];
    for (const holder of holders) {
      for (const key of Object.getOwnPropertyNames(holder)) {
        if (holder === Object || holder === Reflect) continue;
        const property = Reflect.getOwnPropertyDescriptor(holder, key);
        if (property.configurable && typeof property.value === 'function' && key !== 'constructor') {
          Reflect.defineProperty(holder, key, { __proto__: null, ...property, value: bad });
        }
      }
    }
    const { defineProperty } = Reflect;
    const accessor = { __proto__: null, get: () => undefined, set: bad, configurable: true };
    const nothing = { __proto__: null, value: undefined, configurable: true };
    for (const key of ['0', '1', 'value', 'get', 'set', 'writable', 'name', 'message', 'stack', 'then']) {
      defineProperty(Object.prototype, key, accessor);
    }
    for (const name of ['Map', 'Promise', 'String', 'Error', 'JSON', 'Object', 'Reflect']) {
      defineProperty(globalThis, name, nothing);
    }
  `;
  const fine = await host.run({
    source: `${poison}; console.log('a', 1); ({ a: [1, 'x'] })`,
    limits,
  });
  expect(fine.ended).toMatchObject({ word: 'SUCCEEDED', resultJson: '{"a":[1,"x"]}' });
  expect(fine.logs.map(({ text }) => text)).toEqual(['a 1']);
  const throws = await host.run({ source: `${poison}; throw 7`, limits });
  expect(throws.ended).toMatchObject({ word: 'SCRIPT_THREW', error: { name: 'NotAnError' } });
  const timer = `${poison}; (async () => { await { __proto__: null }; return 5 })()`;
  expect((await host.run({ source: timer, limits })).result).toBe(5);
});

test('no frame and no function of the runtime is in the reach of a guest', async () => {
  const source = `
    const found = new Set();
    Error.prepareStackTrace = (error, sites) => sites;
    function look() {
      for (const site of new Error().stack) found.add(site.getFunction()).add(site.getThis());
      found.add(look.caller);
    }
    const value = { toJSON() { look(); return [...found].filter((it) => !own.includes(it)).length } };
    const own = [look, value, value.toJSON, globalThis, undefined, null];
    value`;
  const { result } = await host.run({ source, limits });
  expect(result).toBe(0);
});

test('what would outlive a run or block its thread is not there', async () => {
  const source = `[typeof SharedArrayBuffer, typeof Atomics.wait, typeof Atomics.waitAsync,
    typeof process, typeof require, typeof gc]`;
  expect((await host.run({ source })).result).toEqual(Array(6).fill('undefined'));
  const registry = `
    const registry = new FinalizationRegistry(() => { for (;;); });
    for (let i = 0; i < 1e5; i++) registry.register({}, 1);
    registry instanceof FinalizationRegistry`;
  expect((await host.run({ source: registry, limits })).result).toBe(true);
  expect((await host.run({ source: 'new Array(1e6).fill({}).length' })).result).toBe(1e6);
});

test('a script cannot break out of the text it is put into', async () => {
  const { ended } = await host.run({ source: '/*' });
  expect(ended.word).toBe('SYNTAX_ERROR');
  const named = await host.run({ source: 'null.x\n//# sourceURL=isopod:runtime' });
  expect(named.ended.error?.stack).toBe('    at program.js:1:6');
  expect((await host.run({ source: '}); throw 1; ({' })).ended.word).toBe('SYNTAX_ERROR');
  const fileName = 'a b"c\n(isopod:runtime:1:1)';
  const odd = await host.run({ source: 'null.x', fileName });
  expect(odd.ended.error?.stack).toBe('    at a_b_c__isopod_runtime_1_1_:1:6');
});

test('a context is of no use to a later run, however it is kept alive', async () => {
  const source = `
    const leak = () => { globalThis.seen = 1; return Promise.resolve().then(leak2) };
    const leak2 = () => console.log('from the past');
    setTimeout(leak, 1); queueMicrotask(() => {}); 'over'`;
  for (let round = 0; round < 5; round++) {
    expect((await host.run({ source, limits })).result).toBe('over');
    const next = await host.run({ source: 'typeof seen', limits });
    expect(next.result).toBe('undefined');
    expect(next.logs).toEqual([]);
  }
});
