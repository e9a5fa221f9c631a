/** Gives services the codecs generated for their messages in place of proto-loader's. */
import type { MethodDefinition, PackageDefinition, ServiceDefinition } from '@grpc/proto-loader';
import { wireCodecs } from '../generated/wire-codecs.ts';

/** Throws where a method has a message without a codec: what is generated is out of date. */
export function withWireCodecs(definition: PackageDefinition): PackageDefinition {
  return Object.fromEntries(
    Object.entries(definition).map(([name, item]) => [
      name,
      'format' in item ? item : serviceWithCodecs(item),
    ]),
  );
}

function serviceWithCodecs(service: ServiceDefinition): ServiceDefinition {
  return Object.fromEntries(
    Object.entries(service).map(([name, method]) => [name, methodWithCodecs(method)]),
  );
}

function methodWithCodecs(method: MethodDefinition<object, object>): typeof method {
  const request = codecOf(method.requestType);
  const response = codecOf(method.responseType);
  return {
    ...method,
    requestSerialize: request.encode,
    requestDeserialize: request.decode,
    responseSerialize: response.encode,
    responseDeserialize: response.decode,
  };
}

function codecOf({ type }: { type: object }): (typeof wireCodecs)[string] {
  const name = 'name' in type ? String(type.name) : '';
  const codec = wireCodecs[name];
  if (!codec) throw new Error(`could not load the protocol: no codec for message ${name}`);
  return codec;
}
