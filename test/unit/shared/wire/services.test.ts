import { loadSync, type ServiceDefinition } from '@grpc/proto-loader';
import { expect, test } from 'vitest';
import { wireServices } from '../../../../shared/generated/wire-services.ts';
import { loaderOptions } from '../../../../shared/wire/loader-options.ts';
import * as services from '../../../../shared/wire/services.ts';

const files = ['execution', 'node', 'cluster', 'function', 'session', 'tenant'].map(
  (name) => `isopod/v1/${name}_service.proto`,
);
const loaded = loadSync(files, { ...loaderOptions, includeDirs: ['proto'] });

test('there is a client for every service', () => {
  expect(Object.keys(services).toSorted()).toEqual(Object.keys(wireServices).toSorted());
});

test.each(Object.entries(services))(
  '%s has the methods that proto-loader finds in the .proto files',
  (name, { service }) => {
    const wanted = loaded[`isopod.v1.${name}`] as ServiceDefinition;
    expect(Object.keys(service).toSorted()).toEqual(Object.keys(wanted).toSorted());
    for (const [method, definition] of Object.entries(service)) {
      const { path, requestStream, responseStream, originalName } = wanted[method] ?? {};
      expect(definition).toMatchObject({ path, requestStream, responseStream, originalName });
    }
  },
);
