import { loadSync } from '@grpc/proto-loader';
import { expect, test } from 'vitest';
import { healthService, type ServingStatus } from '../../../../shared/wire/health-service.ts';

interface Method {
  readonly path: string;
  readonly responseStream: boolean;
  readonly requestSerialize: (message: object) => Buffer;
  readonly requestDeserialize: (bytes: Buffer) => object;
  readonly responseSerialize: (message: object) => Buffer;
  readonly responseDeserialize: (bytes: Buffer) => object;
}

const proto = new URL('../../../../proto/grpc/health/v1/health.proto', import.meta.url).pathname;
/** The same, of the .proto file. */
const loaded = loadSync(proto, { enums: String, defaults: true })[
  'grpc.health.v1.Health'
] as Readonly<Record<string, Method>>;

const statuses: readonly ServingStatus[] = ['UNKNOWN', 'SERVING', 'NOT_SERVING', 'SERVICE_UNKNOWN'];

test('healthService has the methods of the .proto file', () => {
  expect(Object.keys(healthService).toSorted()).toEqual(Object.keys(loaded).toSorted());
  for (const [name, { path, responseStream }] of Object.entries(healthService))
    expect(loaded[name]).toMatchObject({ path, responseStream });
});

test.each(['', 'isopod.v1.ExecutionService', 'é'.repeat(100)])(
  'healthService speaks of %j as others do',
  (service) => {
    const { Check } = healthService;
    expect(Check.requestSerialize({ service })).toEqual(
      loaded['Check']?.requestSerialize({ service }),
    );
    const bytes = loaded['Check']?.requestSerialize({ service }) ?? Buffer.alloc(0);
    expect(Check.requestDeserialize(bytes)).toEqual({ service });
  },
);

test.each(statuses)('healthService says %s as others do', (status) => {
  const { Check } = healthService;
  const theirs = loaded['Check']?.responseSerialize({ status }) ?? Buffer.alloc(0);
  expect(Check.responseDeserialize(theirs)).toEqual({ status });
  expect(loaded['Check']?.responseDeserialize(Check.responseSerialize({ status }))).toEqual({
    status,
  });
});

test('healthService lists many services as others do', () => {
  const many = statuses.flatMap((status) =>
    ['', 'a', 'x'.repeat(130)].map((name): [string, ServingStatus] => [`${status}${name}`, status]),
  );
  const { List } = healthService;
  const theirs = { statuses: Object.fromEntries(many.map(([name, status]) => [name, { status }])) };
  const bytes = List.responseSerialize({ statuses: new Map(many) });
  expect(loaded['List']?.responseDeserialize(bytes)).toEqual(theirs);
  const sent = loaded['List']?.responseSerialize(theirs) ?? Buffer.alloc(0);
  expect(new Map(List.responseDeserialize(sent).statuses)).toEqual(new Map(many));
});

test('healthService passes over fields that it does not know', () => {
  const unknown = Buffer.from([0x10, 0x05, 0x0a, 0x01, 0x61]);
  expect(healthService.Check.requestDeserialize(unknown)).toEqual({ service: 'a' });
  expect(healthService.List.requestDeserialize(unknown)).toEqual({});
});
