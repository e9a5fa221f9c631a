import { expect, test } from 'vitest';
import { SentStdin, type StdinSource } from '../../../../client/sdk/stdin.ts';
import { stdinAheadBytesMax } from '../../../../shared/execution/stdin.ts';

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function sent(source: StdinSource): {
  readonly stdin: SentStdin;
  readonly texts: string[];
  readonly ends: true[];
  readonly failures: unknown[];
} {
  const [texts, ends, failures]: [string[], true[], unknown[]] = [[], [], []];
  const stdin = new SentStdin(source, {
    send: (text, isEnd) => void (isEnd ? ends.push(true) : texts.push(text)),
    failed: (thrown) => failures.push(thrown),
  });
  return { stdin, texts, ends, failures };
}

test('SentStdin sends what its source gives, then the end', async () => {
  async function* slowly(): AsyncGenerator<string> {
    yield 'c\n';
    await nextTurn();
    yield 'd';
  }
  for (const [source, expected] of [
    ['a\nb', ['a\nb']],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [slowly(), ['c\n', 'd']],
  ] as const) {
    const { texts, ends } = sent(source);
    await nextTurn();
    await nextTurn();
    expect([texts, ends]).toEqual([expected, [true]]);
  }
});

test('SentStdin is never further ahead than it may, and cuts no character', async () => {
  const whole = `a${'😀'.repeat(stdinAheadBytesMax / 2)}`;
  const { stdin, texts, ends } = sent(whole);
  await nextTurn();
  const ahead = (): number => Buffer.byteLength(texts.join(''));
  expect(ahead()).toBeLessThanOrEqual(stdinAheadBytesMax);
  expect([texts.length > 1, ends]).toEqual([true, []]);
  for (let taken = 0; ends.length === 0; ) {
    const now = ahead();
    stdin.taken(now - taken);
    taken = now;
    await nextTurn();
    expect(ahead() - taken).toBeLessThanOrEqual(stdinAheadBytesMax);
  }
  expect(texts.join('')).toBe(whole);
  expect(texts.every((text) => text.isWellFormed())).toBe(true);
});

test('SentStdin says when its source throws, and nothing once the run is over', async () => {
  function* broken(): Generator<string> {
    yield 'a';
    throw new Error('mine');
  }
  const first = sent(broken());
  await nextTurn();
  expect(first.failures).toMatchObject([{ message: 'mine' }]);
  const second = sent(broken());
  second.stdin.end();
  await nextTurn();
  expect([second.texts, second.ends, second.failures]).toEqual([[], [], []]);
});
