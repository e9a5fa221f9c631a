/** How calls out of the sandbox and their replies lie in frames. */
import type { HostCall, HostCallReply, HostCallResult } from '../../shared/execution/host-call.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

const resultNames = ['returned', 'threw'] as const satisfies readonly HostCallResult['name'][];

export function writeHostCall(writer: ByteWriter, call: HostCall): void {
  writer.u32(call.callId);
  writer.text(call.toolName);
  writer.optionalText(call.argumentJson);
}

export function readHostCall(reader: ByteReader): HostCall {
  const call = { callId: reader.id(), toolName: reader.text() };
  const argumentJson = reader.optionalText();
  return argumentJson === undefined ? call : { ...call, argumentJson };
}

export function writeHostCallReply(writer: ByteWriter, { callId, result }: HostCallReply): void {
  writer.u32(callId);
  writer.u8(resultNames.indexOf(result.name));
  if (result.name === 'returned') return writer.optionalText(result.resultJson);
  writer.text(result.error.name);
  writer.text(result.error.message);
  writer.optionalText(result.error.code);
  writer.optionalText(result.error.dataJson);
}

export function readHostCallReply(reader: ByteReader): HostCallReply {
  const callId = reader.id();
  if (reader.oneOf(resultNames) === 'returned') {
    const resultJson = reader.optionalText();
    const name = 'returned';
    return { callId, result: resultJson === undefined ? { name } : { name, resultJson } };
  }
  const error = { name: reader.text(), message: reader.text() };
  const code = reader.optionalText();
  const dataJson = reader.optionalText();
  return {
    callId,
    result: {
      name: 'threw',
      error: {
        ...error,
        ...(code === undefined ? undefined : { code }),
        ...(dataJson === undefined ? undefined : { dataJson }),
      },
    },
  };
}
