/**
 * Who a caller is, by what he shows. As long as no administrator's key is configured callers are
 * believed, unless they show a key; after that nobody is without one.
 */
import { type FieldViolation, IsopodError } from '../../shared/errors/isopod-error.ts';
import { type ApiKey, isSameKey, keyIdOf, readApiKey } from '../../shared/tenants/api-key.ts';
import { defaultTenantId, isTenantId, tenantIdRule } from '../../shared/tenants/tenant-id.ts';
import { type Caller, TenantCaller } from './caller.ts';
import type { TenantDirectory } from './tenant-directory.ts';

/** What comes with a call. */
export interface Credentials {
  /** `Bearer`, a space, an API key. */
  readonly authorization: string | undefined;
  /** The tenant that the call names. */
  readonly tenantId: string | undefined;
}

interface AuthenticatorParts {
  readonly directory: TenantDirectory;
  /** Of administrators' keys; where there is none nobody needs a key. */
  readonly adminKeyHashes: readonly string[];
}

const tenantField = 'isopod-tenant';

export class Authenticator {
  readonly #directory: TenantDirectory;
  readonly #adminKeys: ReadonlyMap<string, ApiKey>;

  constructor({ directory, adminKeyHashes }: AuthenticatorParts) {
    this.#directory = directory;
    const keys = adminKeyHashes.map((secretHash) => ({ keyId: keyIdOf(secretHash), secretHash }));
    this.#adminKeys = new Map(keys.map((key) => [key.keyId, key]));
  }

  get areKeysRequired(): boolean {
    return this.#adminKeys.size > 0;
  }

  /** Throws UNAUTHENTICATED, PERMISSION_DENIED, or INVALID_REQUEST for what is no tenant. */
  tenant({ authorization, tenantId: named }: Credentials): Caller {
    if (named !== undefined && !isTenantId(named)) throw invalidTenant();
    if (authorization === undefined && !this.areKeysRequired)
      return new TenantCaller(named ?? defaultTenantId, undefined, this.#directory);
    const given = shownKey(authorization);
    const known = this.#directory.key(given.keyId);
    if (!known || !isSameKey(given, known)) {
      if (this.#isAdmin(given)) throw denied("an administrator's key is for no tenant");
      throw wrongKey();
    }
    const { keyId, tenantId } = known;
    if (named !== undefined && named !== tenantId)
      throw denied(`the API key is not of the tenant ${named}`);
    return new TenantCaller(tenantId, keyId, this.#directory);
  }

  /** Throws UNAUTHENTICATED or PERMISSION_DENIED. */
  admin({ authorization }: Credentials): void {
    if (authorization === undefined && !this.areKeysRequired) return;
    const given = shownKey(authorization);
    if (this.#isAdmin(given)) return;
    const known = this.#directory.key(given.keyId);
    if (known && isSameKey(given, known)) throw denied("this needs an administrator's API key");
    throw wrongKey();
  }

  #isAdmin(given: ApiKey): boolean {
    const known = this.#adminKeys.get(given.keyId);
    return known !== undefined && isSameKey(given, known);
  }
}

function shownKey(authorization: string | undefined): ApiKey {
  if (authorization === undefined)
    throw unauthenticated('an API key is needed, as `authorization: Bearer isopod_…`');
  // The scheme's name has no case (RFC 9110, 11.1).
  const [, text = ''] = /^bearer +(\S+)$/i.exec(authorization) ?? [];
  const key = readApiKey(text);
  if (key) return key;
  throw unauthenticated('the authorization is not `Bearer` and an API key');
}

/** The same for one that never was and one that is no more. */
function wrongKey(): IsopodError {
  return unauthenticated('the API key is wrong, or was revoked');
}

function unauthenticated(why: string): IsopodError {
  return new IsopodError('UNAUTHENTICATED', `Could not accept the call: ${why}`);
}

function denied(why: string): IsopodError {
  return new IsopodError('PERMISSION_DENIED', `Could not accept the call: ${why}`);
}

function invalidTenant(): IsopodError {
  const fieldViolations: FieldViolation[] = [
    { field: tenantField, description: `must be ${tenantIdRule}` },
  ];
  const message = `Could not read the tenant: ${tenantField} must be ${tenantIdRule}`;
  return new IsopodError('INVALID_EXECUTION', message, { fieldViolations });
}
