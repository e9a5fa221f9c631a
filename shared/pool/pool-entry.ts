/**
 * One pooled resource and its phase.
 *
 *            ┌──────────────── fit, nobody waits any more ───────────────┐
 *            ▼                                                           │
 *   ──▶ idle ──a waiter, unfit as it is──▶ preparing ──fit──▶ leased     │
 *        │ ▲ └──────────────fit as it is────────┼───────────────▲ │      │
 *        │ └─────────────────release────────────┼─────────────────┘      │
 *        └──────surplus, worn, discarded────────┴──▶ ending ──▶ gone ◀───┘ (lost: from any phase)
 */
import type { Lease } from './lease.ts';

export type EntryPhase<R extends object> =
  | { readonly name: 'idle'; readonly sinceMs: number }
  | { readonly name: 'preparing' }
  | { readonly name: 'leased'; readonly lease: Lease<R>; wasReportedLeaked: boolean }
  | { readonly name: 'ending' }
  | { readonly name: 'gone' };

export interface PoolEntry<R extends object> {
  readonly resource: R;
  /** When it is too old. */
  readonly wornAtMs: number;
  /** The key that used it last; undefined for one that is new. */
  key: string | undefined;
  uses: number;
  phase: EntryPhase<R>;
}
