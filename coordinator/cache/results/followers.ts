/**
 * Callers who wait for a run that another's execution began. They are in no queue, so what they hold
 * has a bound here; who comes beyond it is run for itself, and the queue has its own.
 */
import { programChars } from '../../../shared/execution/program-size.ts';
import type { ResultRun } from './result-run.ts';

export const followersMax = 10_000;
/** Of their programs and inputs. */
const charsMax = 128 * 2 ** 20;

export class Followers {
  #count = 0;
  #chars = 0;

  /** Until it is answered. False where there are too many. */
  add(run: ResultRun): boolean {
    const { program, inputJson, inputBytes } = run.execution;
    const chars = programChars(program) + (inputJson ?? inputBytes ?? '').length;
    if (this.#count >= followersMax || this.#chars + chars > charsMax) return false;
    this.#count++;
    this.#chars += chars;
    run.whenAnswered = () => {
      this.#count--;
      this.#chars -= chars;
    };
    return true;
  }
}
