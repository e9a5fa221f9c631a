import { expect, test } from 'vitest';
import { MarkTable } from '../../../../coordinator/cache/mark-table.ts';

test('MarkTable finds what was asked for before one of its marks was raised', () => {
  const table = new MarkTable();
  const before = table.sequence;
  table.raise('t:users:admin');
  expect(table.covers(['t:users:admin', 'n:users'], before)).toBe(false);
  expect(table.covers(['t:users:guest', 'n:users'], before)).toBe(true);
  expect(table.covers(['t:users:admin'], table.sequence)).toBe(true);
});

test('MarkTable remembers of an entry that it was current', () => {
  const table = new MarkTable();
  const entry = { marks: ['n:users'], sequence: table.sequence };
  table.raise('n:others');
  expect(table.isCurrent(entry)).toBe(true);
  expect(entry.sequence).toBe(table.sequence);
  table.raise('n:users');
  expect(table.isCurrent(entry)).toBe(false);
});

test('MarkTable calls everything before a gap out of date', () => {
  const table = new MarkTable();
  const before = table.sequence;
  table.raiseAll();
  expect(table.covers([], before)).toBe(false);
  expect(table.covers([], table.sequence)).toBe(true);
});

test('MarkTable forgets marks rather than grow, and with them what was filled before', () => {
  const table = new MarkTable();
  table.raise('the first');
  const after = table.sequence;
  for (let n = 0; n < 20_000; n++) table.raise(`another ${n}`);
  expect(table.covers(['unrelated'], after)).toBe(false);
  expect(table.covers(['unrelated'], table.sequence)).toBe(true);
});
