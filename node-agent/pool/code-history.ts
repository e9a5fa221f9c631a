/**
 * What is known of each code from how its runs went: whether it may run on a host's main thread,
 * whether it must have a process of its own. What it does to its neighbours is in code-harm.ts.
 *
 *   unproven ──20 clean runs in a row──▶ proven short ──a slow or bad run──▶ unproven
 *   any ──CRASHED──▶ sentenced (to PROCESS, for as long as it is remembered)
 */
import type { OutcomeWord } from '../../shared/execution/outcome.ts';
import { CodeHarm } from './code-harm.ts';
import { cleanRunsToProve, shortRunCpuUsMax } from './hosting-config.ts';

const newestRunWeight = 0.1;

export class CodeRecord {
  readonly hash: string;
  readonly harm = new CodeHarm();
  #cleanRuns = 0;
  #expectedCpuUs: number | undefined;
  #isSentenced = false;
  /** Looked up again since it was made, or since eviction last passed by. */
  wasUsed = false;

  constructor(hash: string) {
    this.hash = hash;
  }

  get isProvenShort(): boolean {
    return this.#cleanRuns >= cleanRunsToProve;
  }

  /** Whether it brought a host down and must not share one again. */
  get isSentenced(): boolean {
    return this.#isSentenced;
  }

  /** Only runs in a warm isolate say anything of the next run in a warm isolate. */
  noteRun(word: OutcomeWord, cpuUs: number, isWarm: boolean): void {
    if (word === 'SUCCEEDED' && isWarm && cpuUs < shortRunCpuUsMax) this.#cleanRuns++;
    else this.#cleanRuns = 0;
    const before = this.#expectedCpuUs ?? cpuUs;
    this.#expectedCpuUs = before + (cpuUs - before) * newestRunWeight;
  }

  /** What the next run is likely to take: an average that follows the last dozen runs or so. */
  get expectedCpuUs(): number {
    return this.#expectedCpuUs ?? shortRunCpuUsMax;
  }

  sentence(): void {
    this.#isSentenced = true;
    this.#cleanRuns = 0;
  }
}

/** The records of all tenants, at most `recordsMax`. */
export class CodeHistory {
  readonly #recordsMax: number;
  readonly #byTenant = new Map<string, Map<string, CodeRecord>>();
  #count = 0;

  constructor(recordsMax: number) {
    this.#recordsMax = recordsMax;
  }

  get count(): number {
    return this.#count;
  }

  recordOf(tenantId: string, hash: string): CodeRecord {
    const ofTenant = this.#byTenant.get(tenantId);
    const known = ofTenant?.get(hash);
    if (known) {
      known.wasUsed = true;
      return known;
    }
    if (this.#count >= this.#recordsMax) this.#forgetOneFor(tenantId);
    const made = new CodeRecord(hash);
    const records = this.#byTenant.get(tenantId);
    if (records) records.set(hash, made);
    else this.#byTenant.set(tenantId, new Map([[hash, made]]));
    this.#count++;
    return made;
  }

  /**
   * Only tenants with more than their share of the records lose one: first of all the one that brings
   * a new code, so that endless new codes cost nobody else what is known of theirs, then each in turn.
   * Of its records that goes which was made or passed over first; one used since is passed over once.
   */
  #forgetOneFor(newcomerId: string): void {
    const share = this.#recordsMax / this.#byTenant.size;
    const isAbove = (tenantId: string): boolean =>
      (this.#byTenant.get(tenantId)?.size ?? 0) > share;
    const [first = newcomerId] = this.#byTenant.keys();
    const loserId = isAbove(newcomerId)
      ? newcomerId
      : (this.#byTenant.keys().find(isAbove) ?? first);
    const records = this.#byTenant.get(loserId);
    if (!records) return;
    forgetUnused(records);
    this.#count--;
    this.#byTenant.delete(loserId);
    if (records.size > 0) this.#byTenant.set(loserId, records);
  }
}

/** One of them; where each was used, the first that is passed again. */
function forgetUnused(records: Map<string, CodeRecord>): void {
  for (const [hash, record] of records) {
    records.delete(hash);
    if (!record.wasUsed) return;
    record.wasUsed = false;
    records.set(hash, record);
  }
}
