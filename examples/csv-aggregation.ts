/**
 * Ten thousand sales as CSV text, read and added up by region and product.
 *
 *     npx isopod run examples/csv-aggregation.ts
 *
 * Needs no input; takes `{ "rows": 500, "seed": 7 }`.
 */

interface Input {
  readonly rows?: number;
  readonly seed?: number;
}

interface Totals {
  orders: number;
  units: number;
  cents: number;
}

const regions = ['North', 'South', 'East', 'West', 'Overseas'];
const products = ['Anvil', 'Bolt, hex', 'Cable "Pro"', 'Drill', 'Epoxy', 'Fuse', 'Gear'];

export default (input?: Input) => {
  const rows = input?.rows ?? 10_000;
  const csv = generateCsv(rows, input?.seed ?? 42);
  console.log(`${csv.length} characters of CSV`);
  const records = parseCsv(csv);
  const [header = [], ...sales] = records;
  console.log(`${sales.length} sales with ${header.join(', ')}`);

  const column = new Map(header.map((name, index) => [name, index]));
  const cell = (sale: string[], name: string): string => sale[column.get(name) ?? -1] ?? '';
  const byRegion = new Map<string, Totals>();
  const byProduct = new Map<string, Totals>();
  let best = { order: 0, cents: 0 };
  for (const sale of sales) {
    const units = Number(cell(sale, 'units'));
    const cents = units * Math.round(Number(cell(sale, 'price')) * 100);
    add(byRegion, cell(sale, 'region'), units, cents);
    add(byProduct, cell(sale, 'product'), units, cents);
    if (cents > best.cents) best = { order: Number(cell(sale, 'order')), cents };
  }
  return { rows: sales.length, byRegion: sorted(byRegion), byProduct: sorted(byProduct), best };
};

function add(totals: Map<string, Totals>, key: string, units: number, cents: number): void {
  const sum = totals.getOrInsertComputed(key, () => ({ orders: 0, units: 0, cents: 0 }));
  sum.orders += 1;
  sum.units += units;
  sum.cents += cents;
}

/** The largest first. */
function sorted(totals: Map<string, Totals>): Record<string, Totals> {
  return Object.fromEntries([...totals].toSorted(([, a], [, b]) => b.cents - a.cents));
}

/** The same rows for the same seed, by the generator of Park and Miller. */
function generateCsv(rows: number, seed: number): string {
  let state = seed;
  const next = (below: number): number => {
    state = (state * 16_807) % 2_147_483_647;
    return state % below;
  };
  const lines = ['order,region,product,units,price'];
  for (let order = 1; order <= rows; order += 1) {
    const region = regions[next(regions.length)] ?? '';
    const product = products[next(products.length)] ?? '';
    const units = 1 + next(20);
    const price = ((99 + next(49_900)) / 100).toFixed(2);
    lines.push([String(order), region, product, String(units), price].map(quoted).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** RFC 4180: quoted fields may hold commas, line breaks and doubled quotes. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) throw new SyntaxError(`not CSV at character ${pattern.lastIndex}`);
    const [, inQuotes, plain, end] = match;
    record.push(inQuotes === undefined ? (plain ?? '') : inQuotes.replaceAll('""', '"'));
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}
