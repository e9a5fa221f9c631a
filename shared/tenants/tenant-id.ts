/** Names of tenants: in metadata, in file names, in logs. */

export const tenantIdRule = '1 to 64 of A-Z a-z 0-9 . _ -, the first a letter or digit';

/** Whose a call is that names nobody, where callers are believed. */
export const defaultTenantId = 'default';

export function isTenantId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text);
}
