/** A value was not made in time, and there was no older one to serve. It may be there later. */
export class CacheTimeout extends Error {
  override readonly name = 'CacheTimeout';

  constructor(key: string, ms: number) {
    super(`Could not wait for the value of ${key}: ${ms} ms are over`);
  }
}
