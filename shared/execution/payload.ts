/** What goes into a program or comes out of it: JSON text, bytes, or nothing. */

export interface Input {
  readonly inputJson?: string;
  readonly inputBytes?: Uint8Array;
}

export interface Result {
  readonly resultJson?: string;
  readonly resultBytes?: Uint8Array;
}

/** The part of something larger that is its input. */
export function inputOf({ inputJson, inputBytes }: Input): Input {
  if (inputJson !== undefined) return { inputJson };
  return inputBytes === undefined ? {} : { inputBytes };
}

export function resultOf({ resultJson, resultBytes }: Result): Result {
  if (resultJson !== undefined) return { resultJson };
  return resultBytes === undefined ? {} : { resultBytes };
}

export function sizeOfInput({ inputJson, inputBytes }: Input): number {
  return inputJson === undefined ? (inputBytes?.length ?? 0) : Buffer.byteLength(inputJson);
}

export function sizeOfResult({ resultJson, resultBytes }: Result): number {
  return resultJson === undefined ? (resultBytes?.length ?? 0) : Buffer.byteLength(resultJson);
}

/** About what it weighs, without counting it: characters or bytes. */
export function weightOfInput({ inputJson, inputBytes }: Input): number {
  return inputJson?.length ?? inputBytes?.length ?? 0;
}

export function weightOfResult({ resultJson, resultBytes }: Result): number {
  return resultJson?.length ?? resultBytes?.length ?? 0;
}
