/** A progress bar on stderr; where that is not a terminal, a line now and then. */
import type { Clock } from '../../shared/time/clock.ts';

const barWidth = 30;
const lineEveryMs = 5_000;
const redrawEveryMs = 100;

export class Progress {
  readonly #title: string;
  readonly #total: number;
  readonly #clock: Clock;
  readonly #startedAtMs: number;
  #done = 0;
  #shownAtMs = Number.NEGATIVE_INFINITY;

  constructor(title: string, total: number, clock: Clock) {
    this.#title = title;
    this.#total = total;
    this.#clock = clock;
    this.#startedAtMs = clock.nowMs();
  }

  get elapsedS(): number {
    return (this.#clock.nowMs() - this.#startedAtMs) / 1000;
  }

  step(): void {
    this.#done++;
    const isTerminal = process.stderr.isTTY;
    const nowMs = this.#clock.nowMs();
    const isDue = nowMs - this.#shownAtMs >= (isTerminal ? redrawEveryMs : lineEveryMs);
    if (!isDue && this.#done < this.#total) return;
    this.#shownAtMs = nowMs;
    const filled = Math.round((barWidth * this.#done) / this.#total);
    const bar = '#'.repeat(filled).padEnd(barWidth, '.');
    const rate = Math.round(this.#done / Math.max(this.elapsedS, 0.001));
    const line = `${this.#title} [${bar}] ${this.#done}/${this.#total}  ${rate}/s`;
    const end = this.#done === this.#total ? '\n' : '';
    process.stderr.write(isTerminal ? `\r${line}${end}` : `${line}\n`);
  }
}
