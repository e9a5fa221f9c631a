/**
 * A message above the server's limit ends the whole call, and with it every other execution of
 * the stream. So what is too large is refused before it is sent.
 */
import { type IsopodError, invalidExecution } from '../../shared/errors/isopod-error.ts';
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';

/** UTF-16 units become at most this many bytes of UTF-8 each. */
const utf8BytesPerUnitMax = 3;
/** Of a message beyond its texts, at most. */
const overheadBytesMax = 4_096;

/** Undefined when it fits. Texts are measured only when their length leaves a doubt. */
export function tooLarge(
  request: ExecutionRequest,
  messageBytesMax: number,
): IsopodError | undefined {
  const bytesMax = messageBytesMax - overheadBytesMax;
  const units = (request.source?.length ?? 0) + (request.inputJson?.length ?? 0);
  if (units * utf8BytesPerUnitMax <= bytesMax) return undefined;
  const sourceBytes = Buffer.byteLength(request.source ?? '');
  const inputBytes = Buffer.byteLength(request.inputJson ?? '');
  if (sourceBytes + inputBytes <= bytesMax) return undefined;
  const field = sourceBytes > inputBytes ? 'source.text' : 'input_json';
  const description = `source and input must fit into a message of ${messageBytesMax} bytes: ${sourceBytes + inputBytes}`;
  return invalidExecution([{ field, description }]);
}
