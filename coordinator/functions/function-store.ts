/**
 * Where functions are kept: the port. Several coordinators may share a store, so what is changed
 * is changed by its revision, and nobody keeps more than a copy of what never changes.
 */
import type {
  FunctionAlias,
  FunctionVersion,
  VersionSummary,
} from '../../shared/functions/deployed-function.ts';

/** A function without the text of its versions. */
export interface FunctionRecord {
  readonly tenantId: string;
  readonly name: string;
  /** Counts up from 1 with every change. */
  readonly revision: number;
  readonly latestVersion: string;
  /** By their first deployment. */
  readonly versions: readonly VersionSummary[];
  readonly aliases: readonly FunctionAlias[];
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

export interface FunctionChange {
  readonly record: FunctionRecord;
  /** The text of a version that is new in the record. */
  readonly added?: FunctionVersion;
  /** A version that is in the record no more. */
  readonly removedVersion?: string;
}

export interface TenantFunctions {
  readonly count: number;
  readonly sourceBytes: number;
}

/** Rejects with STORE_UNAVAILABLE, or STORE_DAMAGED where what is there cannot be read. */
export interface FunctionStore {
  get(tenantId: string, name: string): Promise<FunctionRecord | undefined>;
  /** At most `countMax`, by name, those after `afterName`. */
  list(tenantId: string, afterName: string, countMax: number): Promise<readonly FunctionRecord[]>;
  usage(tenantId: string): Promise<TenantFunctions>;
  version(tenantId: string, name: string, version: string): Promise<FunctionVersion | undefined>;
  /**
   * All of it or nothing, and for good when it resolves. False, and nothing is changed, unless the
   * record that is there is of the revision before this one's; of none, for revision 1.
   */
  save(change: FunctionChange): Promise<boolean>;
  /** With all its versions. False unless what is there is this revision. */
  delete(record: FunctionRecord): Promise<boolean>;
  close(): Promise<void>;
}
