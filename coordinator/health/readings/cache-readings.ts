/** Whether caches serve less than they did, as numbers for alerts. */
import type { Clock } from '../../../shared/time/clock.ts';
import type { MetricSource, Sample } from '../alerts/metric-source.ts';

interface Counts {
  readonly requests: number;
  readonly hits: number;
}

interface Snapshot extends Counts {
  readonly atMs: number;
}

interface CacheReadingsParts {
  /** Since the start, by namespace. */
  readonly stats: ReadonlyMap<string, Counts>;
  readonly clock: Clock;
}

const snapshotEveryMs = 60_000;
const recentMs = 5 * 60_000;
/** What is recent is compared with the hour before. */
const snapshotsMax = 66;
/** Of fewer than these a ratio says nothing. */
const requestsMin = 100;

export class CacheReadings implements MetricSource {
  readonly #parts: CacheReadingsParts;
  readonly #snapshots = new Map<string, Snapshot[]>();

  constructor(parts: CacheReadingsParts) {
    this.#parts = parts;
  }

  *samples(): Generator<Sample> {
    const atMs = this.#parts.clock.nowMs();
    for (const [namespace, { requests, hits }] of this.#parts.stats) {
      const snapshots = this.#remember(namespace, { atMs, requests, hits });
      const [oldest] = snapshots;
      const before = snapshots.findLast((snapshot) => snapshot.atMs <= atMs - recentMs);
      if (!oldest || !before) continue;
      const usual = ratioBetween(oldest, before);
      const recent = ratioBetween(before, { requests, hits });
      if (usual === undefined || recent === undefined) continue;
      yield { metric: 'cache_hit_ratio_drop', labels: { namespace }, value: usual - recent };
    }
  }

  #remember(namespace: string, now: Snapshot): readonly Snapshot[] {
    const snapshots = this.#snapshots.get(namespace) ?? [];
    this.#snapshots.set(namespace, snapshots);
    const lastAtMs = snapshots.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY;
    if (now.atMs - lastAtMs >= snapshotEveryMs) snapshots.push(now);
    if (snapshots.length > snapshotsMax) snapshots.shift();
    return snapshots;
  }
}

function ratioBetween(from: Counts, to: Counts): number | undefined {
  const requests = to.requests - from.requests;
  return requests < requestsMin ? undefined : (to.hits - from.hits) / requests;
}
