/** SessionService over grpc-js. */
import { type FieldViolation, invalidRequest } from '../../shared/errors/isopod-error.ts';
import type { SessionServiceHandlers } from '../../shared/generated/isopod/v1/SessionService.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
import { readPostureFloor } from '../../shared/wire/posture-floor-codec.ts';
import { readSessionId, readTerms, sessionToWire } from '../../shared/wire/session-codec.ts';
import type { KeptSessions } from '../kept-sessions/kept-sessions.ts';
import { answering } from './answering.ts';

interface SessionServiceParts {
  readonly sessions: KeptSessions;
  readonly logger: Logger;
}

export function sessionServiceHandlers({
  sessions,
  logger,
}: SessionServiceParts): SessionServiceHandlers {
  return {
    CreateSession: answering(logger, async (request, tenantId) => {
      const violations: FieldViolation[] = [];
      const terms = readTerms(request, violations);
      const layers = readPostureFloor(request.minPosture, violations);
      if (violations.length > 0) throw invalidRequest(violations);
      return { session: sessionToWire(await sessions.create(tenantId, terms, layers)) };
    }),
    CloseSession: answering(logger, async (request, tenantId) => {
      return { wasOpen: await sessions.close(tenantId, readSessionId(request.sessionId)) };
    }),
    ListSessions: answering(logger, async (_request, tenantId) => {
      return { sessions: (await sessions.list(tenantId)).map(sessionToWire) };
    }),
  };
}
