import { expect, test } from 'vitest';
import * as enums from '../../../../shared/wire/enums.ts';
import { loadForReflection } from '../../../../shared/wire/load-for-reflection.ts';
import { wireEnum } from '../../../../shared/wire/wire-enum.ts';

const sizes = wireEnum('SIZE', ['SMALL', 'LARGE']);

test('wireEnum puts the prefix before each word and takes it off again', () => {
  expect(sizes.toWire('LARGE')).toBe('SIZE_LARGE');
  expect(sizes.fromWire('SIZE_LARGE')).toBe('LARGE');
});

test('wireEnum knows no word for what is unspecified, missing or a number it does not know', () => {
  for (const wire of ['SIZE_UNSPECIFIED', undefined, 7] as const)
    expect(sizes.fromWire(wire)).toBeUndefined();
});

test('wireEnum tells unspecified from unknown', () => {
  expect(sizes.isUnspecified('SIZE_UNSPECIFIED')).toBe(true);
  expect(sizes.isUnspecified(undefined)).toBe(true);
  expect(sizes.isUnspecified(0)).toBe(true);
  expect(sizes.isUnspecified(7)).toBe(false);
  expect(sizes.isUnspecified('SIZE_SMALL')).toBe(false);
});

/** The words of each table, and the values of the proto's enum of the same name. */
test.each([
  ['OutcomeWord', enums.outcomeWordEnum],
  ['LogLevel', enums.logLevelEnum],
  ['ProgramKind', enums.programKindEnum],
  ['ProgramLanguage', enums.programLanguageEnum],
  ['IsolationLevel', enums.isolationLevelEnum],
  ['RefusalReason', enums.refusalReasonEnum],
])('every value of %s in the proto has its word', (name, table) => {
  const values = protoValues(name);
  expect(values.length).toBeGreaterThan(1);
  const [unspecified, ...named] = values;
  expect(table.isUnspecified(unspecified as never)).toBe(true);
  for (const value of named) {
    const word = table.fromWire(value as never);
    expect(word && table.toWire(word as never)).toBe(value);
  }
});

function protoValues(name: string): string[] {
  const definition = loadForReflection()[`isopod.v1.${name}`] as unknown as {
    readonly type: { readonly value: readonly { readonly name: string }[] };
  };
  return definition.type.value.map((value) => value.name);
}
