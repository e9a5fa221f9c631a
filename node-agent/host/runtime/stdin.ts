/**
 * `stdin`: what the run's client sends while it runs, in lines or as one text. More is asked for when
 * a reader needs it, as a call out of the sandbox, so a run that waits for it is parked; readers
 * take turns. Without a client that sends anything it is at its end.
 */
import { readMore } from './host-calls.ts';
import { asyncIterator, charCodeAt, freeze, indexOf, slice } from './intrinsics.ts';

const state = {
  __proto__: null,
  isEnded: true,
  /** Has come and was not read. */
  rest: '',
  /** Of the reader before: it comes first. */
  turn: undefined as Promise<unknown> | undefined,
};

export function beginStdin(isThere: boolean): void {
  state.isEnded = !isThere;
  state.rest = '';
  state.turn = undefined;
}

export const stdin = freeze({
  __proto__: null,
  /** The next line, without its line break; null at the end. */
  readLine: (): Promise<string | null> => inTurn(nextLine),
  /** All that is left. */
  text: (): Promise<string> => inTurn(allText),
  [asyncIterator]: lines,
});

function lines(): object {
  return freeze({
    __proto__: null,
    next: async (): Promise<object> => {
      const line = await inTurn(nextLine);
      return line === null ? { value: undefined, done: true } : { value: line, done: false };
    },
    return: async (): Promise<object> => ({ value: undefined, done: true }),
    [asyncIterator](this: unknown) {
      return this;
    },
  });
}

function inTurn<Result>(read: () => Promise<Result>): Promise<Result> {
  const mine = after(state.turn, read);
  state.turn = mine;
  return mine;
}

async function after<Result>(
  before: Promise<unknown> | undefined,
  read: () => Promise<Result>,
): Promise<Result> {
  try {
    await before;
  } catch {
    // Its own reader hears of it.
  }
  return read();
}

async function nextLine(): Promise<string | null> {
  let line = '';
  for (;;) {
    const { rest } = state;
    const end = indexOf(rest, '\n');
    if (end !== -1) {
      state.rest = slice(rest, end + 1);
      return withoutReturn(line + slice(rest, 0, end));
    }
    line += rest;
    state.rest = '';
    if (!(await fill())) return line === '' ? null : line;
  }
}

async function allText(): Promise<string> {
  let text = '';
  do {
    text += state.rest;
    state.rest = '';
  } while (await fill());
  return text;
}

/** False at the end. */
async function fill(): Promise<boolean> {
  if (state.isEnded) return false;
  const more = await readMore();
  if (typeof more === 'string') state.rest = more;
  else state.isEnded = true;
  return !state.isEnded;
}

const carriageReturn = 13;

function withoutReturn(line: string): string {
  const last = line.length - 1;
  return last >= 0 && charCodeAt(line, last) === carriageReturn ? slice(line, 0, last) : line;
}
