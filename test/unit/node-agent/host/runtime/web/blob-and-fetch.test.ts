import { expect, test } from 'vitest';
import { runInGuestWorld } from '../../../../../support/guest-world.ts';

test('a form with a file comes back from a body as it went in', async () => {
  const { result } = await runInGuestWorld(`(async () => {
    const form = new FormData();
    form.append('text', 'a\\r\\nb');
    form.append('file', new File(['--x\\r\\n\\r\\n'], 'n"a.txt', { type: 'text/x' }));
    const read = await new Request('http://a/', { method: 'POST', body: form }).formData();
    const file = read.get('file');
    return [read.get('text'), file.name, file.type, await file.text()];
  })()`);
  expect(result).toEqual(['a\r\nb', 'n"a.txt', 'text/x', '--x\r\n\r\n']);
});

test('a body is read once, and a clone once more', async () => {
  const { result } = await runInGuestWorld(`(async () => {
    const stream = new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode('hi')); c.close(); } });
    const response = new Response(stream);
    const clone = response.clone();
    const texts = [await response.text(), await clone.text(), response.bodyUsed];
    return [...texts, await response.text().catch((error) => error.name)];
  })()`);
  expect(result).toEqual(['hi', 'hi', true, 'TypeError']);
});

test('Headers sorts, joins, and keeps cookies apart', async () => {
  const { result } = await runInGuestWorld(`
    const headers = new Headers([['B', '1'], ['a', '2'], ['b', '3']]);
    headers.append('set-cookie', 'x'); headers.append('Set-Cookie', 'y');
    let refused; try { headers.set('a\\n', 'b'); } catch (error) { refused = error.name; }
    [[...headers], headers.getSetCookie(), refused];`);
  const cookies = [
    ['set-cookie', 'x'],
    ['set-cookie', 'y'],
  ];
  expect(result).toEqual([[['a', '2'], ['b', '1, 3'], ...cookies], ['x', 'y'], 'TypeError']);
});

test('a Blob’s slices and stream give its bytes', async () => {
  const { result } = await runInGuestWorld(`(async () => {
    const blob = new Blob(['héllo', new Uint8Array([33])], { type: 'Text/Plain' });
    let length = 0;
    for await (const chunk of blob.stream()) length += chunk.length;
    return [blob.size, blob.type, await blob.slice(-1).text(), length];
  })()`);
  expect(result).toEqual([7, 'text/plain', '!', 7]);
});

test('text goes through streams in pieces', async () => {
  const { result } = await runInGuestWorld(`(async () => {
    const decoder = new TextDecoderStream();
    const writer = decoder.writable.getWriter();
    for (const byte of new TextEncoder().encode('€😀')) void writer.write(new Uint8Array([byte]));
    void writer.close();
    return (await Array.fromAsync(decoder.readable)).join('');
  })()`);
  expect(result).toBe('€😀');
});
