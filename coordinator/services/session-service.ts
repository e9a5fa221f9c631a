/** SessionService over grpc-js. */
import { type FieldViolation, invalidRequest } from '../../shared/errors/isopod-error.ts';
import type { SessionServiceHandlers } from '../../shared/generated/isopod/v1/SessionService.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
import { readPostureFloor } from '../../shared/wire/posture-floor-codec.ts';
import { readSessionId, readTerms, sessionToWire } from '../../shared/wire/session-codec.ts';
import type { KeptSessions } from '../kept-sessions/kept-sessions.ts';
import type { Authenticator } from '../tenancy/authenticator.ts';
import { answering } from './answering.ts';
import { readOrigin } from './origin.ts';

interface SessionServiceParts {
  readonly sessions: KeptSessions;
  readonly authenticator: Authenticator;
  readonly logger: Logger;
}

export function sessionServiceHandlers({
  sessions,
  ...parts
}: SessionServiceParts): SessionServiceHandlers {
  return {
    CreateSession: answering(parts, async (request, { tenantId, ceilings }, metadata) => {
      const violations: FieldViolation[] = [];
      const terms = readTerms(request, violations, ceilings?.memoryBytesMax);
      const layersRequired = readPostureFloor(request.minPosture, violations);
      const origin = readOrigin(metadata);
      if (violations.length > 0) throw invalidRequest(violations);
      const demands = { layersRequired, origin };
      return { session: sessionToWire(await sessions.create(tenantId, terms, demands)) };
    }),
    CloseSession: answering(parts, async (request, { tenantId }) => {
      return { wasOpen: await sessions.close(tenantId, readSessionId(request.sessionId)) };
    }),
    ListSessions: answering(parts, async (_request, { tenantId }) => {
      return { sessions: (await sessions.list(tenantId)).map(sessionToWire) };
    }),
  };
}
