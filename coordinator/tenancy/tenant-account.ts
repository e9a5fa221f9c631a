/** One tenant as calls meet it: what it may, ready to be used, and what it uses. */
import { type EgressRule, parseEgressRule } from '../../shared/egress/egress-rule.ts';
import { type Limits, limitCeilings } from '../../shared/execution/limits.ts';
import type { TenantMeter } from './tenant-meter.ts';
import type { TenantRecord } from './tenant-store.ts';

export class TenantAccount {
  readonly meter: TenantMeter;
  #record: TenantRecord;
  #ceilings: Limits | undefined;
  #egress: readonly EgressRule[] | undefined;

  constructor(record: TenantRecord, meter: TenantMeter) {
    this.#record = record;
    this.meter = meter;
    this.change(record);
  }

  get record(): TenantRecord {
    return this.#record;
  }

  /** Undefined where they are the cluster's. */
  get ceilings(): Limits | undefined {
    return this.#ceilings;
  }

  /** Undefined for all that nodes allow. */
  get egress(): readonly EgressRule[] | undefined {
    return this.#egress;
  }

  /** From now on, also for streams that are open. */
  change(record: TenantRecord): void {
    const { quotas, limitCeilings: lower, egressRules } = record.policy;
    this.#record = record;
    this.#ceilings = Object.keys(lower).length > 0 ? { ...limitCeilings, ...lower } : undefined;
    this.#egress = egressRules?.map(parseEgressRule).filter((rule) => rule !== undefined);
    this.meter.change(quotas);
  }
}
