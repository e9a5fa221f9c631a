import { readdirSync } from 'node:fs';
import { loadSync, type MessageTypeDefinition } from '@grpc/proto-loader';
import fc from 'fast-check';
import protobuf from 'protobufjs';
import { expect, test } from 'vitest';
import { wireCodecs } from '../../../../shared/generated/wire-codecs.ts';
import { loaderOptions } from '../../../../shared/wire/loader-options.ts';
import { WireError } from '../../../../shared/wire/wire-error.ts';
import { arbitraryMessage } from '../../../support/arbitrary-message.ts';

const files = readdirSync('proto/isopod/v1')
  .filter((name) => name.endsWith('_service.proto'))
  .map((name) => `isopod/v1/${name}`);
const loaded = loadSync(files, { ...loaderOptions, includeDirs: ['proto'] });
const root = new protobuf.Root();
root.resolvePath = (_origin, target) => (target.startsWith('google/') ? target : `proto/${target}`);
root.loadSync(files).resolveAll();

const messages = Object.entries(wireCodecs).map(([name, codec]) => ({
  name,
  codec,
  loader: loaded[`isopod.v1.${name}`] as MessageTypeDefinition<object, object>,
  arbitrary: arbitraryMessage(root.lookupType(`isopod.v1.${name}`)),
}));

test('there is a codec for every message that services exchange', () => {
  expect(Object.keys(wireCodecs)).toEqual(
    expect.arrayContaining(['ExecuteStreamRequest', 'ExecuteResponse', 'RunStart', 'RunEnded']),
  );
});

test.each(messages)(
  '$name is written so that proto-loader reads what it would have written',
  ({ codec, loader, arbitrary }) => {
    fc.assert(
      fc.property(arbitrary, (message) => {
        const ours = loader.deserialize(codec.encode(message));
        expect(ours).toEqual(loader.deserialize(loader.serialize(message)));
      }),
    );
  },
);

test.each(messages)('$name is read as proto-loader reads it', ({ codec, loader, arbitrary }) => {
  fc.assert(
    fc.property(arbitrary, (message) => {
      const bytes = loader.serialize(message);
      const theirs = loader.deserialize(bytes);
      // They also name the member of a oneof that is set, which nobody here asks for.
      expect(theirs).toMatchObject(withoutAbsent(codec.decode(bytes)));
      expect(codec.encode(codec.decode(bytes))).toEqual(codec.encode(theirs));
    }),
  );
});

test.each(messages)(
  '$name that is cut off or garbled is read as something, or refused',
  ({ codec, arbitrary }) => {
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255), cutTo: fc.nat() });
    fc.assert(
      fc.property(arbitrary, change, (message, { at, byte, cutTo }) => {
        const bytes = codec.encode(message);
        if (bytes.length === 0) return;
        bytes[at % bytes.length] = byte;
        const cut = bytes.subarray(0, 1 + (cutTo % bytes.length));
        expect(problemOf(() => codec.decode(cut))).toSatisfy(isNothingOrWireError);
      }),
    );
  },
);

/** They leave out what was not sent; ours keeps its place. */
function withoutAbsent(value: unknown): object {
  if (Array.isArray(value)) return value.map((item) => withoutAbsent(item));
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value as object;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) =>
      field === undefined ? [] : [[name, withoutAbsent(field)]],
    ),
  );
}

function problemOf(decode: () => object): unknown {
  try {
    decode();
    return undefined;
  } catch (error) {
    return error;
  }
}

function isNothingOrWireError(problem: unknown): boolean {
  return problem === undefined || problem instanceof WireError;
}
