/** Locks in Redis (`SET NX PX` with a token), so that of all coordinators one makes a value. */
import type { Timer } from '../../../shared/time/clock.ts';
import type { FillLock, FillLocks } from '../fill-locks.ts';
import type { LimitedCalls } from '../limited-calls.ts';
import { releaseLockScript, renewLockScript } from './redis-scripts.ts';
import type { RedisServer } from './redis-server.ts';

interface RedisFillLocksParts {
  readonly server: RedisServer;
  readonly calls: LimitedCalls;
  readonly newToken: () => string;
}

/** A coordinator that is gone holds its locks for so long; one that lives renews them. */
const lockMs = 6_000;
const renewEveryMs = 2_000;

export class RedisFillLocks implements FillLocks {
  readonly #parts: RedisFillLocksParts;

  constructor(parts: RedisFillLocksParts) {
    this.#parts = parts;
  }

  async acquire(key: string): Promise<FillLock | 'taken' | undefined> {
    const { server, calls, newToken } = this.#parts;
    const lockKey = `${server.prefix}l:${key}`;
    const token = newToken();
    const answer = await calls.try(async () => {
      const said = await server.commands.set(lockKey, token, 'PX', lockMs, 'NX');
      return said === 'OK' ? 'granted' : 'taken';
    });
    return answer === 'granted' ? this.#hold(lockKey, token) : answer;
  }

  #hold(lockKey: string, token: string): FillLock {
    const { server, calls } = this.#parts;
    let timer: Timer | undefined;
    const renew = (): void => {
      void calls.try(() => server.run(renewLockScript, [lockKey], [token, lockMs]));
      timer = calls.clock.setTimer(renewEveryMs, renew);
    };
    timer = calls.clock.setTimer(renewEveryMs, renew);
    return {
      release: () => {
        timer?.cancel();
        void calls.try(() => server.run(releaseLockScript, [lockKey], [token]));
      },
    };
  }
}
