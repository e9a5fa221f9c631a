/** The code that reads and writes one field, for generate-wire-codecs.ts. */
import protobuf from 'protobufjs';

const wireTypes = { varint: 0, fixed64: 1, lengthDelimited: 2 };
/** The protocol has no others; one that it gets must be added here, and to reader and writer. */
const scalars: Readonly<Record<string, { readonly wireType: number; readonly initial: string }>> = {
  uint32: { wireType: wireTypes.varint, initial: '0' },
  int32: { wireType: wireTypes.varint, initial: '0' },
  int64: { wireType: wireTypes.varint, initial: '0' },
  bool: { wireType: wireTypes.varint, initial: 'false' },
  double: { wireType: wireTypes.fixed64, initial: '0' },
  string: { wireType: wireTypes.lengthDelimited, initial: "''" },
  // Optional ones only.
  bytes: { wireType: wireTypes.lengthDelimited, initial: 'absent' },
};

/** What a field holds that was not sent. */
export function initialValue(field: protobuf.Field): string {
  if (field.repeated) return '[]';
  if (field.partOf) return 'absent';
  const { resolvedType } = field;
  if (resolvedType instanceof protobuf.Type) return 'null';
  if (resolvedType instanceof protobuf.Enum) return `'${resolvedType.valuesById[0]}'`;
  return scalarOf(field).initial;
}

export function fieldWriter(field: protobuf.Field): string {
  const { name, resolvedType } = field;
  const value = `m.${name}`;
  if (field.repeated) return repeatedWriter(field);
  if (resolvedType instanceof protobuf.Type)
    return `  if (${value} != null) {\n${messageWriter(field, resolvedType, value, '    ')}\n  }`;
  if (resolvedType instanceof protobuf.Enum) {
    const local = `${name}Number`;
    const presence = field.partOf ? `${local} !== undefined` : local;
    return [
      `  const ${local} = typeof ${value} === 'string' ? numbersOf${resolvedType.name}[${value}] : ${value};`,
      `  if (${presence}) w.int32(${tagOf(field)}, ${local});`,
    ].join('\n');
  }
  if (field.partOf)
    return `  if (${value} != null) w.${field.type}(${tagOf(field)}, ${givenAs(field, value)});`;
  if (field.type === 'bytes') throw unsupported(field);
  if (!givenAsOthers.includes(field.type))
    return `  if (${value}) w.${field.type}(${tagOf(field)}, ${value});`;
  return [
    `  const ${name}Number = Number(${value} ?? 0);`,
    `  if (${name}Number) w.${field.type}(${tagOf(field)}, ${name}Number);`,
  ].join('\n');
}

/** By their types they may also be text, or an int64 a Long. */
const givenAsOthers: readonly string[] = ['int64', 'double'];

/** Of bytes, nobody here gives base64. */
function givenAs({ type }: protobuf.Field, value: string): string {
  if (type === 'bytes') return `${value} as Uint8Array`;
  return givenAsOthers.includes(type) ? `Number(${value})` : value;
}

function repeatedWriter(field: protobuf.Field): string {
  const { name, resolvedType } = field;
  if (resolvedType instanceof protobuf.Type)
    return [
      `  if (m.${name} != null)`,
      `    for (const item of m.${name}) {`,
      messageWriter(field, resolvedType, 'item', '      '),
      '    }',
    ].join('\n');
  if (field.type === 'string')
    return `  if (m.${name} != null) for (const item of m.${name}) w.string(${tagOf(field)}, item);`;
  if (field.type !== 'uint32') throw unsupported(field);
  return [
    `  if (m.${name} != null && m.${name}.length > 0) {`,
    `    const start = w.begin(${tagOf(field)}, 1);`,
    `    for (const item of m.${name}) w.packedUint32(item);`,
    '    w.end(start, 1);',
    '  }',
  ].join('\n');
}

function messageWriter(
  field: protobuf.Field,
  type: protobuf.Type,
  value: string,
  indent: string,
): string {
  // Of numbers only, a message is short; with texts or messages in it, probably not.
  const isShort = type.fieldsArray.every(
    ({ type: scalar }) => scalars[scalar]?.wireType === wireTypes.varint,
  );
  const width = isShort ? 1 : 2;
  return [
    `${indent}const start = w.begin(${tagOf(field)}, ${width});`,
    `${indent}write${type.name}(w, ${value});`,
    `${indent}w.end(start, ${width});`,
  ].join('\n');
}

/** Its cases of the switch over tags. */
export function fieldReader(field: protobuf.Field): string {
  const { name, resolvedType, partOf } = field;
  const lines: string[] = [];
  if (resolvedType instanceof protobuf.Type) {
    const read = `read${resolvedType.name}(r)`;
    lines.push(
      'const outerEnd = r.enter();',
      field.repeated ? `m.${name}.push(${read});` : `m.${name} = ${read};`,
      'r.leave(outerEnd);',
    );
  } else if (resolvedType instanceof protobuf.Enum) {
    // One that this version does not know stays a number, as with proto-loader.
    const read = `const number = r.int32();`;
    lines.push(read, `m.${name} = namesOf${resolvedType.name}[number] ?? (number as never);`);
  } else {
    const read = field.type === 'bytes' ? 'r.ownBytes()' : `r.${field.type}()`;
    lines.push(field.repeated ? `m.${name}.push(${read});` : `m.${name} = ${read};`);
  }
  for (const sibling of partOf?.oneof ?? [])
    if (sibling !== name) lines.push(`m.${sibling} = absent;`);
  const packed = field.repeated && field.type === 'uint32' ? packedReader(field) : [];
  return [...caseOf(tagOf(field, { isPacked: false }), lines), ...packed].join('\n');
}

function packedReader(field: protobuf.Field): string[] {
  return caseOf(tagOf(field), [
    'const outerEnd = r.enter();',
    `while (r.hasMore) m.${field.name}.push(r.uint32());`,
    'r.leave(outerEnd);',
  ]);
}

function caseOf(tag: number, lines: readonly string[]): string[] {
  return [
    `      case ${tag}: {`,
    ...lines.map((line) => `        ${line}`),
    '        break;',
    '      }',
  ];
}

/** Repeated numbers are written packed, and read either way. */
function tagOf(field: protobuf.Field, { isPacked = field.repeated } = {}): number {
  const { id, resolvedType } = field;
  if (resolvedType instanceof protobuf.Type) return (id << 3) | wireTypes.lengthDelimited;
  const wireType =
    resolvedType instanceof protobuf.Enum ? wireTypes.varint : scalarOf(field).wireType;
  return (id << 3) | (isPacked ? wireTypes.lengthDelimited : wireType);
}

function scalarOf(field: protobuf.Field): (typeof scalars)[string] {
  const scalar = scalars[field.type];
  if (!scalar || field instanceof protobuf.MapField) throw unsupported(field);
  return scalar;
}

function unsupported({ fullName, type }: protobuf.Field): Error {
  return new Error(`could not make a codec for ${fullName}: ${type} is not supported there yet`);
}
