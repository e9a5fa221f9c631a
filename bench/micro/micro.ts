/**
 * What the hot path's parts cost one by one: time and memory of an operation, for every case there
 * is. A new one is a file of cases and a line here.
 */
import type { Bench, Metrics } from '../support/bench.ts';
import { admissionCases } from './admission-cases.ts';
import { breakerCases } from './breaker-cases.ts';
import { cacheCases } from './cache-cases.ts';
import { measureCase } from './measure-case.ts';
import type { MicroCase } from './micro-case.ts';
import { pickCases } from './pick-cases.ts';
import { tenancyCases } from './tenancy-cases.ts';

const cases: readonly MicroCase[] = [
  ...pickCases,
  ...admissionCases,
  ...breakerCases,
  ...cacheCases,
  ...tenancyCases,
];

export const micro: Bench = {
  name: 'micro',
  summary: 'nanoseconds and bytes allocated of single operations of the hot path',
  async open({ clock, secondsPerRound }) {
    const opened = await Promise.all(
      cases.map(async ({ name, setUp }) => ({ name, operation: await setUp() })),
    );
    return {
      async round() {
        const metrics: Record<string, number> = {};
        for (const { name, operation } of opened) {
          const cost = measureCase(operation, clock, (secondsPerRound * 1000) / cases.length);
          metrics[`${name}_ns_per_op`] = cost.nsPerOp;
          metrics[`${name}_bytes_per_op`] = cost.bytesPerOp;
        }
        return metrics satisfies Metrics;
      },
    };
  },
};
