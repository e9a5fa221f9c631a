/** Three tools of a small shop: what an agent's programs may ask of it. */
import type { DescribedTools } from './agent.ts';

const customers = [
  { id: 'c1', name: 'Ada', country: 'GB' },
  { id: 'c2', name: 'Grace', country: 'US' },
  { id: 'c3', name: 'Emmy', country: 'DE' },
];

const orders = [
  { customerId: 'c1', amount: 120, currency: 'GBP' },
  { customerId: 'c1', amount: 80, currency: 'GBP' },
  { customerId: 'c2', amount: 300, currency: 'USD' },
  { customerId: 'c3', amount: 150, currency: 'EUR' },
  { customerId: 'c3', amount: 50, currency: 'EUR' },
  { customerId: 'c3', amount: 25, currency: 'EUR' },
];

const eurosPer: Readonly<Record<string, number>> = { EUR: 1, GBP: 1.25, USD: 0.8 };

export const shopTools: DescribedTools = {
  signatures: `listCustomers(): { id: string, name: string, country: string }[]
listOrders({ customerId: string }): { amount: number, currency: string }[]
convert({ amount: number, from: string, to: string }): number`,
  tools: {
    listCustomers: () => customers,
    // The program may have been told to ask for anything: it gets what is there, or an error.
    listOrders: (argument) => {
      const { customerId } = argument as { readonly customerId?: unknown };
      const known = customers.some(({ id }) => id === customerId);
      if (!known) throw failure('NotFound', `no such customer: ${String(customerId)}`);
      return orders
        .filter((order) => order.customerId === customerId)
        .map(({ amount, currency }) => ({ amount, currency }));
    },
    convert: async (argument, { signal }) => {
      const { amount, from, to } = argument as Record<'amount' | 'from' | 'to', unknown>;
      signal.throwIfAborted();
      return Number(amount) * (rateOf(from) / rateOf(to));
    },
  },
};

function rateOf(currency: unknown): number {
  const rate = eurosPer[String(currency)];
  if (rate === undefined) throw failure('NotFound', `no such currency: ${String(currency)}`);
  return rate;
}

function failure(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
