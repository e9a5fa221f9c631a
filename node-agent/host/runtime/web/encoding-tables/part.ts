/** Decoders that need tables of thousands of characters. */
export { TextDecoder } from '@exodus/bytes/encoding.js';
