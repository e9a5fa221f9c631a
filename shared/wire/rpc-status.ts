/**
 * google.rpc.Status with its standard details, as carried in the `grpc-status-details-bin`
 * trailer (AIP-193). The message types are declared here by field number, for the few fields we
 * use, since no package we depend on ships them.
 */
import protobuf from 'protobufjs';
import { isErrorReason } from '../errors/error-catalogue.ts';
import { type FieldViolation, IsopodError } from '../errors/isopod-error.ts';
import { durationFromUs, durationToUs, type WireDuration } from './duration.ts';

/** The domain of our reasons in google.rpc.ErrorInfo. */
export const errorDomain = 'isopod.v1';
export const statusDetailsKey = 'grpc-status-details-bin';

const types = protobuf.parse(`
  syntax = "proto3";
  package google.rpc;
  message Any { string type_url = 1; bytes value = 2; }
  message Status { int32 code = 1; string message = 2; repeated Any details = 3; }
  message ErrorInfo { string reason = 1; string domain = 2; }
  message BadRequest {
    message FieldViolation { string field = 1; string description = 2; }
    repeated FieldViolation field_violations = 1;
  }
  message Duration { int64 seconds = 1; int32 nanos = 2; }
  message RetryInfo { Duration retry_delay = 1; }
`).root;

type DetailName = 'ErrorInfo' | 'BadRequest' | 'RetryInfo';
type WireAny = { typeUrl: string; value: Uint8Array };

/** Encodes an error for the trailer. */
export function encodeStatusDetails(error: IsopodError): Buffer {
  const details = [packDetail('ErrorInfo', { reason: error.reason, domain: errorDomain })];
  if (error.fieldViolations.length > 0)
    details.push(packDetail('BadRequest', { fieldViolations: error.fieldViolations }));
  if (error.retryAfterMs !== undefined)
    details.push(
      packDetail('RetryInfo', { retryDelay: durationFromUs(error.retryAfterMs * 1000) }),
    );
  const status = { code: error.statusCode, message: error.message, details };
  return encode('Status', status);
}

/** Reads an error from a trailer; undefined where it holds none of ours. */
export function decodeStatusDetails(bytes: Uint8Array): IsopodError | undefined {
  const status = decode<{ message: string; details?: WireAny[] }>('Status', bytes);
  const info = findDetail<{ reason: string; domain: string }>(status.details, 'ErrorInfo');
  if (info?.domain !== errorDomain || !isErrorReason(info.reason)) return undefined;
  const badRequest = findDetail<{ fieldViolations?: FieldViolation[] }>(
    status.details,
    'BadRequest',
  );
  const retry = findDetail<{ retryDelay?: WireDuration }>(status.details, 'RetryInfo');
  return new IsopodError(info.reason, status.message, {
    fieldViolations: badRequest?.fieldViolations ?? [],
    ...(retry?.retryDelay ? { retryAfterMs: durationToUs(retry.retryDelay) / 1000 } : {}),
  });
}

function packDetail(name: DetailName, value: object): WireAny {
  return { typeUrl: `type.googleapis.com/google.rpc.${name}`, value: encode(name, value) };
}

function findDetail<T>(details: WireAny[] | undefined, name: DetailName): T | undefined {
  const found = details?.find((any) => any.typeUrl === `type.googleapis.com/google.rpc.${name}`);
  return found && decode<T>(name, found.value);
}

function encode(name: string, value: object): Buffer {
  const type = types.lookupType(`google.rpc.${name}`);
  return Buffer.from(type.encode(type.fromObject(value)).finish());
}

function decode<T>(name: string, bytes: Uint8Array): T {
  const type = types.lookupType(`google.rpc.${name}`);
  return type.toObject(type.decode(bytes), { longs: Number, defaults: true }) as T;
}
