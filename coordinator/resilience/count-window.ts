/** The last so many calls, whenever they were: a ring of bits. */
import type { CallWindow } from '../../shared/resilience/call-window.ts';

const faultBit = 1;
const slowBit = 2;

export class CountWindow implements CallWindow {
  readonly #ring: Uint8Array;
  #next = 0;
  #calls = 0;
  #faults = 0;
  #slow = 0;

  constructor(callsMax: number) {
    this.#ring = new Uint8Array(callsMax);
  }

  get calls(): number {
    return this.#calls;
  }

  get faults(): number {
    return this.#faults;
  }

  get slow(): number {
    return this.#slow;
  }

  record(isFault: boolean, isSlow: boolean): void {
    if (this.#calls === this.#ring.length) this.#forget(this.#ring[this.#next] ?? 0);
    else this.#calls++;
    this.#ring[this.#next] = (isFault ? faultBit : 0) | (isSlow ? slowBit : 0);
    if (isFault) this.#faults++;
    if (isSlow) this.#slow++;
    this.#next = this.#next + 1 === this.#ring.length ? 0 : this.#next + 1;
  }

  /** Age does not matter here. */
  advance(): void {}

  clear(): void {
    this.#next = 0;
    this.#calls = 0;
    this.#faults = 0;
    this.#slow = 0;
  }

  #forget(call: number): void {
    if (call & faultBit) this.#faults--;
    if (call & slowBit) this.#slow--;
  }
}
