/** Protocol messages with arbitrary contents, as they are given to be sent, for property tests. */
import fc from 'fast-check';
import protobuf from 'protobufjs';

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const scalars: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  uint32: fc.oneof(fc.nat(200), fc.integer({ min: 0, max: 2 ** 32 - 1 })),
  int32: fc.oneof(fc.nat(200), int32),
  int64: fc.oneof(fc.nat(200), fc.maxSafeInteger()),
  bool: fc.boolean(),
  // There is no telling 0 from -0, as it is not sent.
  double: fc.double({ noNaN: true }).map((number) => number || 0),
  bytes: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  string: fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    // About where a length takes another byte, in characters and in bytes.
    fc.integer({ min: 40, max: 130 }).map((length) => 'é'.repeat(length)),
    fc.integer({ min: 120, max: 135 }).map((length) => 'x'.repeat(length)),
    fc.integer({ min: 16_380, max: 16_390 }).map((length) => 'x'.repeat(length)),
  ),
};

/** Of a oneof at most one member is set; any field may be missing. */
export function arbitraryMessage(type: protobuf.Type): fc.Arbitrary<object> {
  const alone = type.fieldsArray.filter(({ partOf }) => !partOf || partOf.oneof.length === 1);
  const message = fc.record(
    Object.fromEntries(alone.map((field) => [field.name, arbitraryField(field)])),
    { requiredKeys: [] },
  );
  const choices = type.oneofsArray
    .filter(({ oneof }) => oneof.length > 1)
    .map(({ fieldsArray }) =>
      fc.oneof(
        fc.constant({}),
        ...fieldsArray.map((field) =>
          arbitraryField(field).map((value) => ({ [field.name]: value })),
        ),
      ),
    );
  return fc.tuple(message, ...choices).map((parts) => Object.assign({}, ...parts) as object);
}

function arbitraryField(field: protobuf.Field): fc.Arbitrary<unknown> {
  const one = arbitraryValue(field);
  return field.repeated ? fc.array(one, { maxLength: 4 }) : one;
}

function arbitraryValue({ resolvedType, type }: protobuf.Field): fc.Arbitrary<unknown> {
  if (resolvedType instanceof protobuf.Type) return arbitraryMessage(resolvedType);
  if (resolvedType instanceof protobuf.Enum)
    return fc.constantFrom(...Object.keys(resolvedType.values), 99);
  return scalars[type] ?? fc.constant(undefined);
}
