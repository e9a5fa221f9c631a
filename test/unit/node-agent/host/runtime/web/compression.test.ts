import { expect, test } from 'vitest';
import { runInGuestWorld } from '../../../../../support/guest-world.ts';

const unfold = `
  const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());`;

test('what CompressionStream folds, DecompressionStream unfolds', async () => {
  const { result } = await runInGuestWorld(`${unfold}
    Promise.all(['gzip', 'deflate', 'deflate-raw'].map(async (format) => {
      const folded = await through('hello '.repeat(50_000), new CompressionStream(format));
      const unfolded = await through(folded, new DecompressionStream(format));
      return [folded.length < 2_000, unfolded.length];
    }))`);
  expect(result).toEqual(Array.from({ length: 3 }, () => [true, 300_000]));
});

test('DecompressionStream refuses what is cut short, goes on after its end, or is damaged', async () => {
  const { result } = await runInGuestWorld(`${unfold}
    (async () => {
      const folded = await through('hello', new CompressionStream('gzip'));
      const damaged = folded.with(folded.length - 6, folded[folded.length - 6] ^ 1);
      const odd = [folded.slice(0, -1), new Uint8Array([...folded, 0]), damaged, new Uint8Array([1, 2, 3])];
      return Promise.all(odd.map((bytes) => through(bytes, new DecompressionStream('gzip')).then(() => 'read', (error) => error.name)));
    })()`);
  expect(result).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
});
