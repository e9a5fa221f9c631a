/** How a thing of many parts is laid out, and how many of them are shown. */
import { slice } from './intrinsics.ts';

const entriesMax = 100;
const charsMax = 64 * 1024;
const lineCharsMax = 72;

/** The parts of an array or object, put on one line when they are short, else on one each. */
export class Parts {
  count = 0;
  #oneLine = '';
  #lines = '';

  get isFull(): boolean {
    return this.count >= entriesMax || this.#lines.length > charsMax;
  }

  add(whole: string): void {
    const part = whole.length > charsMax ? `${slice(whole, 0, charsMax)}…` : whole;
    this.#oneLine += this.count === 0 ? part : `, ${part}`;
    this.#lines += `${this.count === 0 ? '' : ',\n'}${indent(part)}`;
    this.count++;
  }

  between(open: string, close: string, total: number): string {
    if (total > this.count) this.add(`... ${total - this.count} more`);
    if (this.count === 0) return open + close;
    if (this.#oneLine.length <= lineCharsMax && !hasNewline(this.#oneLine)) {
      return `${open} ${this.#oneLine} ${close}`;
    }
    return `${open}\n${this.#lines}\n${close}`;
  }
}

function indent(text: string): string {
  let indented = '  ';
  for (let index = 0; index < text.length; index++) {
    const unit = text[index] as string;
    indented += unit === '\n' ? '\n  ' : unit;
  }
  return indented;
}

function hasNewline(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text[index] === '\n') return true;
  return false;
}
