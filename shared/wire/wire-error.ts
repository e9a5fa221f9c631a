/** A message from inside the cluster that cannot be: another version, or not one of ours. */
export class WireError extends Error {
  override readonly name = 'WireError';
}
