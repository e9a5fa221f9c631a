/** Why a fetch comes to nothing, in words that a program may read: they tell nothing of the network. */
import type { FetchFailure } from '../frames/fetch-call.ts';

export class FetchFailed extends Error {
  override readonly name = 'FetchFailed';
  readonly code: FetchFailure;

  constructor(code: FetchFailure, message: string) {
    super(message);
    this.code = code;
  }
}

/** From whatever Node says of a connection. Its own text, which has addresses in it, stays here. */
export function failureOfConnection(error: unknown): FetchFailed {
  if (error instanceof FetchFailed) return error;
  const code = codeOf(error);
  if (/CERT|SIGNATURE|ISSUER|ALTNAME/.test(code))
    return new FetchFailed('CERTIFICATE_NOT_VALID', 'The certificate of the server is not valid');
  if (code === 'HPE_HEADER_OVERFLOW')
    return new FetchFailed('RESPONSE_TOO_LARGE', 'The headers of the response are too large');
  if (code.startsWith('HPE_'))
    return new FetchFailed('RESPONSE_NOT_VALID', 'The server’s answer is no HTTP');
  return new FetchFailed('CONNECTION_FAILED', 'The connection could not be made, or broke');
}

function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : '';
}
