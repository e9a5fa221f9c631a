/**
 * Codecs for the protocol's messages: the same objects that proto-loader reads and writes, with
 * the options of shared/wire, by code that knows each message. proto-loader goes through a second
 * object in each direction and allocates for every field it writes, which was most of what a
 * coordinator did for an execution.
 */
import protobuf from 'protobufjs';
import { servicesOf } from './load-protocol.ts';
import { fieldReader, fieldWriter, initialValue } from './wire-codec-fields.ts';

/** The generated file's text, for all that the services of the package exchange. */
export function generateWireCodecs(protocol: protobuf.Namespace): string {
  const messages = reachableMessages(protocol);
  return `${[
    header,
    ...messages.map(importOf),
    '',
    'interface Codec {',
    '  readonly encode: (message: object) => Buffer;',
    '  readonly decode: (bytes: Buffer) => object;',
    '}',
    '',
    '/** The place of a field that was not sent: it keeps objects of one shape. */',
    'const absent = undefined as never;',
    '',
    ...enumsOf(messages).map(enumTables),
    ...messages.flatMap((message) => [writerOf(message), readerOf(message)]),
    codecTable(messages.filter(({ parent }) => parent === protocol)),
  ].join('\n')}\n`;
}

const header = `// Made by tools/generate-wire-codecs.ts. Do not edit.
import { ProtoReader } from '../wire/proto-reader.ts';
import { ProtoWriter } from '../wire/proto-writer.ts';`;

function reachableMessages(protocol: protobuf.Namespace): protobuf.Type[] {
  const found = new Set<protobuf.Type>();
  const visit = (message: protobuf.Type | null): void => {
    if (!message || found.has(message)) return;
    found.add(message);
    for (const { resolvedType } of message.fieldsArray)
      if (resolvedType instanceof protobuf.Type) visit(resolvedType);
  };
  for (const { methodsArray } of servicesOf(protocol))
    for (const { resolvedRequestType, resolvedResponseType } of methodsArray) {
      visit(resolvedRequestType);
      visit(resolvedResponseType);
    }
  return [...found];
}

function enumsOf(messages: readonly protobuf.Type[]): protobuf.Enum[] {
  const types = messages.flatMap(({ fieldsArray }) =>
    fieldsArray.map((field) => field.resolvedType),
  );
  return [...new Set(types.filter((type) => type instanceof protobuf.Enum))];
}

function importOf({ name, fullName }: protobuf.Type): string {
  const path = fullName.slice(1).replaceAll('.', '/');
  return `import type { ${name}, ${name}__Output } from './${path}.ts';`;
}

function enumTables({ name, values }: protobuf.Enum): string {
  const entries = Object.entries(values).toSorted(([, a], [, b]) => a - b);
  // A name's place in the list is its number.
  if (entries.some(([, number], index) => number !== index))
    throw new Error(`could not make a table of enum ${name}: its numbers have gaps`);
  return [
    `const namesOf${name} = [`,
    ...entries.map(([word]) => `  '${word}',`),
    '] as const;',
    `const numbersOf${name}: Record<string, number> = Object.fromEntries(`,
    `  namesOf${name}.map((name, number) => [name, number]),`,
    ');',
    '',
  ].join('\n');
}

function writerOf(message: protobuf.Type): string {
  const { name, fieldsArray } = message;
  return [
    `function write${name}(${fieldsArray.length > 0 ? 'w' : '_w'}: ProtoWriter, ${fieldsArray.length > 0 ? 'm' : '_m'}: ${name}): void {`,
    ...fieldsArray.map(fieldWriter),
    '}',
    '',
  ].join('\n');
}

function readerOf(message: protobuf.Type): string {
  const { name, fieldsArray } = message;
  return [
    `function read${name}(r: ProtoReader): ${name}__Output {`,
    `  const m: ${name}__Output = {`,
    ...fieldsArray.map((field) => `    ${field.name}: ${initialValue(field)},`),
    '  };',
    '  while (r.hasMore) {',
    '    const tag = r.uint32();',
    '    switch (tag) {',
    ...fieldsArray.map(fieldReader),
    '      default:',
    '        r.skip(tag);',
    '    }',
    '  }',
    '  return m;',
    '}',
    '',
  ].join('\n');
}

function codecTable(messages: readonly protobuf.Type[]): string {
  return [
    'const writer = new ProtoWriter();',
    '',
    '/** By the name of the message, within its package. */',
    'export const wireCodecs: Readonly<Record<string, Codec>> = {',
    ...messages.map(({ name }) =>
      [
        `  ${name}: {`,
        '    encode: (message) => {',
        '      writer.start();',
        `      write${name}(writer, message);`,
        '      return writer.finish();',
        '    },',
        `    decode: (bytes) => read${name}(new ProtoReader(bytes)),`,
        '  },',
      ].join('\n'),
    ),
    '};',
  ].join('\n');
}
