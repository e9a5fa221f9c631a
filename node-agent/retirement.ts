/**
 * The end of an agent by its age: an engine that has not been started anew for weeks lacks what was
 * mended since, and whatever has gone wrong in a process unseen ends with it.
 *
 *   young ──of age──▶ retiring ──every run answered, or patience over──▶ retired
 *     └──dispose────────▲ (told to stop meanwhile, it stops: nobody is told)
 *
 * Nothing presses, as it does after SIGTERM: every run has the time that runs may have at most.
 */
import { limitCeilings, wallUsInAll } from '../shared/execution/limits.ts';
import type { Random } from '../shared/random/random.ts';
import type { Logger } from '../shared/telemetry/logger.ts';
import type { Clock, Timer } from '../shared/time/clock.ts';

interface RetirementParts {
  /** Undefined for never. */
  readonly ageMsMax: number | undefined;
  /** Takes nothing new; resolves when everything is answered, or after `graceMs`. */
  readonly drain: (graceMs: number) => Promise<void>;
  readonly retired: () => void;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Pick<Logger, 'info'>;
}

/** A fleet that was started together does not end together. */
const jitterRatio = 0.1;
const patienceMs = wallUsInAll(limitCeilings) / 1000;

type RetirementState =
  | { readonly name: 'young'; readonly timer: Timer | undefined }
  | { readonly name: 'retiring' | 'over' };

export class Retirement implements Disposable {
  readonly #parts: RetirementParts;
  #state: RetirementState;

  constructor(parts: RetirementParts) {
    this.#parts = parts;
    const { ageMsMax, clock, random } = parts;
    if (ageMsMax === undefined) {
      this.#state = { name: 'young', timer: undefined };
      return;
    }
    const ageMs = ageMsMax * (1 + jitterRatio * (2 * random.next() - 1));
    const timer = clock.setTimer(ageMs, () => void this.#retire(ageMs, ageMsMax));
    this.#state = { name: 'young', timer };
  }

  /** The agent stops. */
  [Symbol.dispose](): void {
    if (this.#state.name === 'young') this.#state.timer?.cancel();
    this.#state = { name: 'over' };
  }

  async #retire(ageMs: number, ageMsMax: number): Promise<void> {
    this.#state = { name: 'retiring' };
    const { drain, retired, logger } = this.#parts;
    const said = { ageMs: Math.round(ageMs), ageMsMax };
    logger.info(said, 'node-agent is of age: it finishes its runs, and ends to be started anew');
    await drain(patienceMs);
    if (this.#state.name !== 'retiring') return;
    this.#state = { name: 'over' };
    retired();
  }
}
