/**
 * Every program of examples/, run in a real cluster, its result held against one got by other
 * means.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadProgram } from '../../client/cli/load-program.ts';
import type { ExecuteResult } from '../../client/sdk/execute-options.ts';
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';

const folder = join(import.meta.dirname, '../../examples');
const programs = readdirSync(folder).filter((name) => /\.(tsx?|js|mjs)$/.test(name));
const expected: Readonly<Record<string, () => unknown>> = {
  'csv-aggregation.ts': csvTotalsByAwk,
  'due-dates.ts': datesByCalendar,
  'group-words.ts': () => [
    ['listen', 'silent', 'enlist', 'inlets'],
    ['cat', 'act'],
    ['google', 'elgoog'],
  ],
  'markdown.ts': htmlByMarked,
  'order-schema.ts': ordersByHand,
  'pricing-rules.ts': pricesByHand,
  'react-page.tsx': pageByHand,
  'shortest-tour.ts': knownOptimum,
  'text-statistics.js': countsByCoreutils,
};

let cluster: OneMachineCluster;

beforeAll(async () => {
  cluster = await OneMachineCluster.start();
});

afterAll(() => cluster.stop());

test('every example has a result from elsewhere to hold it against', () => {
  expect(programs.toSorted()).toEqual(Object.keys(expected).toSorted());
});

test.each(programs)('examples/%s gives the result known from elsewhere', async (name) => {
  const { outcome } = await execute(name);
  expect(outcome.error).toBeUndefined();
  expect(outcome.word).toBe('SUCCEEDED');
  expect(JSON.parse(outcome.resultJson ?? 'null')).toMatchObject(expected[name]?.() as object);
});

test('examples give the same results over a stream, all at once', async () => {
  const stream = cluster.client().openStream();
  const requests = await Promise.all(programs.map(requestOf));
  const outcomes = await Promise.all(requests.map((request) => stream.execute(request)));
  await stream.end();
  outcomes.forEach(({ word, resultJson }, index) => {
    expect(word).toBe('SUCCEEDED');
    const want = expected[programs[index] ?? '']?.() as object;
    expect(JSON.parse(resultJson ?? 'null')).toMatchObject(want);
  });
});

test('examples/csv-aggregation.ts writes to its console as it goes', async () => {
  const { logs } = await execute('csv-aggregation.ts');
  expect(logs.map(({ text }) => text)).toEqual([
    '294318 characters of CSV',
    '10000 sales with order, region, product, units, price',
  ]);
});

async function execute(name: string): Promise<ExecuteResult> {
  return cluster.client().execute(await requestOf(name));
}

/** As `isopod run` makes it. */
async function requestOf(name: string): Promise<ExecutionRequest> {
  const inputJson = inputOf(name);
  const warn = (warning: string): never => expect.unreachable(warning);
  const program = await loadProgram(join(folder, name), { bundle: true, minify: false, warn });
  return { ...program, ...(inputJson === undefined ? {} : { inputJson }) };
}

function inputOf(name: string): string | undefined {
  const path = join(folder, name.replace(/\.\w+$/, '.input.json'));
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function csvTotalsByAwk() {
  const script = join(import.meta.dirname, 'expected/csv-aggregation.awk');
  const totals = execFileSync('awk', ['-f', script], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([key = '', orders, units, cents]) => ({
      key,
      sum: { orders: Number(orders), units: Number(units), cents: Number(cents) },
    }));
  const under = (prefix: string) =>
    Object.fromEntries(
      totals
        .filter(({ key }) => key.startsWith(prefix))
        .map(({ key, sum }) => [key.slice(prefix.length), sum]),
    );
  const best = totals.find(({ key }) => key === 'best')?.sum;
  return {
    rows: 10_000,
    byRegion: under('region:'),
    byProduct: under('product:'),
    best: { order: best?.orders, cents: best?.cents },
  };
}

function htmlByMarked() {
  const { markdown } = JSON.parse(inputOf('markdown.ts') ?? '') as { markdown: string };
  const headings = [...markdown.matchAll(/^(#+) (.*)$/gm)].map(([, marks = '', text]) => ({
    level: marks.length,
    text,
  }));
  return { html: marked.parse(markdown, { async: false }), headings };
}

/**
 * A-1: 5,999 + 3 · 1,295 = 9,884; 15 % of the books' 3,885 = 582.75 → 583, then 10 % of 9,301 =
 * 930.1 → 930; 19 % of 8,371 = 1,590.49. A-2: the coupon takes all of it; 7.25 % of 795 = 57.64.
 * A-3: 15 % of 4,333 = 649.95 → 650, 5 % of 28,633 = 1,431.65 → 1,432; 8.1 % of 27,201 + 1,290 =
 * 2,307.77. A-4: exactly at the limit for free shipping. A-5: a country without shipping or tax.
 */
function pricesByHand() {
  const row = (id: string, cents: readonly number[], rules: readonly string[]) => {
    const [subtotalCents, discountCents, shippingCents, taxCents, totalCents] = cents;
    return { id, rules, subtotalCents, discountCents, shippingCents, taxCents, totalCents };
  };
  return [
    row('A-1', [9_884, 1_513, 0, 1_590, 9_961], ['books week', 'gold tenth', 'free shipping']),
    row('A-2', [899, 899, 795, 58, 853], ['welcome coupon']),
    row('A-3', [29_283, 2_082, 1_290, 2_308, 30_799], ['books week', 'regular twentieth']),
    row('A-4', [10_000, 0, 0, 725, 10_725], ['free shipping']),
    row('A-5', [450, 45, 0, 0, 405], ['gold tenth', 'free shipping']),
  ];
}

/** The optimum of burma14 as TSPLIB states it. */
function knownOptimum() {
  return { towns: 14, lengthKm: 3_323 };
}

function countsByCoreutils() {
  const { text, top } = JSON.parse(inputOf('text-statistics.js') ?? '') as {
    text: string;
    top: number;
  };
  const words = "tr A-Z a-z | tr -cs a-z '\\n' | sed '/^$/d'";
  const shell = (command: string): string =>
    execFileSync('sh', ['-c', command], {
      input: text,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    }).trim();
  const counts = shell(`${words} | sort | uniq -c | sort -k1,1nr -k2,2`)
    .split('\n')
    .map((line) => line.trim().split(' '))
    .map(([count, word]) => [word, Number(count)]);
  return {
    characters: Number(shell('wc -m')),
    words: Number(shell(`${words} | wc -l`)),
    differentWords: Number(shell(`${words} | sort -u | wc -l`)),
    // Known of this speech.
    sentences: 10,
    mostFrequent: counts.slice(0, top),
    once: counts.filter(([, count]) => count === 1).length,
  };
}

/** Five working days on: seven days, where none of them is a holiday; months by `cal`. */
function datesByCalendar() {
  return [
    { day: '2026-02-26', due: '2026-03-05', calendarDays: 7, endOfMonth: '2026-03-31' },
    { day: '2026-12-24', due: '2026-12-31', calendarDays: 7, endOfMonth: '2026-12-31' },
    { day: '2028-02-25', due: '2028-03-03', calendarDays: 7, endOfMonth: '2028-03-31' },
  ];
}

/** What the HTML standard says of text and attributes. */
function pageByHand() {
  const rows = [
    ['cod', '&lt;fresh&gt;'],
    ['chips', '&quot;large&quot;'],
  ];
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  const table = `<table><tbody>${cells.join('')}</tbody></table>`;
  return { html: `<main><h1>Fish &amp; chips</h1>${table}</main>` };
}

/** 2 × 4.50 and 3.25; what the others lack is plain to see. */
function ordersByHand() {
  return [
    { isValid: true, id: 'AB1234', totalCents: 1225 },
    { isValid: false, problems: ['id', 'email', 'lines'] },
    { isValid: false, problems: ['lines.0.units', 'lines.0.priceCents'] },
  ];
}
