import { expect, test } from 'vitest';
import { listFiles, readProjectFile } from './support/project-files.ts';
import { breachesOf, type Rule } from './support/rule.ts';
import {
  exportsHaveNames,
  filesAreNamed,
  filesAreShort,
  functionsAreShort,
  typesAreKnown,
} from './support/shape-rules.ts';
import { parseSource } from './support/source-file.ts';
import { testsDoNotSleep, testsPassAtOnce, testsRun } from './support/test-rules.ts';
import { chanceIsHandedIn, timeIsHandedIn } from './support/time-and-chance-rules.ts';

const rules: readonly Rule[] = [
  timeIsHandedIn,
  chanceIsHandedIn,
  filesAreShort,
  functionsAreShort,
  typesAreKnown,
  exportsHaveNames,
  filesAreNamed,
  testsRun,
  testsPassAtOnce,
  testsDoNotSleep,
];

const sources = listFiles()
  .filter((path) => path.endsWith('.ts') && path.includes('/'))
  .map((path) => parseSource(readProjectFile(path)));

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(50);
});

test.each(rules)('$name', (rule) => {
  expect(breachesOf(rule, sources)).toEqual([]);
});

const longBody = 'work();\n'.repeat(70);

/** What each rule must find, and in which file; `good` is what it must leave alone. */
const planted: readonly { rule: Rule; path: string; bad: string; found: string }[] = [
  plant(timeIsHandedIn, 'shared/a.ts', 'const a = Date.now();', 'Date.now'),
  plant(timeIsHandedIn, 'shared/a.ts', 'const a = new Date();', 'new Date()'),
  plant(timeIsHandedIn, 'test/a.test.ts', 'setTimeout(work, 5);', 'setTimeout'),
  plant(timeIsHandedIn, 'shared/a.ts', 'globalThis.setInterval(w, 5);', 'globalThis.setInterval'),
  plant(
    timeIsHandedIn,
    'test/a.test.ts',
    "import { setTimeout as wait } from 'node:timers/promises';",
    'an import of timers',
  ),
  plant(
    timeIsHandedIn,
    'test/a.test.ts',
    "const a = await import('node:timers/promises');",
    'an import of timers',
  ),
  plant(chanceIsHandedIn, 'coordinator/a.ts', 'const a = Math.random();', 'Math.random'),
  plant(filesAreShort, 'shared/a.ts', 'work();\n'.repeat(501), '501 lines'),
  plant(functionsAreShort, 'shared/a.ts', `function f() {\n${longBody}}`, 'a function of 72 lines'),
  plant(functionsAreShort, 'shared/a.ts', `const f = () => {\n${longBody}};`, 'a function of 72'),
  plant(functionsAreShort, 'shared/a.ts', `class C { m() {\n${longBody}} }`, 'a function of 72'),
  plant(functionsAreShort, 'shared/a.ts', `class C { #m() {\n${longBody}} }`, 'a function of 72'),
  plant(functionsAreShort, 'test/a.test.ts', `test('a', () => {\n${longBody}});`, 'a function of'),
  plant(typesAreKnown, 'shared/a.ts', 'let a: any;', 'any'),
  plant(typesAreKnown, 'shared/a.ts', 'function f<T = any>(a: T) {}', 'any'),
  plant(exportsHaveNames, 'shared/a.ts', 'export default 1;', 'a default export'),
  plant(exportsHaveNames, 'shared/a.ts', 'export default function f() {}', 'a default export'),
  plant(filesAreNamed, 'shared/someThing.ts', '', 'not kebab-case'),
  plant(filesAreNamed, 'shared/pool/index.ts', '', 'index says nothing'),
  plant(testsRun, 'test/a.test.ts', "test.skip('a', f);", 'test.skip'),
  plant(testsRun, 'test/a.test.ts', "describe.concurrent.only('a', f);", 'describe.only'),
  plant(testsRun, 'test/a.test.ts', "test.skip.each([1])('a', f);", 'test.skip'),
  plant(testsRun, 'test/a.test.ts', "it.todo('a');", 'it.todo'),
  plant(testsRun, 'test/a.test.ts', "test('a', { skip: isSlow }, f);", 'skip: …'),
  plant(testsRun, 'test/a.test.ts', "test('a', (context) => context.skip());", 'context.skip'),
  plant(testsRun, 'test/a.test.ts', "test('a', ({ skip }) => skip());", 'skip()'),
  plant(testsPassAtOnce, 'test/a.test.ts', "test('a', { retry: 2 }, f);", 'retry: …'),
  plant(testsDoNotSleep, 'test/a.test.ts', 'await sleep(500);', 'sleep()'),
  plant(
    testsDoNotSleep,
    'test/a.test.ts',
    'await new Promise<void>((resolve) => clock.setTimer(500, resolve));',
    'a promise that only a timer resolves',
  ),
  plant(
    testsDoNotSleep,
    'test/a.test.ts',
    'const a = new Promise(function (done) { systemClock().setTimer(500, done); });',
    'a promise that only a timer resolves',
  ),
];

test.each(planted)('the rule "$rule.name" finds: $found', ({ rule, path, bad, found }) => {
  const breaches = breachesOf(rule, [parseSource({ path, text: bad })]);
  expect(breaches).toContainEqual(expect.stringContaining(`${path}:1: ${found}`));
});

test('every rule is tried on something that breaks it', () => {
  expect(new Set(planted.map(({ rule }) => rule))).toEqual(new Set(rules));
});

test.each([
  ['text that only quotes', 'const guest = `setTimeout(f, 1); Date.now(); Math.random()`;'],
  ['a property that has the name', 'clock.setTimeout(f, 1); const a = { setTimeout: 1 };'],
  ['a date made from a number', 'const a = new Date(0);'],
  ['a test that is told not to be skipped', "test('a', { skip: false, retry: 0 }, f);"],
  ['a describe that groups much', `describe('a', () => {\n${longBody}});`],
  [
    'a timer that is not all there is',
    'new Promise((done) => clock.setTimer(5, () => work(done)));',
  ],
  ['a type called anyOf', 'let anyOf: Any;'],
])('no rule objects to %s', (_what, text) => {
  const file = parseSource({ path: 'test/a.test.ts', text });
  expect(rules.flatMap((rule) => breachesOf(rule, [file]))).toEqual([]);
});

function plant(rule: Rule, path: string, bad: string, found: string) {
  return { rule, path, bad, found };
}
