/** Who calls: the tenant that a call is for, as its services need it. */
import type { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Execution } from '../../shared/execution/execution.ts';
import type { Limits } from '../../shared/execution/limits.ts';
import { narrowedEgress } from './narrow-egress.ts';
import type { TenantDirectory } from './tenant-directory.ts';
import { type MeteredExecution, unmetered } from './tenant-meter.ts';

export interface Caller {
  readonly tenantId: string;
  /** The most that its executions get; absent where that is what the cluster gives. */
  readonly ceilings: Limits | undefined;
  /** Counts a call that runs nothing. Throws QUOTA_EXCEEDED. */
  countCall(): void;
  /** Counts an execution, whose end has to be told. Throws QUOTA_EXCEEDED. */
  beginExecution(): MeteredExecution;
  /** With what its tenant may of what it asks for. */
  narrowed(execution: Execution): Execution;
  /** For a stream: calls back when it may not go on. Returns how to say that it has ended. */
  whenRevoked(callback: (error: IsopodError) => void): () => void;
}

/** Every answer is by the policy of that moment. */
export class TenantCaller implements Caller {
  readonly tenantId: string;
  readonly #keyId: string | undefined;
  readonly #directory: TenantDirectory;

  /** @param keyId Of the key that it came with; undefined where it is believed. */
  constructor(tenantId: string, keyId: string | undefined, directory: TenantDirectory) {
    this.tenantId = tenantId;
    this.#keyId = keyId;
    this.#directory = directory;
  }

  get ceilings(): Limits | undefined {
    return this.#directory.account(this.tenantId)?.ceilings;
  }

  countCall(): void {
    this.#directory.account(this.tenantId)?.meter.call();
  }

  beginExecution(): MeteredExecution {
    return this.#directory.account(this.tenantId)?.meter.begin() ?? unmetered;
  }

  narrowed(execution: Execution): Execution {
    const egress = this.#directory.account(this.tenantId)?.egress;
    // A deterministic one fetches nothing as it is.
    if (!egress || execution.determinism) return execution;
    return { ...execution, egressRules: narrowedEgress(egress, execution.egressRules) };
  }

  whenRevoked(revoked: (error: IsopodError) => void): () => void {
    const keyId = this.#keyId;
    const { tenantId } = this;
    return this.#directory.admit({ tenantId, revoked, ...(keyId === undefined ? {} : { keyId }) });
  }
}
