/**
 * Prices orders by rules that are data: conditions on the order and the customer, and what they
 * give. The kind of program a shop lets its merchants configure.
 *
 *     npx isopod run examples/pricing-rules.ts --input-file examples/pricing-rules.input.json
 */

type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: string; readonly is: Comparison; readonly value: unknown };

type Comparison = 'equal' | 'atLeast' | 'below' | 'oneOf' | 'contains';

type Effect =
  | { readonly percentOff: number; readonly category?: string }
  | { readonly centsOff: number }
  | { readonly freeShipping: true };

interface Rule {
  readonly name: string;
  /** Higher goes first. */
  readonly priority: number;
  /** Of the rules of one group only the first that holds is used. */
  readonly group?: string;
  readonly when: Condition;
  readonly then: Effect;
}

interface Item {
  readonly sku: string;
  readonly category: string;
  readonly units: number;
  readonly unitCents: number;
}

interface Order {
  readonly id: string;
  readonly country: string;
  readonly coupon?: string;
  readonly customer: { readonly tier: string; readonly orders: number };
  readonly items: readonly Item[];
}

interface Input {
  readonly rules: readonly Rule[];
  readonly shippingCents: Readonly<Record<string, number>>;
  /** In hundredths of a percent, so that 7.25 % is whole. */
  readonly taxBasisPoints: Readonly<Record<string, number>>;
  readonly orders: readonly Order[];
}

export default ({ rules, orders, shippingCents, taxBasisPoints }: Input) => {
  const inOrder = rules.toSorted((a, b) => b.priority - a.priority || (a.name < b.name ? -1 : 1));
  return orders.map((order) => {
    const subtotalCents = sum(order.items, (item) => item.units * item.unitCents);
    const applied = choose(inOrder, { ...order, subtotalCents });
    let netCents = subtotalCents;
    let isShippingFree = false;
    for (const { then } of applied) {
      netCents -= Math.min(netCents, discountCents(then, order, netCents));
      isShippingFree ||= 'freeShipping' in then;
    }
    const shipping = isShippingFree ? 0 : (shippingCents[order.country] ?? 0);
    const taxCents = share(netCents + shipping, taxBasisPoints[order.country] ?? 0);
    console.log(`${order.id}: ${applied.map(({ name }) => name).join(', ') || 'no rule'}`);
    return {
      id: order.id,
      subtotalCents,
      rules: applied.map(({ name }) => name),
      discountCents: subtotalCents - netCents,
      shippingCents: shipping,
      taxCents,
      totalCents: netCents + shipping + taxCents,
    };
  });
};

function choose(rules: readonly Rule[], facts: object): Rule[] {
  const groupsUsed = new Set<string>();
  return rules.filter(({ group, when }) => {
    if ((group !== undefined && groupsUsed.has(group)) || !holds(when, facts)) return false;
    if (group !== undefined) groupsUsed.add(group);
    return true;
  });
}

function holds(condition: Condition, facts: object): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, facts));
  if ('any' in condition) return condition.any.some((each) => holds(each, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  const fact = lookUp(condition.fact, facts);
  const { value } = condition;
  switch (condition.is) {
    case 'equal':
      return fact === value;
    case 'atLeast':
      return typeof fact === 'number' && typeof value === 'number' && fact >= value;
    case 'below':
      return typeof fact === 'number' && typeof value === 'number' && fact < value;
    case 'oneOf':
      return Array.isArray(value) && value.includes(fact);
    case 'contains':
      return Array.isArray(fact) && fact.includes(value);
    default:
      throw new RangeError(`no such comparison: ${String(condition.is)}`);
  }
}

/** `customer.tier`; `items.category` is the list of every item's category. */
function lookUp(path: string, facts: object): unknown {
  return path.split('.').reduce<unknown>((found, name) => {
    if (Array.isArray(found)) return found.map((each: Record<string, unknown>) => each[name]);
    return (found as Record<string, unknown> | undefined)?.[name];
  }, facts);
}

function discountCents(effect: Effect, order: Order, netCents: number): number {
  if ('centsOff' in effect) return effect.centsOff;
  if (!('percentOff' in effect)) return 0;
  const { percentOff, category } = effect;
  if (category === undefined) return share(netCents, percentOff * 100);
  const inCategory = order.items.filter((item) => item.category === category);
  return share(
    sum(inCategory, (item) => item.units * item.unitCents),
    percentOff * 100,
  );
}

/** Rounded half up, in whole cents. */
function share(cents: number, basisPoints: number): number {
  return Math.floor((cents * basisPoints + 5_000) / 10_000);
}

function sum<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}
