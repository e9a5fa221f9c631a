/** ClusterService's view of circuit breakers, and how administrators steer them. */
import { IsopodError, invalidRequest } from '../../../shared/errors/isopod-error.ts';
import type { ClusterServiceHandlers } from '../../../shared/generated/isopod/v1/ClusterService.ts';
import { forcedStates } from '../../../shared/resilience/breaker-description.ts';
import type { Logger } from '../../../shared/telemetry/logger.ts';
import { breakerStateEnum, breakerToWire } from '../../../shared/wire/breaker-codec.ts';
import type { CircuitBreaker } from '../../resilience/circuit-breaker.ts';
import type { Resilience } from '../../resilience/resilience.ts';
import { answeringAdministrator } from '../answering.ts';

interface BreakerParts {
  readonly resilience: Pick<Resilience, 'breakers' | 'find'>;
  readonly logger: Logger;
}

type Method = 'ListBreakers' | 'ForceBreaker' | 'ResetBreaker';

export function breakerHandlers({
  resilience,
  logger,
}: BreakerParts): Pick<ClusterServiceHandlers, Method> {
  const find = (name: string): CircuitBreaker => {
    const breaker = resilience.find(name);
    if (breaker) return breaker;
    const message = `Could not find the circuit breaker: there is none of the name ${name}`;
    throw new IsopodError('BREAKER_NOT_FOUND', message);
  };
  return {
    ListBreakers: answeringAdministrator(logger, async () => ({
      breakers: resilience.breakers.map(breakerToWire),
    })),
    ForceBreaker: answeringAdministrator(logger, async (request) => {
      const asked = breakerStateEnum.fromWire(request.state);
      const state = forcedStates.find((forced) => forced === asked);
      if (!state)
        throw invalidRequest([{ field: 'state', description: 'must be FORCED_OPEN or DISABLED' }]);
      const breaker = find(request.name);
      breaker.force(state);
      return { breaker: breakerToWire(breaker.snapshot()) };
    }),
    ResetBreaker: answeringAdministrator(logger, async ({ name }) => {
      const breaker = find(name);
      breaker.reset();
      return { breaker: breakerToWire(breaker.snapshot()) };
    }),
  };
}
