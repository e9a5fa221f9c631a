/** A service as grpc-js takes it, of the table and the codecs generated for it. */
import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import { wireCodecs } from '../generated/wire-codecs.ts';
import { type WireMethod, wireServices } from '../generated/wire-services.ts';
import { EncodedMessage } from './encoded-message.ts';

export function serviceDefinition(name: keyof typeof wireServices): ServiceDefinition {
  const methods: readonly WireMethod[] = wireServices[name];
  return Object.fromEntries(methods.map((method) => [method.name, methodDefinition(method)]));
}

function methodDefinition(method: WireMethod): MethodDefinition<object, object> {
  const { name, path, requestStream, responseStream } = method;
  const request = codecOf(method.request);
  const response = codecOf(method.response);
  return {
    path,
    requestStream,
    responseStream,
    requestSerialize: request.encode,
    requestDeserialize: request.decode,
    responseSerialize: (message) =>
      message instanceof EncodedMessage ? message.bytes : response.encode(message),
    responseDeserialize: response.decode,
    // The name under which clients and handlers have it, by proto-loader's habit.
    originalName: name.charAt(0).toLowerCase() + name.slice(1),
  };
}

function codecOf(name: string): (typeof wireCodecs)[string] {
  const codec = wireCodecs[name];
  if (!codec) throw new Error(`could not load the protocol: no codec for message ${name}`);
  return codec;
}
