/** Sessions as the link asks for them. */
import type {
  NamedSessionTerms,
  SessionInfo,
  SessionRefusal,
} from '../../shared/wire/node-session-codec.ts';

export interface OpenTerms extends NamedSessionTerms {
  readonly tenantId: string;
}

/** The node's sessions as the link sees them. */
export interface SessionDesk {
  /** Undefined when it is open. */
  open(terms: OpenTerms): SessionRefusal | undefined;
  /** Its runs are answered SESSION_LOST. False where there is none. */
  close(tenantId: string, sessionId: string): boolean;
  list(tenantId: string): readonly SessionInfo[];
}
