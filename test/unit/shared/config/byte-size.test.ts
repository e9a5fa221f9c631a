import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesFromText, bytesToText } from '../../../../shared/config/byte-size.ts';

test.each([
  ['1024', 1024],
  ['7B', 7],
  ['64KB', 65_536],
  ['256 mb', 268_435_456],
  ['2Gb', 2_147_483_648],
])('bytesFromText reads %s', (text, bytes) => {
  expect(bytesFromText(text)).toBe(bytes);
});

test.each(['', 'MB', '1.5GB', '-1', '3TB', '1e3', '5 apples'])(
  'bytesFromText refuses "%s"',
  (text) => {
    expect(bytesFromText(text)).toBeUndefined();
  },
);

test('bytesFromText reads back whatever bytesToText writes', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 0, max: 30 }), (amount, shift) => {
      const bytes = amount * 2 ** shift;
      expect(bytesFromText(bytesToText(bytes))).toBe(bytes);
    }),
  );
});
