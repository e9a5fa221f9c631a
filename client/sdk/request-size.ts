/**
 * A message above the server's limit ends the whole call, and with it every other execution of
 * the stream. So what is too large is refused before it is sent.
 */
import { type IsopodError, invalidExecution } from '../../shared/errors/isopod-error.ts';
import { sizeOfInput, weightOfInput } from '../../shared/execution/payload.ts';
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';
import type { ModuleRequest } from '../../shared/wire/source-codec.ts';

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
  const units = requestChars(request);
  if (units * utf8BytesPerUnitMax <= bytesMax) return undefined;
  const sourceBytes = Buffer.byteLength(request.source ?? '') + moduleBytes(request);
  const inputBytes = sizeOfInput(request);
  if (sourceBytes + inputBytes <= bytesMax) return undefined;
  const sourceField = request.modules ? 'source' : 'source.text';
  const inputField = request.inputJson === undefined ? 'input_bytes' : 'input_json';
  const field = sourceBytes > inputBytes ? sourceField : inputField;
  const description = `source and input must fit into a message of ${messageBytesMax} bytes: ${sourceBytes + inputBytes}`;
  return invalidExecution([{ field, description }]);
}

/** In UTF-16 units; of bytes, as they are sent. */
export function requestChars(request: ExecutionRequest): number {
  const { source, modules } = request;
  let chars = (source?.length ?? 0) + weightOfInput(request);
  if (modules)
    for (const [path, given] of Object.entries(modules))
      chars += moduleOverhead + path.length + textOrLength(given).length;
  return chars;
}

function moduleBytes({ modules = {} }: ExecutionRequest): number {
  return Object.entries(modules).reduce((sum, [path, given]) => {
    const text = textOrLength(given);
    const textBytes = typeof text === 'string' ? Buffer.byteLength(text) : text.length;
    return sum + moduleOverhead + Buffer.byteLength(path) + textBytes;
  }, 0);
}

/** Of each in the message, beyond its texts, at most. */
const moduleOverhead = 32;

/** Of bytes, what they are long in base64. */
function textOrLength(given: ModuleRequest): string | { readonly length: number } {
  if (typeof given === 'string') return given;
  if (given instanceof Uint8Array) return { length: Math.ceil(given.byteLength / 3) * 4 };
  return given.text;
}
