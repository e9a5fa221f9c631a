/** The requests that this agent carries out at the moment: how many, whose, and how heavy. */
import { heldBytesMax, requestsPerAgentMax, requestsPerTenantMax } from './egress-bounds.ts';
import { FetchFailed } from './fetch-failed.ts';

export class RequestSlots {
  readonly #byTenant = new Map<string, number>();
  #total = 0;
  #heldBytes = 0;

  /** False where none is free. */
  tryTake(tenantId: string): boolean {
    const own = this.#byTenant.get(tenantId) ?? 0;
    if (this.#total >= requestsPerAgentMax || own >= requestsPerTenantMax) return false;
    this.#total++;
    this.#byTenant.set(tenantId, own + 1);
    return true;
  }

  free(tenantId: string): void {
    const left = (this.#byTenant.get(tenantId) ?? 0) - 1;
    this.#total--;
    if (left > 0) this.#byTenant.set(tenantId, left);
    else this.#byTenant.delete(tenantId);
  }

  /** Throws FetchFailed where as much is held as may be. */
  hold(bytes: number): void {
    if (this.#heldBytes + bytes > heldBytesMax) throw nodeBusy();
    this.#heldBytes += bytes;
  }

  letGo(bytes: number): void {
    this.#heldBytes -= bytes;
  }
}

export function nodeBusy(): FetchFailed {
  return new FetchFailed('NODE_BUSY', 'This node carries out as many requests as it can');
}
