/** Bytes with a type, a name, and in forms. */
export { Blob, byteStreamOf, bytesOfBlobObject, isBlob, isBufferSource } from './blob.ts';
export { File } from './file.ts';
export { entriesOfForm, FormData, isFormData } from './form-data.ts';
