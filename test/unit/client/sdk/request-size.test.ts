import { expect, test } from 'vitest';
import { requestChars, tooLarge } from '../../../../client/sdk/request-size.ts';

test('requestChars counts the modules, bytes as they are sent', () => {
  const source = 'x'.repeat(100);
  expect(requestChars({ source, inputJson: '1' })).toBe(101);
  const modules = {
    'a.js': 'y'.repeat(50),
    b: new Uint8Array(30),
    c: { kind: 'JSON', text: '{}' },
  };
  const chars = requestChars({ source, modules } as Parameters<typeof requestChars>[0]);
  expect(chars).toBeGreaterThanOrEqual(100 + 4 + 50 + 1 + 40 + 1 + 2);
  expect(chars).toBeLessThan(400);
});

test('tooLarge refuses a request whose modules do not fit into a message', () => {
  const bytesMax = 20_000;
  expect(tooLarge({ source: '1', modules: { 'a.js': 'x'.repeat(10_000) } }, bytesMax)).toBe(
    undefined,
  );
  const refusal = tooLarge({ source: '1', modules: { 'a.js': 'é'.repeat(10_000) } }, bytesMax);
  expect(refusal?.fieldViolations[0]?.field).toBe('source');
  const bytes = tooLarge({ source: '1', modules: { a: new Uint8Array(15_000) } }, bytesMax);
  expect(bytes?.reason).toBe('INVALID_EXECUTION');
});
