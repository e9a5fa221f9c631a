/**
 *   held ──release──▶ returned
 *     └──reclaimed by the pool──▶ returned      (a release after that changes nothing)
 */
export type ReleaseVerdict = 'KEEP' | 'DISCARD';

/** Why a holder that can spare its resource should give it back soon. */
export type ReturnReason = 'WANTED' | 'WORN';

/** What a lease asks of its pool. */
export interface Lessor<R extends object> {
  returned(lease: Lease<R>, verdict: ReleaseVerdict): void;
  returnReason(lease: Lease<R>): ReturnReason | undefined;
  nowMs(): number;
}

/** The right of one key to use one resource until it is given back. */
export class Lease<R extends object> {
  readonly resource: R;
  readonly key: string;
  readonly grantedAtMs: number;
  #renewedAtMs: number;
  #isHeld = true;
  readonly #lessor: Lessor<R>;

  constructor(resource: R, key: string, lessor: Lessor<R>) {
    this.resource = resource;
    this.key = key;
    this.grantedAtMs = lessor.nowMs();
    this.#renewedAtMs = this.grantedAtMs;
    this.#lessor = lessor;
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  get renewedAtMs(): number {
    return this.#renewedAtMs;
  }

  /** Says that the holder has not forgotten it. */
  renew(): void {
    this.#renewedAtMs = this.#lessor.nowMs();
  }

  /** Cheap enough to ask before every use. */
  returnReason(): ReturnReason | undefined {
    return this.#lessor.returnReason(this);
  }

  /** Gives it back. Idempotent; DISCARD has the resource destroyed. */
  release(verdict: ReleaseVerdict = 'KEEP'): void {
    if (this.revoke()) this.#lessor.returned(this, verdict);
  }

  /** For the pool: ends the holder's right. False when it had ended before. */
  revoke(): boolean {
    const wasHeld = this.#isHeld;
    this.#isHeld = false;
    return wasHeld;
  }
}
