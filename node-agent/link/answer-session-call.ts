/** A coordinator's calls about sessions, answered at once. */
import type { SessionAnswer, SessionCall } from '../../shared/wire/node-session-codec.ts';
import type { SessionDesk } from '../pool/session-port.ts';

export function answerSessionCall(desk: SessionDesk, call: SessionCall): SessionAnswer {
  const { tenantId } = call;
  switch (call.name) {
    case 'open': {
      const refusal = desk.open({ ...call.terms, tenantId });
      return { ...(refusal ? { refusal } : {}), wasOpen: false, sessions: [] };
    }
    case 'close':
      return { wasOpen: desk.close(tenantId, call.sessionId), sessions: [] };
    case 'list':
      return { wasOpen: false, sessions: desk.list(tenantId) };
  }
}
