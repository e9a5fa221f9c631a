import { expect, test } from 'vitest';
import { runInGuestWorld } from '../../../../../support/guest-world.ts';

test('URL writes domains as DNS has them, paths and queries percent-encoded', async () => {
  const { result } = await runInGuestWorld(`
    const url = new URL('../b c?q=ü#é', 'https://Bücher.example:443/a/');
    url.searchParams.append('x', 'y z');
    [url.href, URL.canParse('http://a b/'), URL.parse('http://[1/')];`);
  const href = 'https://xn--bcher-kva.example/b%20c?q=%C3%BC&x=y+z#%C3%A9';
  expect(result).toEqual([href, false, null]);
});

test('TextDecoder decodes what TextEncoder encoded, in pieces too', async () => {
  const { result } = await runInGuestWorld(`
    const bytes = new TextEncoder().encode('aü€😀\\ud800');
    const decoder = new TextDecoder();
    let text = '';
    for (const byte of bytes) text += decoder.decode(new Uint8Array([byte]), { stream: true });
    [bytes.length, text + decoder.decode()];`);
  expect(result).toEqual([13, 'aü€😀\ufffd']);
});

test('TextDecoder knows the encodings of the web', async () => {
  const { result } = await runInGuestWorld(`
    const decode = (label, ...bytes) => new TextDecoder(label).decode(new Uint8Array(bytes));
    [decode('shift_jis', 0x82, 0xa0), decode('gbk', 0xc4, 0xe3), decode('latin1', 0x80), decode('utf-16le', 0x61, 0)];`);
  expect(result).toEqual(['あ', '你', '€', 'a']);
});

test('atob takes back what btoa gave', async () => {
  const { result } = await runInGuestWorld(
    `['', 'a', 'ab', 'abc', '\\xff\\x00'].map((text) => [btoa(text), atob(btoa(text)) === text])`,
  );
  expect(result).toEqual([
    ['', true],
    ['YQ==', true],
    ['YWI=', true],
    ['YWJj', true],
    ['/wA=', true],
  ]);
});
