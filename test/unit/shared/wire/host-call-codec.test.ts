import { expect, test } from 'vitest';
import type { FieldViolation } from '../../../../shared/errors/isopod-error.ts';
import { defaultDeterminism } from '../../../../shared/execution/determinism.ts';
import { readToolNames } from '../../../../shared/wire/host-call-codec.ts';

function read(names: readonly string[], isDeterministic = false) {
  const violations: FieldViolation[] = [];
  const determinism = isDeterministic ? defaultDeterminism : undefined;
  return {
    names: readToolNames(names, determinism, violations),
    fields: violations.map(({ field }) => field),
  };
}

test('names that a tool may have are read as they are', () => {
  const names = ['a', 'getWeather', 'get-weather', 'shop.orders_2', 'x'.repeat(64)];
  expect(read(names)).toEqual({ names, fields: [] });
  expect(read([])).toEqual({ names: undefined, fields: [] });
});

test.each(['', '9a', '_a', '__proto__', 'then', 'a b', 'a,b', 'ä', 'x'.repeat(65)])(
  'no tool is called "%s"',
  (name) => {
    expect(read(['a', name]).fields).toEqual(['tool_names[1]']);
  },
);

test('a tool is there once, there are not too many, and none of a deterministic execution', () => {
  expect(read(['a', 'b', 'a']).fields).toEqual(['tool_names[2]']);
  expect(read(Array.from({ length: 129 }, (_, index) => `t${index}`)).fields).toEqual([
    'tool_names',
  ]);
  expect(read(['a'], true).fields).toEqual(['tool_names']);
});
