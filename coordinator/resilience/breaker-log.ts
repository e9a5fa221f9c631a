/** Says in the log what breakers do. */
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { BreakerObserver } from './circuit-breaker.ts';

export function breakerLog(logger: Logger): BreakerObserver {
  return {
    changed(breaker, from, cause) {
      const { name, state, retryAfterMs } = breaker;
      const level = state === 'OPEN' ? 'warn' : 'info';
      logger[level]({ breaker: name, from, state, cause, retryAfterMs }, 'circuit breaker moved');
    },
  };
}
