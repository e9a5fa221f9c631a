import { expect, onTestFinished, test } from 'vitest';
import type { GuestFeature } from '../../../../node-agent/frames/guest-features.ts';
import { HostDriver } from '../../../support/host-driver.ts';

/** What each way to a feature comes to: a value, or the name of the error. */
const look = `
  const ways = {
    indirectEval: () => (0, eval)('1'),
    directEval: () => eval('2'),
    Function: () => new Function('return 3')(),
    throughPrototype: () => (() => {}).constructor('return 4')(),
    asyncFunction: () => typeof (async () => {}).constructor('')(),
    generator: () => (function* () {}).constructor('yield 5')().next().value,
    asyncGenerator: () => typeof (async function* () {}).constructor('')(),
    subclass: () => new (class extends Function {})('return 6')(),
    construct: () => Reflect.construct(Function, ['return 7'])(),
    parentOfAsync: () => Object.getPrototypeOf((async () => {}).constructor)('return 8')(),
    webAssembly: () => typeof new WebAssembly.Memory({ initial: 1 }).buffer.byteLength,
    sharedMemory: () => new SharedArrayBuffer(1).byteLength,
    sharedByWebAssembly: () =>
      new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer.byteLength,
    sharedAndFixed: () =>
      new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).toFixedLengthBuffer().byteLength,
    sharedAndGrowable: () =>
      new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true }).toResizableBuffer().byteLength,
    resizable: () =>
      new WebAssembly.Memory({ initial: 1, maximum: 2 }).toResizableBuffer().maxByteLength,
    wait: () => typeof Atomics.wait,
    nanoseconds: () => {
      for (let count = 0; count < 1e4; count++) {
        if (Temporal.Now.instant().epochNanoseconds % 1_000_000n !== 0n) return 'fine';
      }
      return 'coarse';
    },
  };
  const found = {};
  for (const [name, way] of Object.entries(ways)) {
    try { found[name] = way() } catch (error) { found[name] = error.name }
  }
  found.isFunction = (() => {}) instanceof Function;
  found`;

async function foundWith(features?: readonly GuestFeature[]): Promise<unknown> {
  const host = await HostDriver.start(undefined, {}, features);
  onTestFinished(() => host.close());
  return (await host.run({ source: look })).result;
}

const codeFromText = {
  Function: 3,
  throughPrototype: 4,
  asyncFunction: 'object',
  generator: 5,
  asyncGenerator: 'object',
  subclass: 6,
  construct: 7,
  parentOfAsync: 8,
  isFunction: true,
};

test('by default guests have WebAssembly and code from text, no shared memory, a coarse clock', async () => {
  expect(await foundWith()).toEqual({
    ...codeFromText,
    indirectEval: 1,
    directEval: 2,
    webAssembly: 'number',
    sharedMemory: 'ReferenceError',
    sharedByWebAssembly: 'TypeError',
    sharedAndFixed: 'TypeError',
    sharedAndGrowable: 'TypeError',
    resizable: 131_072,
    wait: 'undefined',
    nanoseconds: 'coarse',
  });
});

test('guests that are offered nothing find nothing, by any way', async () => {
  const { isFunction, ...ways } = codeFromText;
  expect(await foundWith([])).toEqual({
    ...Object.fromEntries(Object.keys(ways).map((way) => [way, 'EvalError'])),
    isFunction,
    // Their parent is Function.prototype, which makes nothing of a text.
    parentOfAsync: 'TypeError',
    indirectEval: 'ReferenceError',
    directEval: 'ReferenceError',
    webAssembly: 'ReferenceError',
    sharedMemory: 'ReferenceError',
    sharedByWebAssembly: 'ReferenceError',
    sharedAndFixed: 'ReferenceError',
    sharedAndGrowable: 'ReferenceError',
    resizable: 'ReferenceError',
    wait: 'undefined',
    nanoseconds: 'coarse',
  });
});

test('an operator may offer shared memory and a fine clock by name', async () => {
  expect(await foundWith(['webassembly', 'eval', 'shared-memory', 'fine-clock'])).toMatchObject({
    sharedMemory: 1,
    sharedByWebAssembly: 65_536,
    sharedAndFixed: 65_536,
    sharedAndGrowable: 65_536,
    wait: 'function',
    nanoseconds: 'fine',
    Function: 'EvalError',
    directEval: 2,
  });
});

test('Temporal is whole but for its clock, and may be replaced', async () => {
  const host = await HostDriver.start();
  onTestFinished(() => host.close());
  const source = `[
    Object.getOwnPropertyNames(Temporal).sort(),
    String(Temporal), String(Temporal.Now), Object.keys(Temporal),
    Math.abs(Temporal.Now.instant().epochMilliseconds - Date.now()) < 1000,
    Temporal.Now.timeZoneId(),
    String(Temporal.Now.plainDateTimeISO('Asia/Tokyo').hour - Temporal.Now.plainTimeISO().hour - 9),
    Temporal.Now.plainDateISO().equals(Temporal.Now.zonedDateTimeISO().toPlainDate()),
    new Temporal.PlainDate(2024, 2, 29).add({ years: 1 }).toString(),
    (Temporal = 5, Temporal),
  ]`;
  const { result } = await host.run({ source });
  expect(result).toEqual([
    [
      'Duration',
      'Instant',
      'Now',
      'PlainDate',
      'PlainDateTime',
      'PlainMonthDay',
      'PlainTime',
      'PlainYearMonth',
      'ZonedDateTime',
    ],
    '[object Temporal]',
    '[object Temporal.Now]',
    [],
    true,
    'UTC',
    expect.stringMatching(/^(?:0|-24)$/),
    true,
    '2025-02-28',
    5,
  ]);
});
