/**
 * Stands for a language model, so that the example runs without one: it gives the programs that a
 * model gave for this question, the first of them with a mistake that models make.
 */
import type { WriteProgram } from './agent.ts';

export const question = 'Which customer has spent most, in euros, and how much?';

const withMistake = `export default async (input, { tools }) => {
  const customers = await tools.listCustomers();
  const totals = await Promise.all(customers.map(async (customer) => {
    const orders = await tools.getOrders({ customerId: customer.id });
    return orders.length;
  }));
  return totals;
};`;

const corrected = `export default async (input, { tools }) => {
  const customers = await tools.listCustomers();
  const totals = await Promise.all(customers.map(async ({ id, name }) => {
    const orders = await tools.listOrders({ customerId: id });
    const euros = await Promise.all(
      orders.map(({ amount, currency }) => tools.convert({ amount, from: currency, to: 'EUR' })),
    );
    return { name, euros: euros.reduce((sum, amount) => sum + amount, 0) };
  }));
  totals.sort((a, b) => b.euros - a.euros);
  return totals[0];
};`;

/** It corrects what it is told was wrong. */
export const cannedModel: WriteProgram = async (prompt) => {
  return prompt.includes('It failed: TypeError') ? corrected : withMistake;
};
