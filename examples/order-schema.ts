/**
 * An order from outside, checked against a schema: `zod` comes from npm and is bundled. What is
 * wrong with it is a result, not an error.
 *
 *     npx isopod run examples/order-schema.ts --input-file examples/order-schema.input.json
 */
import { z } from 'zod';

const order = z.object({
  id: z.string().regex(/^[A-Z]{2}\d{4}$/),
  email: z.email(),
  lines: z
    .array(
      z.object({
        sku: z.string().min(3),
        units: z.int().positive(),
        priceCents: z.int().nonnegative(),
      }),
    )
    .min(1),
});

export default (orders: readonly unknown[]) =>
  orders.map((given) => {
    const { success, data, error } = order.safeParse(given);
    if (!success)
      return { isValid: false, problems: error.issues.map(({ path }) => path.join('.')) };
    const cents = data.lines.reduce((sum, line) => sum + line.units * line.priceCents, 0);
    return { isValid: true, id: data.id, totalCents: cents };
  });
