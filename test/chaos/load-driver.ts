/**
 * Asks as often as a load says, at times drawn from a seed, whether or not the answers come: who waits
 * for answers before asking again cannot overload anything.
 */
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { toIsopodError } from '../../shared/errors/isopod-error.ts';
import type { Random } from '../../shared/random/random.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { CallRecord } from './call-record.ts';
import type { Load } from './scenario.ts';

interface LoadDriverParts {
  readonly client: IsopodClient;
  readonly clock: Clock;
  readonly random: Random;
  /** Clock.nowMs at which the loads begin. */
  readonly beginMs: number;
  readonly answered: (call: CallRecord) => void;
}

const turnsMax = 10;

export async function driveLoad(load: Load, parts: LoadDriverParts): Promise<void> {
  const { client, clock, random, beginMs } = parts;
  const stream = client.openStream();
  const nowMs = (): number => clock.nowMs() - beginMs;
  const pending: Promise<void>[] = [];

  const ask = async (turn: number): Promise<void> => {
    const askedAtMs = nowMs();
    const said = await stream.execute(load.request).then(
      ({ word, usage }) => ({ word, nodeId: usage.nodeId, attempts: usage.attempts }),
      (thrown: unknown) => {
        const { reason, retryAfterMs } = toIsopodError(thrown);
        const retry = retryAfterMs === undefined ? {} : { retryAfterMs };
        return { word: reason, nodeId: '', attempts: 0, ...retry };
      },
    );
    parts.answered({ load: load.name, askedAtMs, answeredAtMs: nowMs(), turn, ...said });
    const retryAfterMs = 'retryAfterMs' in said ? said.retryAfterMs : undefined;
    if (!load.retries || retryAfterMs === undefined || turn >= turnsMax) return;
    await wait(retryAfterMs);
    await ask(turn + 1);
  };
  const wait = (delayMs: number): Promise<void> =>
    new Promise((resolve) => clock.setTimer(delayMs, resolve));

  await wait(Math.max(0, load.fromMs - nowMs()));
  let nextMs = load.fromMs;
  while (nextMs < load.toMs) {
    while (nextMs <= nowMs() && nextMs < load.toMs) {
      pending.push(ask(1));
      // Arrivals of many independent callers.
      nextMs += (-Math.log(1 - random.next()) * 1_000) / load.perSecond;
    }
    if (nextMs < load.toMs) await wait(Math.max(1, nextMs - nowMs()));
  }
  await Promise.all(pending);
  await stream.end();
}
