/**
 * Hears on a channel of Redis what other coordinators call out of date: keys, tags, namespaces and
 * the number of each, never values.
 *
 *   connecting ──ready──▶ subscribing ──▶ comparing ──▶ listening
 *        ▲                    └── failed ────┴── cut, or silent ──┘
 *        └─────────────────────────────────────────────────────────
 *
 * The numbers have no gaps, so that a message which was missed is known by the next one, and after a
 * cut by the number that the server has come to meanwhile. Then everything may be out of date.
 */
import type { Clock, Timer } from '../../../shared/time/clock.ts';
import type { ChangeFeed, ChangeListener } from '../change-feed.ts';
import type { Invalidation } from '../invalidation.ts';
import type { RedisServer } from './redis-server.ts';

interface RedisChangeFeedParts {
  readonly server: RedisServer;
  readonly originId: string;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** A listener that was cut off without a word does not know it unless it asks. */
const pingEveryMs = 1_000;
const pingMsMax = 2_000;

interface Place {
  readonly era: string;
  readonly at: number;
}

export class RedisChangeFeed implements ChangeFeed {
  readonly #parts: RedisChangeFeedParts;
  #listener: ChangeListener | undefined;
  #last: Place | undefined;
  #timer: Timer | undefined;
  readonly #listening = Promise.withResolvers<void>();
  #isClosed = false;

  constructor(parts: RedisChangeFeedParts) {
    this.#parts = parts;
  }

  start(listener: ChangeListener): Promise<void> {
    this.#listener = listener;
    const redis = this.#parts.server.listener();
    redis.on('message', (_channel: string, text: string) => this.#receive(text));
    redis.on('ready', () => void this.#subscribe());
    redis.on('close', () => this.#timer?.cancel());
    if (redis.status === 'ready') void this.#subscribe();
    return this.#listening.promise;
  }

  close(): Promise<void> {
    this.#isClosed = true;
    this.#timer?.cancel();
    return Promise.resolve();
  }

  async #subscribe(): Promise<void> {
    const { server } = this.#parts;
    try {
      await server.listener().subscribe(server.channel);
      this.#catchUp(await this.#read());
      this.#schedulePing();
      this.#listening.resolve();
    } catch {
      if (!this.#isClosed) server.listener().disconnect(true);
    }
  }

  /** Where the server has none, one begins: without it the first message would seem to be late. */
  async #read(): Promise<Place | undefined> {
    const { server, newId } = this.#parts;
    const key = `${server.prefix}sequence`;
    const found = await server.commands.get(key);
    if (found !== null) return placeOf(found);
    await server.commands.set(key, `${newId()} 0`, 'NX');
    return placeOf((await server.commands.get(key)) ?? '');
  }

  #catchUp(now: Place | undefined): void {
    const last = this.#last;
    if (now && last?.era === now.era && last.at >= now.at) return;
    this.#last = now;
    this.#listener?.missed();
  }

  #receive(text: string): void {
    const [era = '', at = '', ...rest] = text.split(' ');
    const place = placeOf(`${era} ${at}`);
    const last = this.#last;
    this.#last = place;
    if (!place || last?.era !== place.era || place.at > last.at + 1) {
      this.#listener?.missed();
      return;
    }
    const told = JSON.parse(rest.join(' ')) as Told;
    if (told.originId !== this.#parts.originId) this.#listener?.invalidated(told.invalidation);
  }

  #schedulePing(): void {
    this.#timer?.cancel();
    if (this.#isClosed) return;
    this.#timer = this.#parts.clock.setTimer(pingEveryMs, () => this.#ping());
  }

  #ping(): void {
    const redis = this.#parts.server.listener();
    this.#timer = this.#parts.clock.setTimer(pingMsMax, () => redis.disconnect(true));
    redis.ping().then(
      () => this.#schedulePing(),
      () => redis.disconnect(true),
    );
  }
}

interface Told {
  readonly originId: string;
  readonly invalidation: Invalidation;
}

function placeOf(sequence: string): Place | undefined {
  const [, era, at] = /^(\S+) (\d+)$/.exec(sequence) ?? [];
  return era === undefined ? undefined : { era, at: Number(at) };
}
