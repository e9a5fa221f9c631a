/** How fetches and their replies lie in frames. */
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import {
  type FetchCall,
  type FetchReply,
  type FetchRequest,
  type FetchResult,
  fetchFailures,
  type HeaderPair,
  redirectModes,
} from './fetch-call.ts';

const resultNames = ['responded', 'failed'] as const satisfies readonly FetchResult['name'][];
const headerBytesMin = 8;

export function writeFetchCall(writer: ByteWriter, { callId, request }: FetchCall): void {
  writer.u32(callId);
  writer.text(request.method);
  writer.text(request.url);
  writer.u8(redirectModes.indexOf(request.redirect));
  writeHeaders(writer, request.headers);
  writer.flag(request.body !== undefined);
  if (request.body !== undefined) writer.bytes(request.body);
}

export function readFetchCall(reader: ByteReader): FetchCall {
  const callId = reader.id();
  const request: FetchRequest = {
    method: reader.text(),
    url: reader.text(),
    redirect: reader.oneOf(redirectModes),
    headers: readHeaders(reader),
  };
  return reader.flag()
    ? { callId, request: { ...request, body: reader.bytes() } }
    : { callId, request };
}

export function writeFetchReply(writer: ByteWriter, { callId, result }: FetchReply): void {
  writer.u32(callId);
  writer.u8(resultNames.indexOf(result.name));
  if (result.name === 'failed') {
    writer.u8(fetchFailures.indexOf(result.code));
    return writer.text(result.message);
  }
  const { status, statusText, url, isRedirected, headers, body } = result.response;
  writer.u32(status);
  writer.text(statusText);
  writer.text(url);
  writer.flag(isRedirected);
  writeHeaders(writer, headers);
  writer.bytes(body);
}

export function readFetchReply(reader: ByteReader): FetchReply {
  const callId = reader.id();
  if (reader.oneOf(resultNames) === 'failed') {
    const code = reader.oneOf(fetchFailures);
    return { callId, result: { name: 'failed', code, message: reader.text() } };
  }
  const response = {
    status: reader.u32(),
    statusText: reader.text(),
    url: reader.text(),
    isRedirected: reader.flag(),
    headers: readHeaders(reader),
    body: reader.bytes(),
  };
  return { callId, result: { name: 'responded', response } };
}

function writeHeaders(writer: ByteWriter, headers: readonly HeaderPair[]): void {
  writer.u32(headers.length);
  for (const [name, value] of headers) {
    writer.text(name);
    writer.text(value);
  }
}

function readHeaders(reader: ByteReader): HeaderPair[] {
  return reader.list(headerBytesMin, (): HeaderPair => [reader.text(), reader.text()]);
}
