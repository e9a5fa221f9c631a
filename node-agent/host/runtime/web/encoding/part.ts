/** Text to bytes and back. */
export { atob, btoa } from './base64.ts';
export { bytesOf, TextDecoder } from './text-decoder.ts';
export { TextEncoder } from './text-encoder.ts';
