/** Which circuit breakers keep calls from what they guard, as numbers for alerts. */
import type { MetricSource } from '../alerts/metric-source.ts';

interface Breakers {
  /** Names of those that are open, or are being tried. */
  readonly open: Iterable<string>;
}

const nodePrefix = 'node/';

/** One of a node has that node's label, so that the node's own alert explains it. */
export function breakerReadings(breakers: Breakers): MetricSource {
  return {
    *samples() {
      for (const breaker of breakers.open) {
        const node = breaker.startsWith(nodePrefix) ? breaker.slice(nodePrefix.length) : undefined;
        const labels = { breaker, ...(node === undefined ? {} : { node }) };
        yield { metric: 'breaker_open', labels, value: 1 };
      }
    },
  };
}
