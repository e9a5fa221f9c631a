/**
 * Posts notifications to a URL, one after the other and in order, so that the end of an alert does
 * not overtake its beginning. One that fails is tried again, later each time; a receiver that is away
 * for long costs the oldest.
 *
 *   idle ──notify──▶ posting ──answered──▶ next, or idle
 *                      ▲  └── failed ──▶ waiting ──┐
 *                      └───────────────────────────┘
 */
import type { Random } from '../../../shared/random/random.ts';
import type { Logger } from '../../../shared/telemetry/logger.ts';
import type { Clock, Timer } from '../../../shared/time/clock.ts';
import type { AlertSink, Notification } from './notification.ts';
import { webhookPayload } from './webhook-payload.ts';

/** Resolves with the HTTP status; rejects where there was no answer. */
export type Post = (url: string, body: string, signal: AbortSignal) => Promise<number>;

interface WebhookSinkParts {
  readonly url: string;
  readonly post: Post;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

type Phase =
  | { readonly name: 'idle' }
  | { readonly name: 'posting'; readonly abort: AbortController; readonly timer: Timer }
  | { readonly name: 'waiting'; readonly timer: Timer };

const answerMsMax = 10_000;
const backoffMsMin = 1_000;
const backoffMsMax = 60_000;
const attemptsMax = 10;
const waitingMax = 100;

export class WebhookSink implements AlertSink {
  readonly #parts: WebhookSinkParts;
  readonly #waiting: string[] = [];
  #phase: Phase = { name: 'idle' };
  #attempts = 0;

  constructor(parts: WebhookSinkParts) {
    this.#parts = parts;
  }

  notify(notification: Notification): void {
    this.#waiting.push(webhookPayload(notification));
    // The first is on its way.
    if (this.#waiting.length > waitingMax) this.#giveUp(1, 'too many wait');
    if (this.#phase.name === 'idle') this.#postNext();
  }

  /** What was not delivered is not. */
  close(): void {
    this.#waiting.length = 0;
    if (this.#phase.name !== 'idle') this.#phase.timer.cancel();
    if (this.#phase.name === 'posting') this.#phase.abort.abort();
    this.#phase = { name: 'idle' };
  }

  #postNext(): void {
    const body = this.#waiting[0];
    if (body === undefined) {
      this.#phase = { name: 'idle' };
      return;
    }
    const { url, post, clock } = this.#parts;
    const abort = new AbortController();
    const timer = clock.setTimer(answerMsMax, () => abort.abort());
    const posting: Phase = { name: 'posting', abort, timer };
    this.#phase = posting;
    this.#attempts++;
    post(url, body, abort.signal).then(
      (status) => this.#answered(posting, status),
      (thrown: unknown) => this.#failed(posting, String(thrown)),
    );
  }

  #answered(posting: Phase, status: number): void {
    if (status >= 500 || status === 429) return this.#failed(posting, `HTTP status ${status}`);
    if (!this.#finish(posting)) return;
    // One that the receiver does not want will not please it by coming again.
    if (status >= 300) this.#giveUp(0, `HTTP status ${status}`);
    else this.#next();
  }

  #failed(posting: Phase, why: string): void {
    if (!this.#finish(posting)) return;
    if (this.#attempts >= attemptsMax) return this.#giveUp(0, why);
    const { clock, random } = this.#parts;
    const ceilingMs = Math.min(backoffMsMax, backoffMsMin * 2 ** (this.#attempts - 1));
    // Half of it by chance: never at once, and not all together.
    const delayMs = ceilingMs * (0.5 + random.next() / 2);
    this.#phase = { name: 'waiting', timer: clock.setTimer(delayMs, () => this.#postNext()) };
  }

  /** Whether it was this one that was waited for. */
  #finish(posting: Phase): boolean {
    if (this.#phase !== posting || posting.name !== 'posting') return false;
    posting.timer.cancel();
    return true;
  }

  #giveUp(index: number, why: string): void {
    const host = new URL(this.#parts.url).host;
    this.#parts.logger.warn({ host, why }, 'a notification was not delivered');
    if (index === 0) this.#next();
    else this.#waiting.splice(index, 1);
  }

  #next(): void {
    this.#waiting.shift();
    this.#attempts = 0;
    this.#postNext();
  }
}
