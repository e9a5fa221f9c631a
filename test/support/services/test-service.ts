/** A real server that a suite has for itself. */
export interface TestService {
  /** Where a client connects, credentials included. */
  readonly url: string;
  /** Idempotent. After it settles there is no process and no folder of this service. */
  stop(): Promise<void>;
}
