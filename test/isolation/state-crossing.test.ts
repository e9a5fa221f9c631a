/**
 * What a run leaves behind is for nobody else: not for the next run where each is to be fresh,
 * not for another tenant at any level, not after a run that was ended in the middle of it.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IsolationLevel } from '../../shared/execution/execution.ts';
import type { Outcome, OutcomeWord } from '../../shared/execution/outcome.ts';
import { type Random, seededRandom } from '../../shared/random/random.ts';
import { HostedPrograms } from '../support/hosted-programs.ts';

const levels: readonly IsolationLevel[] = ['FRESH', 'POOLED', 'PROCESS'];
const tenants = ['anna', 'bert', 'cleo', 'dora'];

/** Wherever a mark can be left, and where a later run would find it. */
const marking = `
  const places = {
    global: () => globalThis,
    objectPrototype: () => Object.prototype,
    arrayPrototype: () => Array.prototype,
    functionPrototype: () => Function.prototype,
    promisePrototype: () => Promise.prototype,
    errorConstructor: () => Error,
    math: () => Math, json: () => JSON, reflect: () => Reflect, intl: () => Intl,
    temporal: () => Temporal, webAssembly: () => WebAssembly, atomics: () => Atomics,
    console: () => console, log: () => console.log, timer: () => setTimeout,
    symbolPrototype: () => Symbol.prototype, generators: () => Object.getPrototypeOf(function* () {}),
    symbols: () => Object.prototype,
  };
  const key = (name) => (name === 'symbols' ? Symbol.for('mark') : 'mark');
  function look() {
    const seen = [];
    for (const [name, place] of Object.entries(places)) {
      const holder = place();
      if (Object.hasOwn(holder, key(name))) seen.push(name + ' ' + holder[key(name)]);
    }
    const { $1 } = RegExp;
    if ($1.startsWith('mark of')) seen.push('regExp ' + $1.slice(8));
    if (Error.stackTraceLimit === 7.5) seen.push('stackTraceLimit');
    return seen;
  }
  function leave(who) {
    for (const [name, place] of Object.entries(places)) place()[key(name)] = who;
    /(.*)/.exec('mark of ' + who);
    Error.stackTraceLimit = 7.5;
  }
  function leaveAndGoOn(who) {
    leave(who);
    setInterval(() => leave(who), 1);
    queueMicrotask(() => leave(who));
  }`;
const script = `${marking} const seen = look(); leaveAndGoOn(input.who); seen;`;
const module = `${marking}
  const kept = [];
  export default ({ who }) => {
    const seen = [...look(), ...kept.map((it) => 'module ' + it)];
    kept.push(who); leaveAndGoOn(who);
    return seen;
  };`;
/** Ended in the middle, with everything marked and more to come. */
const endings: readonly (readonly [string, string, readonly OutcomeWord[]])[] = [
  ['a loop', 'for (;;);', ['CPU_EXCEEDED', 'WALL_EXCEEDED']],
  [
    'microtasks',
    'const f = () => Promise.resolve().then(f); f();',
    ['CPU_EXCEEDED', 'WALL_EXCEEDED'],
  ],
  ['a throw', 'throw new Error("over");', ['SCRIPT_THREW']],
  ['an unhandled rejection', 'Promise.reject(new Error("over")); 1', ['SCRIPT_THREW']],
  ['a promise', 'new Promise(() => {});', ['WALL_EXCEEDED', 'SCRIPT_THREW']],
  ['too much said', 'for (;;) console.log("again");', ['OUTPUT_EXCEEDED']],
  [
    'memory',
    'const a = []; for (;;) a.push({ a });',
    ['MEMORY_EXCEEDED', 'CPU_EXCEEDED', 'WALL_EXCEEDED'],
  ],
  [
    'what nothing ends',
    'Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);',
    ['CPU_EXCEEDED', 'WALL_EXCEEDED'],
  ],
];
const shortLimits = { cpuUsMax: 200_000, wallUsMax: 500_000, memoryBytesMax: 32 * 2 ** 20 };

let node: HostedPrograms;
beforeAll(async () => {
  node = await HostedPrograms.open({ hostsMax: 3, hostsSparesMin: 1 });
});
afterAll(() => node?.close());

function seenBy(outcome: Outcome): string[] {
  expect(outcome, JSON.stringify(outcome)).toMatchObject({ word: 'SUCCEEDED' });
  return JSON.parse(outcome.resultJson ?? 'null') as string[];
}

test('a mark is found again where state is to be kept: in a module that is POOLED', async () => {
  const wish = { tenantId: 'anna', isolation: 'POOLED', input: { who: 'anna' } } as const;
  expect(seenBy(await node.run(module, wish))).toEqual([]);
  const seen = seenBy(await node.run(module, wish));
  expect(seen).toContain('module anna');
  expect(seen.length).toBeGreaterThan(20);
});

test.for(['script', 'module'] as const)(
  'no FRESH %s sees what the one before it left',
  async (kind) => {
    const source = kind === 'script' ? script : module;
    for (let round = 0; round < 40; round++) {
      const wish = { tenantId: 'fresh', input: { who: `run ${round}` } };
      expect(seenBy(await node.run(source, wish))).toEqual([]);
    }
  },
);

test.for(levels.flatMap((first) => levels.map((second) => [first, second] as const)))(
  'nothing that a tenant left at level %s is seen by another at level %s',
  async ([first, second]) => {
    for (const source of [script, module]) {
      const [left, right] = [`left of ${first} ${second}`, `right of ${first} ${second}`];
      await node.run(source, { tenantId: left, isolation: first, input: { who: left } });
      const wish = { tenantId: right, isolation: second, input: { who: right } };
      expect(seenBy(await node.run(source, wish))).toEqual([]);
    }
  },
);

test.for(endings)(
  'nothing is seen of a run that was ended by %s',
  { timeout: 60_000 },
  async ([, ending, words]) => {
    const who = { who: 'the ended one' };
    for (const isolation of ['FRESH', 'POOLED'] as const) {
      const source = `${marking} leaveAndGoOn(input.who); ${ending}`;
      const evil = { tenantId: 'ended', isolation, input: who, limits: shortLimits };
      const outcome = await node.run(source, evil);
      expect(words, JSON.stringify(outcome)).toContain(outcome.word);
      const next = { isolation, input: { who: 'the next' } };
      expect(seenBy(await node.run(script, { ...next, tenantId: 'ended' }))).toEqual([]);
      expect(seenBy(await node.run(module, { ...next, tenantId: 'other' }))).not.toContainEqual(
        expect.stringContaining('the ended one'),
      );
    }
  },
);

/** As a module that is kept warm, ended in the middle of a run that its isolate does not outlive. */
test.for(endings.filter(([, , words]) => !words.includes('SCRIPT_THREW')))(
  'nothing is kept warm of a module that was ended by %s',
  { timeout: 60_000 },
  async ([name, ending, words]) => {
    const source = `${marking}
      const kept = [];
      export default ({ who, isEvil }) => {
        const seen = [...look(), ...kept.map((it) => 'module ' + it)];
        kept.push(who); leave(who);
        if (isEvil) { ${ending} }
        return seen;
      };`;
    const wish = {
      tenantId: `warm, then ${name}`,
      isolation: 'POOLED',
      limits: shortLimits,
    } as const;
    const run = (who: string, isEvil: boolean) =>
      node.run(source, { ...wish, input: { who, isEvil } });
    seenBy(await run('the first', false));
    expect(seenBy(await run('the second', false))).toContain('module the first');
    const outcome = await run('the ended one', true);
    expect(words, JSON.stringify(outcome)).toContain(outcome.word);
    expect(seenBy(await run('the next', false))).toEqual([]);
  },
);

interface Play {
  readonly tenantId: string;
  readonly isolation: IsolationLevel;
  readonly source: string;
  readonly isEvil: boolean;
}

function chooseFrom<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random.next() * items.length)] as Item;
}

function choosePlay(random: Random): Play {
  const tenantId = chooseFrom(random, tenants);
  const dice = random.next();
  const isolation = dice < 0.01 ? 'PROCESS' : dice < 0.5 ? 'POOLED' : 'FRESH';
  const isEvil = random.next() < 0.03;
  const [, ending] = chooseFrom(random, endings.slice(0, 6));
  const source = isEvil
    ? `${marking} leaveAndGoOn(input.who); ${ending}`
    : chooseFrom(random, [script, module]);
  return { tenantId, isolation, source, isEvil };
}

test('in a thousand interleaved runs of four tenants nobody sees a mark that is not theirs to see', {
  timeout: 120_000,
}, async () => {
  const random = seededRandom(20_261_123);
  const plays = Array.from({ length: 1_000 }, () => choosePlay(random));
  let next = 0;
  const seenAmiss: string[] = [];
  const play = async (): Promise<void> => {
    for (let at = next++; at < plays.length; at = next++) {
      const { tenantId, isolation, source, isEvil } = plays[at] as Play;
      const input = { who: tenantId };
      const limits = isEvil ? { cpuUsMax: 20_000, wallUsMax: 100_000 } : {};
      const outcome = await node.run(source, { tenantId, isolation, input, limits });
      if (isEvil) continue;
      const mayBeSeen = isolation === 'POOLED' && source === module;
      for (const mark of seenBy(outcome)) {
        const isOwn = mark.endsWith(` ${tenantId}`) || mark === 'stackTraceLimit';
        if (!mayBeSeen || !isOwn) seenAmiss.push(`${at} ${tenantId} ${isolation}: ${mark}`);
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, play));
  expect(seenAmiss).toEqual([]);
});
