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

/** The records of all tenants, at most `recordsMax`; second chance decides which are forgotten. */
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
    if (this.#count >= this.#recordsMax) this.#forgetOne();
    const made = new CodeRecord(hash);
    const records = this.#byTenant.get(tenantId);
    if (records) records.set(hash, made);
    else this.#byTenant.set(tenantId, new Map([[hash, made]]));
    this.#count++;
    return made;
  }

  /**
   * Tenants lose one in turn, so that one with endless new codes does not cost the others all
   * of theirs; a tenant's records one after the other, those used meanwhile being passed over once.
   */
  #forgetOne(): void {
    for (const [tenantId, records] of this.#byTenant) {
      this.#byTenant.delete(tenantId);
      const victim = takeUnused(records);
      if (records.size > 0) this.#byTenant.set(tenantId, records);
      if (victim) {
        this.#count--;
        return;
      }
    }
  }
}

function takeUnused(records: Map<string, CodeRecord>): CodeRecord | undefined {
  for (const [hash, record] of records) {
    records.delete(hash);
    if (!record.wasUsed) return record;
    record.wasUsed = false;
    records.set(hash, record);
  }
  return undefined;
}
