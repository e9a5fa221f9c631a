/**
 * How protocol messages look as JavaScript objects. The generated types are made with the same
 * options, so the two cannot differ.
 */
export const loaderOptions = {
  keepCase: false,
  longs: Number,
  enums: String,
  bytes: Buffer,
  defaults: true,
  arrays: true,
  objects: false,
  oneofs: true,
} as const;
