import { expect, test } from 'vitest';
import type { LoadFrame } from '../../../../../node-agent/frames/frame.ts';
import { hostBounds } from '../../../../../node-agent/frames/host-bounds.ts';
import { CodeShelf } from '../../../../../node-agent/host/programs/code-shelf.ts';

const load = (codeId: number, source = ''): LoadFrame => ({
  name: 'load',
  codeId,
  kind: 'SCRIPT',
  language: 'JAVASCRIPT',
  fileName: 'a.js',
  source,
});

test('CodeShelf gives a code by its number until it is dropped', () => {
  const shelf = new CodeShelf();
  shelf.load(load(3));
  expect(shelf.get(3).codeId).toBe(3);
  expect(() => shelf.load(load(3))).toThrow('3 is there already');
  shelf.drop(3);
  shelf.drop(4);
  expect(() => shelf.get(3)).toThrow('not here: 3');
});

test('CodeShelf refuses more codes, and more text, than was agreed', () => {
  const many = new CodeShelf();
  for (let codeId = 1; codeId <= hostBounds.codesMax; codeId++) many.load(load(codeId));
  expect(() => many.load(load(hostBounds.codesMax + 1))).toThrow('1025 codes');
  const large = new CodeShelf();
  const half = 'x'.repeat(hostBounds.codeCharsMax / 2);
  for (let codeId = 1; codeId <= 5; codeId++) {
    large.load(load(codeId, half));
    if (codeId > 1) large.drop(codeId);
  }
  large.load(load(6, half));
  expect(() => large.load(load(7, 'x'))).toThrow('could not be loaded');
  large.clear();
  large.load(load(7, half));
});
