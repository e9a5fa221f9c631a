import { fileURLToPath } from 'node:url';
import { loadSync, type MessageTypeDefinition } from '@grpc/proto-loader';
import { expect, test } from 'vitest';
import { encodeOrcaLoadReport, readOrcaInterval } from '../../../../shared/wire/orca-codec.ts';

const protoFolder = fileURLToPath(
  new URL('../../../../node_modules/@grpc/grpc-js/proto/', import.meta.url),
);

/** The protocol as those have it who made it. */
const loaded = loadSync('xds/service/orca/v3/orca.proto', {
  keepCase: true,
  defaults: true,
  includeDirs: [`${protoFolder}/xds`, `${protoFolder}/protoc-gen-validate`],
});

function messageType(name: string): MessageTypeDefinition<object, object> {
  return loaded[name] as unknown as MessageTypeDefinition<object, object>;
}

test('a load report reads as what ORCA says it is', () => {
  const encoded = encodeOrcaLoadReport({
    cpuUtilization: 0.5,
    applicationUtilization: 1.25,
    queries: 1_000.5,
    errors: 2,
  });
  expect(messageType('xds.data.orca.v3.OrcaLoadReport').deserialize(encoded)).toMatchObject({
    cpu_utilization: 0.5,
    application_utilization: 1.25,
    rps_fractional: 1_000.5,
    eps: 2,
  });
});

test('readOrcaInterval reads how often reports are asked for', () => {
  const { serialize } = messageType('xds.service.orca.v3.OrcaLoadReportRequest');
  const request = {
    report_interval: { seconds: 2, nanos: 500_000_000 },
    request_cost_names: ['a'],
  };
  expect(readOrcaInterval(serialize(request))).toBe(2_500);
  expect(readOrcaInterval(serialize({}))).toBe(0);
  expect(() => readOrcaInterval(Buffer.from([0x0a, 0x7f]))).toThrow('Could not read a message');
});
